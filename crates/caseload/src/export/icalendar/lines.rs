//! Content lines: ended by CR LF, at most 75 octets each. A longer one goes on in the next after a
//! space, and no character is torn apart.

/// Octets of a line, its end not counted.
const MOST: usize = 75;

/// Lines written so far.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line as it is.
    pub(super) fn raw(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > MOST {
                self.out.push_str("\r\n ");
                length = 1;
            }
            self.out.push(letter);
            length += letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A property whose value is text: what has a meaning in it is escaped, line breaks included;
    /// other control characters are not allowed there and are left out.
    pub(super) fn text(&mut self, property: &str, value: &str) {
        let mut line = format!("{property}:");
        let mut letters = value.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\r' if letters.peek() == Some(&'\n') => {}
                '\n' | '\r' => line.push_str("\\n"),
                '\t' => line.push('\t'),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.raw(&line);
    }

    /// All lines.
    pub(super) fn done(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use proptest::prelude::*;

    fn written(value: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", value);
        lines.done()
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        let table = [
            ("a,b;c\\d", "SUMMARY:a\\,b\\;c\\\\d\r\n"),
            (
                "eins\r\nzwei\nBEGIN:VEVENT",
                "SUMMARY:eins\\nzwei\\nBEGIN:VEVENT\r\n",
            ),
            ("a\rb\u{0}\u{7f}\u{85}c\td", "SUMMARY:a\\nbc\td\r\n"),
            ("\"=1+1\":", "SUMMARY:\"=1+1\":\r\n"),
        ];
        for (value, expected) in table {
            assert_eq!(written(value), expected, "{value:?}");
        }
    }

    #[test]
    fn a_line_of_75_octets_is_whole_and_one_more_is_folded() {
        let full = "x".repeat(75 - "SUMMARY:".len());
        assert_eq!(written(&full), format!("SUMMARY:{full}\r\n"));
        assert_eq!(
            written(&format!("{full}y")),
            format!("SUMMARY:{full}\r\n y\r\n")
        );
        let umlaut = format!("{}ü", "x".repeat(74 - "SUMMARY:".len()));
        let expected = format!("SUMMARY:{}\r\n ü\r\n", "x".repeat(74 - "SUMMARY:".len()));
        assert_eq!(written(&umlaut), expected);
    }

    proptest! {
        #[test]
        fn folding_loses_nothing_and_leaves_no_line_too_long(value in "\\PC{0,200}") {
            let text = written(&value);
            for line in text.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= 75, "{line}");
            }
            let unfolded = text.replace("\r\n ", "");
            let plain = value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
            prop_assert_eq!(unfolded, format!("SUMMARY:{plain}\r\n"));
        }
    }
}
