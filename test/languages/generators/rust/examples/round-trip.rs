//! Decodes each line into Claims and encodes it again.

#[allow(dead_code)]
#[path = "../src/claims.rs"]
mod claims;

use claims::Claims;
use serde_json::json;
use std::io::{stdin, stdout, BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let answer = match serde_json::from_str::<Claims>(&line?) {
            Ok(claims) => json!({ "ok": claims }),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
