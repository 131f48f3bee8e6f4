//! Tables and bars for terminals.

use anstyle::{AnsiColor, Style};
use pejling_core::Score;
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Padding, Style as Borders};

/// The bold of headings.
const BOLD: Style = Style::new().bold();

/// The cells of a bar.
const WIDTH: usize = 24;

/// The five parts of a bar, from the best to the worst: the sign tells them apart, the colour only helps.
const PARTS: [(char, AnsiColor); 5] =
    [('█', AnsiColor::Green), ('▓', AnsiColor::Blue), ('▒', AnsiColor::Yellow), ('░', AnsiColor::BrightBlack), ('×', AnsiColor::Red)];

/// A heading.
pub(crate) fn heading(text: &str) -> String {
    format!("\n{BOLD}{text}{BOLD:#}\n")
}

/// Rows under heads, where there are heads; the columns at `right` stand flush right.
pub(crate) fn table(heads: &[String], rows: Vec<Vec<String>>, right: &[usize]) -> String {
    let mut builder = Builder::default();
    if !heads.is_empty() {
        let bold = |head: &String| if head.is_empty() { String::new() } else { format!("{BOLD}{head}{BOLD:#}") };
        builder.push_record(heads.iter().map(bold));
    }
    for row in rows {
        builder.push_record(row);
    }
    let mut table = builder.build();
    table.with(Borders::empty()).with(Padding::new(0, 2, 0, 0));
    for &column in right {
        table.modify(Columns::one(column), Alignment::right());
    }
    table.to_string().lines().fold(String::new(), |text, line| text + "  " + line.trim_end() + "\n")
}

/// Lines two signs further in.
pub(crate) fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}

/// A bar of five parts that sum to 100.00. Each part ends in the cell where its level does; one too small for a cell is not drawn, and the
/// numbers beside the bar say it.
pub(crate) fn bar(parts: [Score; 5]) -> String {
    let (mut level, mut drawn, mut text) = (0, 0, String::new());
    for (part, (sign, colour)) in parts.into_iter().zip(PARTS) {
        level += usize::from(part.hundredths());
        let end = level * WIDTH / 10_000;
        text += &paint(&String::from(sign).repeat(end - drawn), colour);
        drawn = end;
    }
    text
}

/// The signs of a bar with their names.
pub(crate) fn legend(names: [String; 5]) -> String {
    let parts = PARTS.iter().zip(names).map(|((sign, colour), name)| format!("{} {name}", paint(&sign.to_string(), *colour)));
    format!("  {}\n", parts.collect::<Vec<_>>().join("   "))
}

fn paint(text: &str, colour: AnsiColor) -> String {
    let style = Style::new().fg_color(Some(colour.into()));
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}
