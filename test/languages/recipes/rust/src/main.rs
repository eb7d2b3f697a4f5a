//! Normalizes room configurations, as the lines of JSON on standard input ask.

mod room_config;

use room_config::normalize_room_config;
use serde_json::{json, Value};
use std::error::Error;
use std::io::{stdin, stdout, BufRead, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let bundle = serde_json::from_str(&std::fs::read_to_string("claims.rules-decode.2020-12.json")?)?;
    for line in stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        let answer = match answer(question["normalize"].as_str().unwrap_or_default(), &bundle) {
            Ok(claims) => json!({ "ok": claims }),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(stdout(), "{answer}")?;
    }
    Ok(())
}

fn answer(text: &str, bundle: &Value) -> Result<Value, Box<dyn Error>> {
    let mut claims: Value = serde_json::from_str(text)?;
    claims["roomConfig"] = normalize_room_config(claims["roomConfig"].take(), bundle)?;
    Ok(claims)
}
