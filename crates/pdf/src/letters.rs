//! The letters of a PDF: all are in the file. What the font has no sign for stands as its number, so that nothing is lost in silence.

use typst::text::Font;

/// The signs that a font has.
#[derive(Clone, Copy)]
pub(crate) struct Letters<'a> {
    pub(crate) font: &'a Font,
}

impl Letters<'_> {
    /// A text of which every sign can be set. Ends of lines are spaces, as on a web page.
    pub(crate) fn readable(self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                '\n' | '\r' | '\t' => shown.push(' '),
                _ if self.has(sign) => shown.push(sign),
                _ => shown += &format!("[U+{:04X}]", u32::from(sign)),
            }
        }
        shown
    }

    /// Signs that only steer how others are shown could hide what stands there; signs of private use mean nothing to others.
    fn has(self, sign: char) -> bool {
        let steers = matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
        let private = matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{F0000}'..);
        !sign.is_control() && !steers && !private && self.font.info().coverage.contains(u32::from(sign))
    }
}
