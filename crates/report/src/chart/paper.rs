//! The sheet that charts are drawn on: size, letters, colours and textures.

use pejling_core::Band;

use crate::markup::Markup;

/// How wide every chart is.
pub(super) const WIDTH: u32 = 360;

/// How high a line of text is.
pub(super) const LINE: u32 = 18;

/// How many letters of the common size fit into a line as wide as the chart.
pub(super) const LETTERS: usize = 46;

/// Nearly black, for letters and edges.
pub(super) const INK: &str = "#1a1a1a";

/// For what only leads the eye.
const FAINT: &str = "#8a8a8a";

/// White, and what is drawn on white.
pub(super) const PAPER: &str = "#ffffff";

/// The darkest colour of an area.
pub(super) const DEEP: &str = "#1f4e79";

/// From the best to the worst band: white letters stand on the first two, dark ones on the others, at 4.5:1 at least.
const SHADES: [&str; 4] = ["#1f4e79", "#4a6f96", "#c3d3e3", "#ffffff"];

/// The colour of an area of a band, and that of letters on it.
pub(super) const fn shade(band: Option<Band>) -> (&'static str, &'static str) {
    let [best, good, weak, worst] = SHADES;
    match band {
        Some(Band::Fully) => (best, PAPER),
        Some(Band::Largely) => (good, PAPER),
        Some(Band::Partly) => (weak, INK),
        Some(Band::Not) | None => (worst, INK),
    }
}

/// A whole SVG of a chart.
pub(super) fn sheet(id: &str, title: &str, alternative: &str, height: u32, inside: &str) -> String {
    let mut svg = Markup::default();
    let (named, told) = (format!("{id}-title"), format!("{id}-desc"));
    let (view, labels) = (format!("0 0 {WIDTH} {height}"), format!("{named} {told}"));
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", &WIDTH.to_string()),
        ("height", &height.to_string()),
        ("role", "img"),
        ("aria-labelledby", &labels),
        ("font-family", "Noto Sans, DejaVu Sans, Arial, sans-serif"),
        ("font-size", "14"),
        ("fill", INK),
    ];
    svg.element("svg", &attributes, |svg| {
        svg.text_element("title", &[("id", &named)], title);
        svg.text_element("desc", &[("id", &told)], alternative);
        svg.empty("rect", &[("width", &WIDTH.to_string()), ("height", &height.to_string()), ("fill", PAPER)]);
        svg.made(inside);
    });
    svg.finish()
}

/// A rectangle.
pub(super) fn rectangle(svg: &mut Markup, (x, y): (u32, u32), (width, height): (u32, u32), fill: &str) {
    let [x, y, width, height] = [x, y, width, height].map(|number| number.to_string());
    let attributes = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height), ("fill", fill), ("stroke", INK)];
    svg.empty("rect", &attributes);
}

/// A line.
pub(super) fn line(svg: &mut Markup, (x1, y1): (u32, u32), (x2, y2): (u32, u32), dashed: bool) {
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(|number| number.to_string());
    let colour = if dashed { FAINT } else { INK };
    let mut attributes = vec![("x1", x1.as_str()), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("stroke", colour)];
    attributes.extend(dashed.then_some(("stroke-dasharray", "3 3")));
    svg.empty("line", &attributes);
}

/// Where a text stands to its place.
#[derive(Clone, Copy)]
pub(super) enum At {
    Start,
    Middle,
    End,
}

/// A line of text.
pub(super) fn text(svg: &mut Markup, (x, y): (u32, u32), at: At, style: &[(&str, &str)], text: &str) {
    let anchor = match at {
        At::Start => "start",
        At::Middle => "middle",
        At::End => "end",
    };
    let [x, y] = [x, y].map(|number| number.to_string());
    let mut attributes = vec![("x", x.as_str()), ("y", &y), ("text-anchor", anchor)];
    attributes.extend(style);
    svg.text_element("text", &attributes, text);
}

/// Strong letters.
pub(super) const STRONG: &[(&str, &str)] = &[("font-weight", "bold")];

/// A text on as many lines as it needs from a height on; the height after it.
pub(super) fn lines(svg: &mut Markup, (x, mut y): (u32, u32), style: &[(&str, &str)], letters: usize, words: &str) -> u32 {
    let halo = [("stroke", PAPER), ("stroke-width", "4"), ("stroke-linejoin", "round"), ("paint-order", "stroke")];
    let style: Vec<_> = style.iter().copied().chain(halo).collect(); // lines that lead the eye end at letters
    for line in wrapped(words, letters) {
        y += LINE;
        text(svg, (x, y - 4), At::Start, &style, &line);
    }
    y
}

/// A text cut into lines at its spaces. A word that is longer than a line is cut.
pub(super) fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for (at, piece) in pieces(word, letters).into_iter().enumerate() {
            let Some(last) = lines.last_mut() else { continue };
            if last.is_empty() {
                *last = piece;
            } else if at == 0 && last.chars().count() + 1 + piece.chars().count() <= letters {
                last.push(' ');
                *last += &piece;
            } else {
                lines.push(piece);
            }
        }
    }
    lines
}

fn pieces(word: &str, letters: usize) -> Vec<String> {
    let signs: Vec<char> = word.chars().collect();
    signs.chunks(letters.max(1)).map(|piece| piece.iter().collect()).collect()
}

/// Hundredths of a percent as a width, of so many units for 100 %.
pub(super) fn width(hundredths: u16, whole: u32) -> u32 {
    (u32::from(hundredths) * whole + 5_000) / 10_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_into_lines_that_fit() {
        assert_eq!(wrapped("et to tre", 5), ["et to", "tre"]);
        assert_eq!(wrapped("databehandleraftale", 8), ["databeha", "ndleraft", "ale"]);
        assert_eq!(wrapped("", 8), [""]);
    }

    #[test]
    fn shares_become_widths() {
        assert_eq!(width(10_000, 360), 360);
        assert_eq!(width(5_773, 360), 208); // 207.828
        assert_eq!(width(0, 360), 0);
    }
}
