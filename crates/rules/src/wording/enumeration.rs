//! Several things in one sentence.

/// "K1", "K1 oder K3", "U25, K1 oder K3": the last two are joined by `word`.
pub fn enumeration(mut parts: Vec<String>, word: &str) -> String {
    match parts.pop() {
        None => String::new(),
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} {word} {last}", parts.join(", ")),
    }
}
