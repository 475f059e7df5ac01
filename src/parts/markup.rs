//! Markup written as text, for the few places where thousands of nodes must appear at once: the
//! browser parses one text several times faster than it makes the nodes one by one. Whatever comes
//! from data is escaped on its way in; only text that is part of this program goes in as it is.

/// A piece of markup in the making.
#[derive(Debug, Default)]
pub struct Markup {
    written: String,
}

impl Markup {
    /// Nothing yet.
    pub fn new() -> Self {
        Markup::default()
    }

    /// The finished markup.
    pub fn finish(self) -> String {
        self.written
    }

    /// Text, whatever it contains.
    pub fn text(&mut self, text: &str) {
        self.escaped(text);
    }

    /// Markup that is part of this program.
    pub fn fixed(&mut self, markup: &'static str) {
        self.written.push_str(markup);
    }

    /// An element with a class.
    pub fn element(&mut self, tag: &'static str, class: &str, content: impl FnOnce(&mut Self)) {
        self.element_with(tag, &[("class", class)], content);
    }

    /// An element with attributes.
    pub fn element_with(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.empty_element(tag, attributes);
        content(self);
        self.written.push_str("</");
        self.written.push_str(tag);
        self.written.push('>');
    }

    /// An element that holds nothing and has no end, such as an input.
    pub fn empty_element(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.written.push('<');
        self.written.push_str(tag);
        for (name, value) in attributes {
            self.written.push(' ');
            self.written.push_str(name);
            self.written.push_str("=\"");
            self.escaped(value);
            self.written.push('"');
        }
        self.written.push('>');
    }

    /// Escapes for text and for values in double quotes alike.
    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        while let Some(place) = rest.find(['&', '<', '>', '"']) {
            let (plain, from_sign) = rest.split_at(place);
            self.written.push_str(plain);
            let mut signs = from_sign.chars();
            self.written.push_str(match signs.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some(_) | None => "&quot;",
            });
            rest = signs.as_str();
        }
        self.written.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn data_cannot_leave_its_place() {
        let mut markup = Markup::new();
        let payload = r#""><script>alert('&')</script>"#;
        markup.element_with("td", &[("title", payload)], |markup| markup.text(payload));
        let escaped = "&quot;&gt;&lt;script&gt;alert('&amp;')&lt;/script&gt;";
        assert_eq!(
            markup.finish(),
            format!("<td title=\"{escaped}\">{escaped}</td>")
        );
    }

    #[test]
    fn elements_nest() {
        let mut markup = Markup::new();
        markup.element("p", "a", |markup| {
            markup.fixed("<br>");
            markup.element("b", "c", |markup| markup.text("Ö"));
        });
        assert_eq!(
            markup.finish(),
            r#"<p class="a"><br><b class="c">Ö</b></p>"#
        );
    }
}
