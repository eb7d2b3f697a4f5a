//! Prints the structs of the Rust files in a folder as JSON: the JSON name and the Rust type of each field that serde
//! writes. A flattened field, and the field of a newtype, has the name "".

use quote::ToTokens;
use serde_json::{json, Value};
use std::path::Path;
use syn::ext::IdentExt;
use syn::visit::Visit;
use syn::{Attribute, Field, Fields, ItemStruct, LitStr};

#[derive(Default)]
struct Structs(Vec<Value>);

impl<'ast> Visit<'ast> for Structs {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        let rename_all = serde(&item.attrs).rename_all;
        let members: Vec<Value> = match &item.fields {
            Fields::Unnamed(fields) => fields.unnamed.iter().map(|field| written("", field)).collect(),
            fields => fields.iter().filter_map(|field| member(field, &rename_all)).collect(),
        };
        self.0.push(json!({ "name": item.ident.to_string(), "members": members }));
    }
}

#[derive(Default)]
struct Serde {
    rename: Option<String>,
    rename_all: Option<String>,
    skip: bool,
    flatten: bool,
}

fn serde(attrs: &[Attribute]) -> Serde {
    let mut found = Serde::default();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        let parsed = attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("skip") {
                found.skip = true;
            } else if meta.path.is_ident("flatten") {
                found.flatten = true;
            } else if meta.path.is_ident("rename") && meta.input.peek(syn::Token![=]) {
                found.rename = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("rename_all") && meta.input.peek(syn::Token![=]) {
                found.rename_all = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            } else if meta.input.peek(syn::token::Paren) {
                // rename(serialize = "…", deserialize = "…"): uses the name for serialization.
                let (mut written, outer) = (None, meta.path.clone());
                meta.parse_nested_meta(|inner| {
                    let value = inner.value()?.parse::<syn::Expr>()?;
                    if inner.path.is_ident("serialize") {
                        written = Some(syn::parse2::<LitStr>(value.to_token_stream())?.value());
                    }
                    Ok(())
                })?;
                if outer.is_ident("rename") {
                    found.rename = written.or(found.rename.take());
                } else if outer.is_ident("rename_all") {
                    found.rename_all = written.or(found.rename_all.take());
                }
            }
            Ok(())
        });
        parsed.unwrap_or_else(|error| fail(&format!("cannot parse a serde attribute: {error}")));
    }
    found
}

fn member(field: &Field, rename_all: &Option<String>) -> Option<Value> {
    let ident = field.ident.as_ref()?.unraw().to_string();
    let Serde { rename, skip, flatten, .. } = serde(&field.attrs);
    if skip {
        return None;
    }
    let name = match (rename, rename_all.as_deref()) {
        _ if flatten => String::new(),
        (Some(name), _) => name,
        (None, Some("camelCase")) => camel_case(&ident),
        (None, None) => ident,
        (None, Some(other)) => fail(&format!("{ident}: rename_all = \"{other}\" is not supported")),
    };
    Some(written(&name, field))
}

fn written(name: &str, field: &Field) -> Value {
    json!({ "name": name, "type": field.ty.to_token_stream().to_string().replace(' ', "") })
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_string();
    words.fold(first, |joined, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        joined + &head.to_uppercase() + tail
    })
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| fail(&error.to_string()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

fn fail(problem: &str) -> ! {
    eprintln!("{problem}");
    std::process::exit(1)
}

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| fail("usage: structs FOLDER"));
    let mut structs = Structs::default();
    for path in rust_files(Path::new(&folder)) {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| fail(&error.to_string()));
        let file = syn::parse_file(&text).unwrap_or_else(|error| fail(&format!("{}: {error}", path.display())));
        structs.visit_file(&file);
    }
    println!("{}", Value::from(structs.0));
}
