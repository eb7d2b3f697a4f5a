//! Validates with jsonschema, for each line of JSON on standard input.

use std::{error::Error, io::stdin};

use jsonschema::{error::ValidationErrorKind, ValidationError, Validator};
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};

#[derive(Deserialize)]
struct Question {
    schema: Value,
    instances: Vec<String>,
}

#[derive(Serialize)]
struct Verdict {
    valid: bool,
    failures: Vec<Failure>,
}

#[derive(Serialize)]
struct Failure {
    at: String,
    keyword: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in stdin().lines() {
        let Question { schema, instances } = serde_json::from_str(&line?)?;
        let validator = jsonschema::validator_for(&schema)?;
        let verdicts: Result<Vec<_>, _> = instances
            .iter()
            .map(|text| verdict(&validator, text))
            .collect();
        println!("{}", json!({ "verdicts": verdicts? }));
    }
    Ok(())
}

fn verdict(validator: &Validator, text: &str) -> serde_json::Result<Verdict> {
    let instance = serde_json::from_str(text)?;
    let mut failures = Vec::new();
    for error in validator.iter_errors(&instance) {
        push_failures(&mut failures, &error);
    }
    Ok(Verdict {
        valid: validator.is_valid(&instance),
        failures,
    })
}

/// Returns the failures of an error. For an anyOf, these are the failures of its branches.
fn push_failures(failures: &mut Vec<Failure>, error: &ValidationError) {
    let mut push = |keyword: &str, member: Option<&str>| {
        failures.push(Failure {
            at: error.instance_path().to_string(),
            keyword: keyword.to_owned(),
            member: member.map(str::to_owned),
        });
    };
    match error.kind() {
        ValidationErrorKind::AnyOf { context } => {
            for choice in context.iter().flatten() {
                push_failures(failures, choice);
            }
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                push("additionalProperties", Some(name));
            }
        }
        ValidationErrorKind::Required { property } => push("required", property.as_str()),
        ValidationErrorKind::FalseSchema => push("false", None),
        kind => push(kind.keyword(), None),
    }
}
