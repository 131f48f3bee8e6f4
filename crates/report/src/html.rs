//! A report as one HTML page that needs nothing else: no script, no font, no network.

use crate::chart::Chart;
use crate::markup::Markup;
use crate::model::{Block, Report, Run, Section, Style, Table};

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("html/style.css");

impl Report {
    /// The report as an HTML page.
    #[must_use]
    pub fn html(&self) -> String {
        let text = |key: &str| self.language.text(key);
        let mut page = Markup::default();
        page.made("<!DOCTYPE html>\n");
        page.element("html", &[("lang", self.language.code())], |page| {
            page.line();
            page.element("head", &[], |head| {
                head.line();
                head.empty("meta", &[("charset", "utf-8")]);
                head.line();
                head.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
                head.line();
                if !self.audience.is_public() {
                    head.empty("meta", &[("name", "robots"), ("content", "noindex")]);
                    head.line();
                }
                head.text_element("title", &[], &format!("{}: {}", self.title, self.subtitle));
                head.line();
                head.element("style", &[], |style| style.made(&format!("\n{STYLE}")));
                head.line();
            });
            page.line();
            let wide = if self.audience.is_public() { &[][..] } else { &[("class", "wide")][..] }; // closed reports are tables
            page.element("body", wide, |body| {
                body.line();
                body.text_element("a", &[("class", "skip"), ("href", "#content")], &text("report-skip"));
                body.line();
                body.element("header", &[], |header| {
                    header.line();
                    if !self.audience.is_public() {
                        header.text_element("p", &[("class", "closed")], &text("report-closed"));
                        header.line();
                    }
                    header.text_element("h1", &[], &self.title);
                    header.line();
                    header.text_element("p", &[("class", "subtitle")], &self.subtitle);
                    header.line();
                });
                body.line();
                contents(body, &text("report-contents"), &self.sections);
                body.element("main", &[("id", "content"), ("tabindex", "-1")], |main| {
                    main.line();
                    self.sections.iter().for_each(|it| section(main, it, &text("report-as-table")));
                });
                body.line();
                body.element("footer", &[], |footer| footer.text_element("p", &[], &text("report-footer")));
                body.line();
            });
            page.line();
        });
        page.line();
        page.finish()
    }
}

fn contents(body: &mut Markup, label: &str, sections: &[Section]) {
    if sections.len() < 3 {
        return;
    }
    body.element("nav", &[("aria-labelledby", "contents")], |nav| {
        nav.line();
        nav.text_element("p", &[("id", "contents"), ("class", "contents")], label);
        nav.line();
        nav.element("ol", &[], |list| {
            list.line();
            for it in sections {
                list.element("li", &[], |item| item.text_element("a", &[("href", &format!("#{}", it.id))], &it.heading));
                list.line();
            }
        });
        nav.line();
    });
    body.line();
}

fn section(main: &mut Markup, it: &Section, as_table: &str) {
    let named = format!("{}-heading", it.id);
    let class = if it.on_new_page { "page" } else { "part" };
    main.element("section", &[("id", &it.id), ("class", class), ("aria-labelledby", &named)], |section| {
        section.line();
        section.text_element("h2", &[("id", &named)], &it.heading);
        section.line();
        for (at, one) in it.blocks.iter().enumerate() {
            block(section, one, &format!("{}-{at}", it.id), as_table);
            section.line();
        }
    });
    main.line();
}

fn block(section: &mut Markup, it: &Block, id: &str, as_table: &str) {
    match it {
        Block::Heading(text) => section.text_element("h3", &[], text),
        Block::Paragraph(text) => section.element("p", &[], |p| runs(p, text)),
        Block::List { ordered, items } => section.element(if *ordered { "ol" } else { "ul" }, &[], |list| {
            list.line();
            for item in items {
                list.element("li", &[], |li| runs(li, item));
                list.line();
            }
        }),
        Block::Table(it) => table(section, it, id),
        Block::Chart(it) => chart(section, it, id, as_table),
        Block::Quote { paragraphs, by } => section.element("figure", &[("class", "quote")], |figure| {
            figure.element("blockquote", &[], |quote| {
                quote.line();
                for paragraph in paragraphs {
                    quote.text_element("p", &[], paragraph);
                    quote.line();
                }
            });
            figure.text_element("figcaption", &[], by);
        }),
        Block::Callout { title, text } => section.element("div", &[("class", "callout")], |callout| {
            callout.element("p", &[], |p| {
                p.text_element("strong", &[], title);
                p.made(" ");
                runs(p, text);
            });
        }),
    }
}

fn runs(inside: &mut Markup, runs: &[Run]) {
    for Run { text, style } in runs {
        match style {
            Style::Plain => inside.text(text),
            Style::Strong => inside.text_element("strong", &[], text),
            Style::Code => inside.text_element("code", &[], text),
        }
    }
}

fn chart(section: &mut Markup, it: &Chart, id: &str, as_table: &str) {
    section.element("figure", &[("class", "chart")], |figure| {
        figure.line();
        figure.text_element("figcaption", &[], &it.title);
        figure.line();
        figure.made(&it.svg());
        figure.line();
        figure.element("details", &[], |details| {
            details.line();
            details.text_element("summary", &[], as_table);
            details.line();
            rows_of(details, &it.table, id);
            details.line();
        });
        figure.line();
        notes(figure, &it.table); // what a sign in the picture means has to be seen beside it
    });
}

fn table(inside: &mut Markup, it: &Table, id: &str) {
    rows_of(inside, it, id);
    inside.line();
    notes(inside, it);
}

fn notes(inside: &mut Markup, it: &Table) {
    for note in &it.notes {
        inside.text_element("p", &[("class", "note")], note);
        inside.line();
    }
}

/// A table that scrolls by itself where a screen is narrow, by keyboard as well.
fn rows_of(inside: &mut Markup, it: &Table, id: &str) {
    let named = format!("{id}-caption");
    let region = [("class", "table"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", named.as_str())];
    inside.element("div", &region, |div| {
        div.line();
        div.element("table", &[], |table| {
            table.line();
            table.text_element("caption", &[("id", &named)], &it.caption);
            table.line();
            table.element("thead", &[], |head| {
                head.element("tr", &[], |row| {
                    for column in &it.columns {
                        row.text_element("th", &cell_class(column.is_number, ("scope", "col")), &column.head);
                    }
                });
            });
            table.line();
            table.element("tbody", &[], |body| {
                body.line();
                for cells in &it.rows {
                    body.element("tr", &[], |row| {
                        for (at, (cell, column)) in cells.iter().zip(&it.columns).enumerate() {
                            if at == 0 {
                                row.text_element("th", &cell_class(column.is_number, ("scope", "row")), cell);
                            } else {
                                row.text_element("td", &class_of(cell, column.is_number), cell);
                            }
                        }
                    });
                    body.line();
                }
            });
            table.line();
        });
        div.line();
    });
}

/// A number stands flush right on one line; words in its place may need more, and a digest may be cut anywhere.
fn class_of(cell: &str, is_number: bool) -> Vec<(&'static str, &'static str)> {
    let has_digits = cell.starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '\u{2212}'));
    if is_number && has_digits {
        vec![("class", "number")]
    } else if is_number {
        vec![("class", "words")]
    } else if cell.starts_with("sha256:") {
        vec![("class", "digest")]
    } else {
        Vec::new()
    }
}

fn cell_class<'a>(is_number: bool, scope: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    let mut attributes = vec![scope];
    attributes.extend(is_number.then_some(("class", "number")));
    attributes
}
