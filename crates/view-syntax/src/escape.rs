//! Texts and values inside markup.

/// Writes a text between tags.
pub fn write(markup: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            sign => markup.push(sign),
        }
    }
}

/// Writes an attribute with its value.
pub fn write_attribute(markup: &mut String, name: &str, value: &str) {
    markup.push(' ');
    markup.push_str(name);
    markup.push_str("=\"");
    for sign in value.chars() {
        match sign {
            '&' => markup.push_str("&amp;"),
            '"' => markup.push_str("&quot;"),
            sign => markup.push(sign),
        }
    }
    markup.push('"');
}
