#[allow(dead_code)]
mod claims {
    include!(concat!(env!("OUT_DIR"), "/claims.rs"));
}

fn main() -> serde_json::Result<()> {
    let text = r#"{"exp":4102444800,"iss":"devkey","sip":{"call":true}}"#;
    let claims: claims::Claims = serde_json::from_str(text)?;
    println!("{} {:?}", claims.iss, claims.sip.and_then(|sip| sip.call));
    Ok(())
}
