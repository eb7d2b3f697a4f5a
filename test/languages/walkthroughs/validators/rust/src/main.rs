use serde_json::Value;
use std::{error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let bundle: Value = serde_json::from_str(&fs::read_to_string("claims.rules-input.2020-12.json")?)?;
    let validator = jsonschema::validator_for(&bundle)?;

    for text in [
        r#"{"video":{"room":"stage"}}"#,
        r#"{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}"#,
    ] {
        let claims = serde_json::from_str(text)?;
        if validator.is_valid(&claims) {
            println!("valid");
        }
        for error in validator.iter_errors(&claims) {
            println!("{} {error}", error.instance_path());
        }
    }
    Ok(())
}
