#[allow(dead_code)]
mod claims;

use claims::Claims;
use jsonwebtoken::{decode, encode, Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde_json::{json, Value};
use std::time::{SystemTime, UNIX_EPOCH};

const API_KEY: &str = "devkey";
const API_SECRET: &str = "a secret of at least thirty-two characters";

/// Verifies a token, then decodes it.
fn read(token: &str) -> jsonwebtoken::errors::Result<Claims> {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&[API_KEY]);
    validation.set_required_spec_claims(&["exp", "iss"]);
    validation.validate_nbf = true;
    Ok(decode(token, &DecodingKey::from_secret(API_SECRET.as_ref()), &validation)?.claims)
}

/// Says what the holder may do. A permission that is absent is granted, any other grant is not.
fn describe(claims: &Claims) -> String {
    match &claims.video {
        Some(video) if video.room_join == Some(true) => format!(
            "{} joins {}, publish: {}, subscribe: {}",
            claims.sub.as_deref().unwrap_or_default(),
            video.room.as_deref().unwrap_or_default(),
            video.can_publish.unwrap_or(true),
            video.can_subscribe.unwrap_or(true),
        ),
        _ => "joins no room".to_owned(),
    }
}

fn sign(payload: &Value, secret: &str) -> jsonwebtoken::errors::Result<String> {
    encode(&Header::default(), payload, &EncodingKey::from_secret(secret.as_ref()))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let exp = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() + 600;
    let bare = json!({ "exp": exp, "iss": API_KEY });
    let join = json!({
        "exp": exp, "iss": API_KEY, "sub": "alice",
        "video": { "roomJoin": true, "room": "stage", "canPublish": false },
        "fromTheFuture": 1
    });
    for payload in [&bare, &join] {
        println!("{}", describe(&read(&sign(payload, API_SECRET)?)?));
    }
    if let Err(error) = read(&sign(&join, "another secret of at least thirty-two")?) {
        println!("refused: {error}");
    }

    let mut claims: Claims = serde_json::from_value(join)?;
    claims.exp = 4102444800;
    claims.video.get_or_insert_default().hidden = Some(true);
    println!("{}", serde_json::to_string_pretty(&claims)?);
    Ok(())
}
