//! Customer numbers and names.

use super::{content, trim};
use crate::letters::capitals;

/// A customer number: without blanks around it, in capitals. Empty if there is none.
pub(in crate::import) fn number(cell: &str) -> String {
    capitals(content(cell))
}

/// A whole name; "Nachname, Vorname" is turned round. Empty if there is none.
pub(in crate::import) fn whole(cell: &str) -> String {
    let name = single_spaced(content(cell));
    match name.split_once(',') {
        Some((last, first)) => joined(first, last),
        None => name,
    }
}

/// A name out of two cells.
pub(in crate::import) fn joined(first: &str, last: &str) -> String {
    let first = single_spaced(content(first));
    let last = single_spaced(content(last));
    trim(&format!("{first} {last}")).to_owned()
}

/// Whether `garbled` can be `name` after its way through a system that writes a question mark for
/// every letter that it does not know ("Y?lmaz" for "Yılmaz").
pub(in crate::import) fn is_garbled_form_of(garbled: &str, name: &str) -> bool {
    has_lost_letters(garbled)
        && garbled != name
        && garbled.chars().count() == name.chars().count()
        && garbled
            .chars()
            .zip(name.chars())
            .all(|(garbled, letter)| garbled == letter || garbled == '?' && !letter.is_ascii())
}

/// Whether letters of a name were lost on its way.
pub(in crate::import) fn has_lost_letters(name: &str) -> bool {
    name.contains('?')
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{is_garbled_form_of, joined, number, whole};

    #[test]
    fn numbers_are_trimmed_and_in_capitals() {
        assert_eq!(number("  617d000001\u{A0}"), "617D000001");
        assert_eq!(number(" – "), "");
        assert_eq!(number(""), "");
    }

    #[test]
    fn names_come_out_with_the_first_name_in_front() {
        let table = [
            ("Öztürk, Jürgen", "Jürgen Öztürk"),
            ("Jürgen  Öztürk ", "Jürgen Öztürk"),
            ("d'Angelo,Mehmet", "Mehmet d'Angelo"),
            ("Müller,", "Müller"),
            (", Anna", "Anna"),
            (" - ", ""),
            ("", ""),
        ];
        for (cell, expected) in table {
            assert_eq!(whole(cell), expected, "{cell}");
        }
        assert_eq!(joined(" Anna ", "von  Berg"), "Anna von Berg");
        assert_eq!(joined("", "Berg"), "Berg");
    }

    #[test]
    fn a_name_with_lost_letters_is_known_again() {
        assert!(is_garbled_form_of("Leyla Y?lmaz", "Leyla Yılmaz"));
        assert!(is_garbled_form_of("?brahim ?ahin", "İbrahim Şahin"));
        assert!(!is_garbled_form_of("Leyla Y?lmaz", "Leyla Yolmaz"));
        assert!(!is_garbled_form_of("Leyla Y?lmaz", "Leyla Yıldız"));
        assert!(!is_garbled_form_of("Leyla Yilmaz", "Leyla Yılmaz"));
    }
}
