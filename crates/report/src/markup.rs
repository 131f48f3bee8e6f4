//! Writing HTML and SVG: the one place where text is escaped.

/// Markup under construction. Text gets in escaped, and in no other way.
#[derive(Debug, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// An element with what is in it.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        content(self);
        self.0 += "</";
        self.0 += name;
        self.0.push('>');
    }

    /// An element with text in it.
    pub(crate) fn text_element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    /// An element that never has anything in it, as XML wants it and HTML takes it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.pop();
        self.0 += "/>";
    }

    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0 += name;
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0 += attribute;
            self.0 += "=\"";
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Text, so that nothing in it is markup.
    pub(crate) fn text(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.0 += "&amp;",
                '<' => self.0 += "&lt;",
                '>' => self.0 += "&gt;",
                '"' => self.0 += "&quot;",
                '\'' => self.0 += "&#39;",
                _ => self.0.push(sign),
            }
        }
    }

    /// Markup that was made here.
    pub(crate) fn made(&mut self, markup: &str) {
        self.0 += markup;
    }

    /// A new line in the source, for those who read or compare it.
    pub(crate) fn line(&mut self) {
        self.0.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}
