//! Embeds the example tables.

mod tables;

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/cases");
    println!("cargo::rerun-if-changed={}", folder.display());
    let json = tables::as_json(&folder)?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    fs::write(Path::new(&out).join("examples.json"), json).map_err(|error| error.to_string())
}
