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

/// Whether a list that had this name would say what is recorded: the two differ at most in blanks,
/// in characters that nobody sees, or in which of the names stands in front.
pub(in crate::import) fn says_the_same(name: &str, recorded: &str) -> bool {
    name == whole(&seen(recorded))
}

/// Whether two texts differ at most in blanks, line ends and characters that nobody sees.
pub(in crate::import) fn reads_the_same(text: &str, recorded: &str) -> bool {
    single_spaced(content(&seen(text))) == single_spaced(content(&seen(recorded)))
}

/// What of a text is seen; files of other programs carry control characters here and there.
fn seen(text: &str) -> String {
    let is_seen = |letter: &char| !letter.is_control() || letter.is_whitespace();
    text.chars().filter(is_seen).collect()
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{is_garbled_form_of, joined, number, reads_the_same, says_the_same, whole};

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

    #[test]
    fn a_name_spelt_in_another_way_is_the_same_name() {
        for recorded in [
            "Anna Berg",
            "Berg, Anna",
            " Anna  Berg",
            "Anna\u{1} Berg",
            "Anna Berg\r\n",
        ] {
            assert!(says_the_same("Anna Berg", recorded), "{recorded:?}");
        }
        for recorded in ["Annaberg", "anna Berg", "Berg Anna", ""] {
            assert!(!says_the_same("Anna Berg", recorded), "{recorded:?}");
        }
    }

    #[test]
    fn a_note_with_other_line_ends_is_the_same_note() {
        assert!(reads_the_same(
            "siehe Akte;\n2. Anlauf",
            "siehe Akte;\r\n2. Anlauf "
        ));
        assert!(reads_the_same("'=1+1", "=1+1"));
        assert!(!reads_the_same("siehe Akte", "siehe Akten"));
        assert!(!reads_the_same("Anna Lena", "Annalena"));
    }
}
