//! Embeds the example tables: TOML is for those who write them, the program reads the same values as JSON.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/cases");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    paths.sort();
    let mut tables = serde_json::Map::new();
    for path in paths {
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let table: serde_json::Value =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        tables.insert(name.unwrap_or_default(), table);
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let json = serde_json::to_string(&tables).map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("examples.json"), json).map_err(|error| error.to_string())
}
