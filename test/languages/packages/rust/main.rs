use livekit_claims_schemas as schemas;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    tests: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    id: String,
    result: String,
    code: Option<String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{} {}", schemas::VERSION, schemas::PROTOCOL);

    let bundle = schemas::read("bundles/claims.rules-mint.2020-12.json").ok_or("no such bundle")?;
    let bundle: serde_json::Value = serde_json::from_str(bundle)?;
    println!("{}", bundle["title"].as_str().unwrap_or_default());

    let vectors = schemas::read("vectors/time.json").ok_or("no such vectors")?;
    let vectors: Vectors = serde_json::from_str(vectors)?;
    for test in vectors.tests {
        if test.id == "time-exp-long-ago" {
            println!("{} {}", test.result, test.code.unwrap_or_default());
        }
    }
    Ok(())
}
