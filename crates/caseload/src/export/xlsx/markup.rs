//! Text inside XML.

/// How every part begins.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A text as it stands between tags or in an attribute. Characters that XML cannot hold are left
/// out. Workbooks spell a character as `_x000D_` here and there, so a text that looks like that has
/// its underscore spelt.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_spelling(rest) => out.push_str("_x005F_"),
            '\r' if rest.starts_with("\r\n") => {}
            '\r' => out.push('\n'),
            '\t' | '\n' => out.push(letter),
            '\u{0}'..' ' | '\u{FFFE}' | '\u{FFFF}' => {}
            letter => out.push(letter),
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Whether a text begins like `_x000D_`.
fn is_spelling(text: &str) -> bool {
    match text.as_bytes() {
        [b'_', b'x', digits @ ..] => {
            digits
                .split_first_chunk::<4>()
                .is_some_and(|(digits, rest)| {
                    digits.iter().all(u8::is_ascii_hexdigit) && rest.first() == Some(&b'_')
                })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_has_a_meaning_in_markup_is_spelt_out() {
        for (text, expected) in [
            ("<b>&\"x\"</b>", "&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;"),
            ("a\u{0}\u{1f}\u{fffe}b", "ab"),
            ("a\r\nb\rc\td", "a\nb\nc\td"),
            ("_x000D_ _x_ _x00_", "_x005F_x000D_ _x_ _x00_"),
            ("__x0041_", "__x005F_x0041_"),
            ("Özlem _ğ", "Özlem _ğ"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
