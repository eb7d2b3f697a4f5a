use serde_json::{Map, Number, Value};

type Object = Map<String, Value>;

/// Brings a roomConfig from any spelling of protobuf JSON to that of the rules, which it is to be checked by then.
/// `bundle` is claims.rules-decode.2020-12.json.
pub fn normalize_room_config(config: Value, bundle: &Value) -> Result<Value, String> {
    let definitions = Definitions(&bundle["$defs"]);
    let schema = definitions.0["RoomConfiguration"].clone();
    Ok(definitions.normalize(config, &schema)?.unwrap_or(Value::Null))
}

struct Definitions<'a>(&'a Value);

impl Definitions<'_> {
    /// A schema with the keywords of the definition that it refers to.
    fn resolve(&self, schema: &Value) -> Value {
        let name = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
        let mut resolved = name.map_or(Value::Object(Object::new()), |name| self.0[name].clone());
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            resolved[keyword] = value.clone();
        }
        resolved
    }

    /// None for what servers drop: the value of an enum that they do not know.
    fn normalize(&self, value: Value, schema: &Value) -> Result<Option<Value>, String> {
        let is_number = schema["type"] == "integer" || schema["type"] == "number";
        Ok(Some(match (value, &schema["properties"], &schema["x-enum-numbers"]) {
            (Value::Object(message), Value::Object(members), _) => self.normalize_message(message, members)?,
            (Value::Array(list), ..) if !schema["items"].is_null() => {
                let schema = self.resolve(&schema["items"]);
                let elements = list.into_iter().filter_map(|each| self.normalize(each, &schema).transpose());
                Value::Array(elements.collect::<Result<_, _>>()?)
            }
            (value, _, Value::Object(numbers)) => return Ok(enum_name(value, numbers)),
            (Value::String(text), ..) if is_number => number(text),
            (value, ..) => value,
        }))
    }

    fn normalize_message(&self, message: Object, members: &Object) -> Result<Value, String> {
        let (mut seen, mut groups) = (Vec::new(), Vec::new());
        let mut normalized = Object::new();
        for (spelling, value) in message {
            let known = members
                .iter()
                .find(|(name, member)| **name == spelling || member["x-proto-name"] == *spelling);
            let Some((name, member)) = known else { continue };
            if seen.contains(&name) {
                return Err(format!("{name} is there in both spellings"));
            }
            seen.push(name);
            // Checked here: the rules do not see a member whose value is dropped.
            if let (Some(group), false) = (member["x-oneof"].as_str(), value.is_null()) {
                if groups.contains(&group) {
                    return Err(format!("two members of {group} are set"));
                }
                groups.push(group);
            }
            let schema = self.resolve(member);
            match self.normalize(value, &schema)? {
                None | Some(Value::Null) => {}
                Some(value) if schema["x-oneof"].is_null() && is_default(&value, &schema) => {}
                Some(value) => drop(normalized.insert(name.clone(), value)),
            }
        }
        Ok(Value::Object(normalized))
    }
}

fn enum_name(value: Value, numbers: &Object) -> Option<Value> {
    match &value {
        Value::String(name) => numbers.contains_key(name).then_some(value),
        Value::Number(number) => {
            let number = number.as_f64().filter(|it| it.fract() == 0.0 && (*it as i32) as f64 == *it);
            let Some(number) = number else { return Some(value) };
            let named = numbers.iter().find(|(_, each)| each.as_f64() == Some(number));
            named.map(|(name, _)| Value::String(name.clone()))
        }
        _ => Some(value),
    }
}

/// The number that a string holds, if it is written as JSON writes one.
fn number(text: String) -> Value {
    match serde_json::from_str::<Number>(&text) {
        Ok(number) if text.trim() == text => Value::Number(number),
        _ => Value::String(text),
    }
}

/// Whether protobuf writes the same for it as for an absent one, which is never so for a message.
fn is_default(value: &Value, schema: &Value) -> bool {
    match value {
        Value::String(name) if schema["x-enum-numbers"].is_object() => schema["x-enum-numbers"][name] == 0,
        Value::Bool(value) => !value && schema["type"] == "boolean",
        Value::Number(value) => {
            value.as_f64() == Some(0.0) && (schema["type"] == "integer" || schema["type"] == "number")
        }
        Value::String(value) => value.is_empty() && schema["type"] == "string",
        Value::Array(value) => value.is_empty() && schema["type"] == "array",
        Value::Object(value) => value.is_empty() && schema["type"] == "object" && schema["properties"].is_null(),
        Value::Null => false,
    }
}
