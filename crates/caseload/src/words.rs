//! Words made comparable: without capitals, punctuation and the two spellings of umlauts.

use crate::letters::small;

/// A text as letters and digits only, small, with "ä", "ae" and "a" the same.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(small) {
        match letter {
            'ä' => folded.push('a'),
            'ö' => folded.push('o'),
            'ü' => folded.push('u'),
            'ß' => folded.push_str("ss"),
            'e' if folded.ends_with(['a', 'o', 'u']) => {}
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    folded
}

/// The words of a text, each folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    // A combining mark belongs to the letter before it and parts no word.
    let parts =
        |letter: char| !letter.is_alphanumeric() && !('\u{300}'..='\u{36F}').contains(&letter);
    text.split(parts)
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, words};

    #[test]
    fn spellings_of_one_word_fold_to_the_same() {
        for same in [
            "Nächster Termin",
            "NAECHSTER TERMIN",
            "Nachster-Termin.",
            "Na\u{308}chster\nTermin",
        ] {
            assert_eq!(fold(same), "nachstertermin", "{same}");
        }
        assert_eq!(fold("Großmaß"), fold("GROSSMASS"));
        assert_eq!(fold(" .,-–()"), "");
    }

    #[test]
    fn words_are_parted_by_whatever_is_no_letter() {
        assert_eq!(words("K1 / K3 (alt)"), ["k1", "k3", "alt"]);
        assert_eq!(words("E-Mail"), ["e", "mail"]);
        assert!(words(" – ").is_empty());
    }
}
