//! Turns the example tables into one JSON text: TOML is for those who write them, programs read the same values as JSON.
//! Two builds use it, that of this crate and that of the page.

use std::fs;
use std::path::Path;

/// The tables in a folder, by name.
///
/// # Errors
/// A file cannot be read, or is no TOML; the message names it.
pub fn as_json(folder: &Path) -> Result<String, String> {
    let named = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let mut paths = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .map_err(|error| named(folder, &error))?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    let mut tables = serde_json::Map::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| named(&path, &error))?;
        let table: serde_json::Value =
            toml::from_str(&text).map_err(|error| named(&path, &error))?;
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        tables.insert(name.unwrap_or_default(), table);
    }
    serde_json::to_string(&tables).map_err(|error| error.to_string())
}
