//! Nothing in the product tells about the machine it was built on: no home folder, no clone's folder, no registry.

use crate::cache;
use crate::failure::Failure;
use crate::wasm_toolchain;
use crate::workspace;

/// Shorter paths would be found by chance in compiled code.
const SHORTEST: usize = 6;

/// Looks for places of this machine in one part of the product.
///
/// # Errors
/// One was found; the failure shows it with its surroundings.
pub fn check(part: &str, content: &[u8]) -> Result<(), Failure> {
    match places().iter().find_map(|place| find(content, place)) {
        None => Ok(()),
        Some(around) => Err(Failure::new(
            format!("{part} tells about this machine: …{around}…"),
            "add the folder to `paths_to_hide` in crates/xtask/src/wasm_toolchain.rs",
        )),
    }
}

fn places() -> Vec<String> {
    let folders = [
        Some(workspace::root()),
        cache::home(),
        Some(wasm_toolchain::cargo_home()),
    ];
    folders
        .into_iter()
        .flatten()
        .map(|folder| format!("{}/", folder.display()))
        .filter(|place| place.len() >= SHORTEST)
        .chain(["/usr/src/", "/usr/lib/rustlib", "registry/src"].map(str::to_owned))
        .collect()
}

/// The first occurrence with some readable text around it.
fn find(content: &[u8], place: &str) -> Option<String> {
    const AROUND: usize = 60;
    let at = content
        .windows(place.len())
        .position(|window| window == place.as_bytes())?;
    let around =
        content.get(at.saturating_sub(AROUND)..(at + place.len() + AROUND).min(content.len()))?;
    Some(String::from_utf8_lossy(around).escape_debug().to_string())
}

#[cfg(test)]
mod tests {
    use super::{check, find};
    use crate::workspace;

    #[test]
    fn a_place_is_found_anywhere() {
        assert!(find(b"\0\x01panicked at /usr/src/x.rs", "/usr/src/").is_some());
        assert!(find(b"/usr/sr", "/usr/src/").is_none());
    }

    #[test]
    fn the_folder_of_this_clone_is_a_leak() {
        let path = workspace::root().join("src/main.rs").display().to_string();
        assert!(check("text", path.as_bytes()).is_err());
        assert_eq!(
            check("text", b"crates/leptos/src/lib.rs src/main.rs"),
            Ok(())
        );
    }
}
