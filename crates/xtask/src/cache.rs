//! The user's cache folder, shared by all clones of the repository: installed tools and how long steps took.

use std::env;
use std::path::PathBuf;

/// `<user cache>/kontaktdichte`. Without a home folder it lies in the system's folder for temporary files.
pub fn folder() -> PathBuf {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(platform_cache)
        .unwrap_or_else(env::temp_dir);
    base.join("kontaktdichte")
}

fn platform_cache() -> Option<PathBuf> {
    if cfg!(windows) {
        return env::var_os("LOCALAPPDATA").map(PathBuf::from);
    }
    let below_home = if cfg!(target_os = "macos") {
        "Library/Caches"
    } else {
        ".cache"
    };
    home().map(|home| home.join(below_home))
}

/// The user's home folder.
pub fn home() -> Option<PathBuf> {
    env::home_dir().filter(|path| path.is_absolute())
}
