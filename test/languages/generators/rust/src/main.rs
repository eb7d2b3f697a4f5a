#[allow(dead_code)]
mod claims;

use claims::Claims;

const PAYLOAD: &str = r#"{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false },
  "fromTheFuture": 1
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut claims: Claims = serde_json::from_str(PAYLOAD)?;
    let mut video = claims.video.take().unwrap_or_default();
    println!("{} joins {}", claims.sub.as_deref().unwrap_or(""), video.room.as_deref().unwrap_or(""));
    let (publish, subscribe) = (video.can_publish.unwrap_or(true), video.can_subscribe.unwrap_or(true));
    println!("may publish: {publish} - may subscribe: {subscribe}");

    video.hidden = Some(true);
    claims.video = Some(video);
    println!("{}", serde_json::to_string_pretty(&claims)?);
    Ok(())
}
