use std::{env, error::Error, fs, path::Path};
use typify::{TypeSpace, TypeSpaceSettings};

const BUNDLE: &str = "claims.shapes.2020-12.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={BUNDLE}");
    let mut types = TypeSpace::new(TypeSpaceSettings::default().with_derive("PartialEq".to_owned()));
    types.add_root_schema(serde_json::from_str(&fs::read_to_string(BUNDLE)?)?)?;
    let output = Path::new(&env::var("OUT_DIR")?).join("claims.rs");
    Ok(fs::write(output, types.to_stream().to_string())?)
}
