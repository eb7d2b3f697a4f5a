//! Mints and verifies tokens with the Rust SDK, for each line of JSON on standard input.

use std::{
    error::Error,
    io::stdin,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use livekit_api::access_token::{AccessToken, Claims, TokenVerifier};
use serde::Deserialize;
use serde_json::{json, Value};

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Request {
    Mint {
        key: String,
        secret: String,
        claims: Value,
    },
    Verify {
        key: String,
        secret: String,
        token: String,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in stdin().lines() {
        let answer = answer(&line?)
            .unwrap_or_else(|error| json!({ "ok": false, "error": format!("{error:?}") }));
        println!("{answer}");
    }
    Ok(())
}

fn answer(line: &str) -> Result<Value, Box<dyn Error>> {
    match serde_json::from_str(line)? {
        Request::Mint {
            key,
            secret,
            claims,
        } => mint(&key, &secret, &claims),
        Request::Verify { key, secret, token } => {
            let claims = TokenVerifier::with_api_key(&key, &secret).verify(&token)?;
            Ok(json!({ "ok": true, "claims": claims }))
        }
    }
}

fn mint(key: &str, secret: &str, given: &Value) -> Result<Value, Box<dyn Error>> {
    let claims: Claims = serde_json::from_value(given.clone())?;
    let held = serde_json::to_value(&claims)?;
    let mut token = AccessToken::with_api_key(key, secret)
        .with_identity(&claims.sub)
        .with_name(&claims.name)
        .with_grants(claims.video)
        .with_sip_grants(claims.sip)
        .with_sha256(&claims.sha256)
        .with_metadata(&claims.metadata)
        .with_attributes(claims.attributes);
    if let Some(config) = claims.room_config {
        token = token.with_room_config(config);
    }
    if given.get("exp").is_some() {
        let until = Duration::from_secs(claims.exp as u64);
        token = token.with_ttl(until.saturating_sub(SystemTime::now().duration_since(UNIX_EPOCH)?));
    }
    let mut skipped = Vec::new();
    if given.get("nbf").is_some() {
        skipped.push("/nbf".to_owned());
    }
    find_skipped(given, &held, "", &mut skipped);
    Ok(json!({ "ok": true, "token": token.to_jwt()?, "skipped": skipped }))
}

/// Returns the members that the SDK's types cannot hold.
fn find_skipped(given: &Value, held: &Value, at: &str, skipped: &mut Vec<String>) {
    match (given, held) {
        (Value::Object(given), Value::Object(held)) => {
            for (name, value) in given {
                let at = format!("{at}/{name}");
                match held.get(name) {
                    Some(held) => find_skipped(value, held, &at, skipped),
                    None => skipped.push(at),
                }
            }
        }
        (Value::Array(given), Value::Array(held)) => {
            for (index, (given, held)) in given.iter().zip(held).enumerate() {
                find_skipped(given, held, &format!("{at}/{index}"), skipped);
            }
        }
        _ => {}
    }
}
