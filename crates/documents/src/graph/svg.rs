//! The dependency graph as a drawing in SVG that stands alone: no script, no font and no file from elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use pejling_core::Relation;

use super::columns::{Band, Columns};
use super::lettering::{LINE, fitted, lines, lines_height, text_width, wrapped, xml};
use super::places::Places;
use super::routes::{BOX, PORT, Routes, Step};
use super::{DependencyGraph, Edge, Node};
use crate::diagnostic::{Fault, Faults};
use crate::vocabulary::Family;

/// The most boxes and stretches of edges that are drawn: nobody can read more.
const DRAWN_LIMIT: usize = 10_000;
/// Around the whole.
const MARGIN: i64 = 24;
/// Within a box, beside and above its text.
const INSET: i64 = 8;
/// The width of the titles of bands, left of the first column.
const TITLES: i64 = 164;
/// The lines of a title in a box.
const TITLE_LINES: usize = 3;
/// The height of a line of the legend, and of the heading.
const LEGEND_LINE: i64 = 26;
/// The length of what the legend shows of an edge or box.
const SAMPLE: i64 = 54;
/// A band's ground, and the rim of its boxes. All text is black on white or on such a ground.
const COLOURS: [(&str, &str); 6] = [
    ("#e8f0fb", "#2c5aa0"),
    ("#e9f5e9", "#2e7031"),
    ("#fbf1df", "#8a5a00"),
    ("#f6e9f5", "#8b2f86"),
    ("#e4f4f4", "#146b6b"),
    ("#fbeaea", "#a5322f"),
];
/// Fonts and lines. Under the pointer a box shows its edges and an edge itself, by rules of style and without a script.
const RULES: [(&str, &str); 12] = [
    ("text", "font:12px \"Segoe UI\",\"Liberation Sans\",Arial,sans-serif;fill:#111111"),
    (".heading", "font-size:20px;font-weight:bold"),
    (".name", "font-weight:bold"),
    (".part", "font-weight:bold"),
    (".node rect", "fill:#ffffff;stroke-width:1.5"),
    (".center rect", "stroke-width:5"),
    (".edge", "stroke-width:1.5"),
    (".requires .line", "fill:none;stroke:#111111"),
    (".supported_by .line", "fill:none;stroke:#1f4e9e;stroke-dasharray:7 4"),
    (".reach", "fill:none;stroke:none;stroke-width:9;pointer-events:stroke"),
    (".node:hover~.edge", "opacity:.15"),
    (".edge:hover", "stroke-width:4"),
];
/// The tips of arrows: filled where one requires, open where one supports.
const TIPS: [(&str, &str); 2] = [
    ("requires", "d=\"M0 0 10 5 0 10z\" fill=\"#111111\""),
    ("supported_by", "d=\"M1 1 9 5 1 9\" fill=\"none\" stroke=\"#1f4e9e\" stroke-width=\"1.8\""),
];
/// The rim of what belongs to another catalogue.
const OTHER: &str = "#444444";

/// A label of a node: its name, its title in lines, and the height of its box.
struct Label {
    name: String,
    lines: Vec<String>,
    height: i64,
}

impl DependencyGraph<'_> {
    /// The graph as one SVG in the library's language: bands for the parts of the catalogue, what is rested on to the right.
    ///
    /// # Errors
    ///
    /// A fault where there is more than anybody could read.
    pub fn svg(&self) -> Result<String, Faults> {
        let ends: Vec<_> = self.drawn().map(|(_, edge)| (edge.from, edge.on)).collect();
        let (parts, bands) = self.bands();
        let labels = self.labels();
        let boxes: Vec<_> = bands.into_iter().zip(labels.iter().map(|label| label.height)).collect();
        let columns = Columns::of(&boxes, &ends);
        let count = Places::count(&columns);
        if count > DRAWN_LIMIT {
            let fault = Fault::new("too-much-to-draw", &[("count", &count), ("limit", &DRAWN_LIMIT)]);
            return Err(Faults::one(fault, self.library.language));
        }
        let least: Vec<_> = parts.iter().map(|part| lines_height(part.len()) + 2 * INSET).collect();
        let places = Places::of(&boxes, &least, &columns, self.trunks(&columns));
        let routes = Routes::of(&places, &columns);
        let sheet = Sheet { graph: self, parts, labels, boxes, columns, places, routes };
        Ok(sheet.draw())
    }

    /// The edges that are drawn: all but those of what rests on itself, which is a fault that `check` tells.
    fn drawn(&self) -> impl Iterator<Item = (usize, &Edge)> {
        self.edges.iter().filter(|edge| edge.from != edge.on).enumerate()
    }

    /// Which drawn edges run together: those of one kind that end at the same box, named after the first of them. What runs back runs alone.
    fn trunks(&self, columns: &Columns) -> Vec<usize> {
        let mut first: BTreeMap<(usize, Relation), usize> = BTreeMap::new();
        let trunk = |((position, edge), ends): ((usize, &Edge), &(usize, usize))| {
            if *ends == (edge.from, edge.on) { *first.entry((edge.on, edge.relation)).or_insert(position) } else { position }
        };
        self.drawn().zip(&columns.ends).map(trunk).collect()
    }

    /// The titles of the parts, in the order in which the catalogue comes to them, and where each node belongs.
    fn bands(&self) -> (Vec<Vec<String>>, Vec<Band>) {
        let mut parts: Vec<Option<&str>> = Vec::new();
        let mut others: BTreeMap<&str, usize> = BTreeMap::new();
        for node in &self.nodes {
            match node.own {
                Some(own) if !parts.contains(&own.part.as_deref()) => parts.push(own.part.as_deref()),
                Some(_) => {}
                None => *others.entry(node.framework()).or_default() += 1,
            }
        }
        // the one that is drawn on most stands nearest
        let mut frameworks: Vec<_> = others.into_iter().collect();
        frameworks.sort_by_key(|&(framework, count)| (std::cmp::Reverse(count), framework));
        let band = |node: &Node<'_>| match node.own {
            Some(own) => Band::Own(parts.iter().position(|part| *part == own.part.as_deref()).unwrap_or(0)),
            None => Band::Beyond(frameworks.iter().position(|(framework, _)| *framework == node.framework()).unwrap_or(0)),
        };
        let bands = self.nodes.iter().map(band).collect();
        (parts.into_iter().map(|part| part.map_or_else(Vec::new, |part| self.part_title(part))).collect(), bands)
    }

    /// The title of the objective that sums up exactly this part; the part's own name where there is none.
    fn part_title(&self, part: &str) -> Vec<String> {
        let sums_up = |select: &crate::table::Table<String>| select.len() == 1 && select.get("part").is_some_and(|it| it == part);
        let objective = self.document.objectives.iter().find(|it| it.select.as_ref().is_some_and(sums_up));
        let title = objective.and_then(|it| Some((it, self.library.title(&format!("{}:{}", self.document.id.0, it.id))?)));
        let text = match title {
            Some((objective, title)) if objective.family.0 == Family::Chapter => format!("{part} {title}"),
            Some((_, title)) => title.to_owned(),
            None => part.to_owned(),
        };
        wrapped(&text, TITLES - 2 * INSET, 6)
    }

    fn labels(&self) -> Vec<Label> {
        let mut leaving = vec![0; self.nodes.len()];
        for (_, edge) in self.drawn() {
            leaving.get_mut(edge.from).into_iter().for_each(|count| *count += 1);
        }
        let label = |(node, leaving): (&Node<'_>, i64)| {
            let name = if node.own.is_some() { node.local() } else { &node.id };
            let lines = wrapped(self.library.title(&node.id).unwrap_or_default(), BOX - 2 * INSET, TITLE_LINES);
            let text = lines_height(lines.len() + 1) + INSET;
            Label { name: name.to_owned(), lines, height: text.max((leaving + 1) * PORT) }
        };
        self.nodes.iter().zip(leaving).map(label).collect()
    }

    /// How a node is named beside others: without its framework where that is the catalogue's own.
    fn name<'n>(&'n self, node: &'n Node<'_>) -> &'n str {
        if node.framework() == self.document.id.0.as_str() { node.local() } else { &node.id }
    }

    fn named_with_title(&self, node: &Node<'_>) -> String {
        format!("{} {}", self.name(node), self.library.title(&node.id).unwrap_or_default()).trim_end().to_owned()
    }

    fn relation(&self, relation: Relation) -> String {
        match relation {
            Relation::Requires => self.library.language.text("requires"),
            Relation::SupportedBy => self.library.language.text("supported-by"),
        }
    }

    /// What is told of a node: its name and title, and what it rests on.
    fn node_note(&self, position: usize, node: &Node<'_>) -> String {
        let mut told = self.named_with_title(node);
        let below: Vec<_> = self.edges.iter().filter(|edge| edge.from == position).collect();
        if !below.is_empty() {
            told += &format!("\n{}:", self.library.language.text("rests-on"));
        }
        for edge in below {
            let on = self.nodes.get(edge.on).map(|on| self.named_with_title(on)).unwrap_or_default();
            told += &format!("\n{} {on}", self.relation(edge.relation));
        }
        told
    }

    /// What is told of an edge: both ends, and the reason.
    fn edge_note(&self, edge: &Edge) -> String {
        let [from, on] = [edge.from, edge.on].map(|node| self.nodes.get(node).map(|node| self.named_with_title(node)).unwrap_or_default());
        let reason = self.ends(edge).and_then(|(from, on)| self.library.reason(from, edge.relation, on));
        let reason = reason.map_or_else(String::new, |reason| format!("\n{reason}"));
        format!("{from}\n{} {on}{reason}", self.relation(edge.relation))
    }
}

/// All that is drawn, with its place.
struct Sheet<'s> {
    graph: &'s DependencyGraph<'s>,
    /// The titles of the bands, in lines.
    parts: Vec<Vec<String>>,
    labels: Vec<Label>,
    boxes: Vec<(Band, i64)>,
    columns: Columns,
    places: Places,
    routes: Routes,
}

impl Sheet<'_> {
    fn draw(&self) -> String {
        let language = self.graph.library.language;
        let id = self.graph.document.id.0.as_str();
        let own = self.graph.nodes.iter().filter(|node| node.own.is_some()).count();
        let counts = |relation| self.graph.edges.iter().filter(|edge| edge.relation == relation).count().to_string();
        let center = self.graph.around.and_then(|center| self.graph.nodes.get(center));
        let framework = self.graph.library.framework_title(id).unwrap_or(id);
        let title = match center {
            None => language.text_with("graph-title", &[("framework", framework)]),
            Some(node) => {
                language.text_with("graph-title-around", &[("framework", framework), ("requirement", &self.graph.named_with_title(node))])
            }
        };
        let (requires, supports) = (counts(Relation::Requires), counts(Relation::SupportedBy));
        let (own, others) = (own.to_string(), (self.graph.nodes.len() - own).to_string());
        let edition = self.graph.document.edition.0.to_string();
        let args = [("edition", &edition), ("requirements", &own), ("others", &others), ("requires", &requires), ("supports", &supports)];
        let description = language.text_with("graph-description", &args);

        let legend = self.legend();
        let top = MARGIN + 2 * LEGEND_LINE + LEGEND_LINE * i64::try_from(legend.len()).unwrap_or(0) + 2 * LINE;
        let widest =
            legend.iter().map(|(_, text)| SAMPLE + 12 + text_width(text)).chain([text_width(&title) * 7 / 4, text_width(&description)]);
        let width = (TITLES + self.routes.width).max(widest.max().unwrap_or(0)) + 2 * MARGIN;
        let height = top + self.places.height + MARGIN;
        let svg = format!("graph-{id}");
        let code = language.code();
        let mut text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{svg}\" lang=\"{code}\" role=\"img\" aria-labelledby=\"{svg}-title {svg}-desc\" \
             width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
        );
        text += &format!("<title id=\"{svg}-title\">{}</title>\n<desc id=\"{svg}-desc\">{}</desc>\n", xml(&title), xml(&description));
        text += &self.style(&svg, width, height);
        text += &format!("<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        text += &format!("<g transform=\"translate({MARGIN} {MARGIN})\">\n<text class=\"heading\" y=\"{LINE}\">{}</text>\n", xml(&title));
        text += &format!("<text y=\"{}\">{}</text>\n", LINE + LEGEND_LINE, xml(&description));
        for (index, (sample, line)) in (2..).zip(&legend) {
            let line = xml(line);
            text += &format!(
                "<g class=\"legend\" transform=\"translate(0 {})\">{sample}<text x=\"{}\" y=\"4\">{line}</text></g>\n",
                index * LEGEND_LINE + LINE - 4,
                SAMPLE + 12
            );
        }
        text += &format!("</g>\n<g transform=\"translate({MARGIN} {top})\">\n");
        text += &self.grounds();
        text += &format!("<g transform=\"translate({TITLES} 0)\">\n");
        for (position, ((node, label), (band, _))) in self.graph.nodes.iter().zip(&self.labels).zip(&self.boxes).enumerate() {
            text += &self.node(position, node, label, *band);
        }
        for (position, edge) in self.graph.drawn() {
            text += &self.edge(&svg, position, edge);
        }
        text + "</g>\n</g>\n</svg>\n"
    }

    /// Rules of style, the page that it fills in print, and the tips of arrows.
    fn style(&self, svg: &str, width: i64, height: i64) -> String {
        let mut text = "<style>\n".to_owned();
        for (selector, rule) in RULES {
            text += &format!("#{svg} {selector}{{{rule}}}\n");
        }
        let joined: BTreeSet<usize> = self.graph.drawn().flat_map(|(_, edge)| [edge.from, edge.on]).collect();
        for position in joined {
            text += &format!("#{svg} .n{position}:hover~.e{position}{{opacity:1;stroke-width:3}}\n");
        }
        text += &format!("@page{{size:{width}px {height}px;margin:0}}\n</style>\n<defs>\n");
        for (relation, tip) in TIPS {
            text += &format!(
                "<marker id=\"{svg}-{relation}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"11\" markerHeight=\"9\" \
                 markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path {tip}/></marker>\n"
            );
        }
        text + "</defs>\n"
    }

    /// What the legend shows and says.
    fn legend(&self) -> Vec<(String, String)> {
        let language = self.graph.library.language;
        let svg = format!("graph-{}", self.graph.document.id.0);
        let line = |relation: Relation, ways: &[String]| {
            let class = relation.name();
            let path = |way: &String| format!("<path class=\"line\" d=\"M{SAMPLE} 0{way}\" marker-start=\"url(#{svg}-{class})\"/>");
            format!("<g class=\"{class}\" stroke-width=\"1.5\">{}</g>", ways.iter().map(path).collect::<String>())
        };
        let shape = |class: &str, rim: &str, round: i64| {
            format!("<g class=\"{class}\"><rect y=\"-8\" width=\"{SAMPLE}\" height=\"16\" rx=\"{round}\" stroke=\"{rim}\"/></g>")
        };
        let straight = ["H0".to_owned()];
        let middle = SAMPLE / 2;
        let together = [-1, 1].map(|down| format!("H{}Q{middle} 0 {middle} {}V{}H0", middle + 5, 5 * down, 7 * down));
        let mut legend = vec![
            (line(Relation::Requires, &straight), language.text("graph-requires")),
            (line(Relation::SupportedBy, &straight), language.text("graph-supported-by")),
            (line(Relation::Requires, &together), language.text("graph-together")),
        ];
        let (_, rim) = colours(0);
        legend.push((shape("node", rim, 0), language.text("graph-own")));
        if self.graph.nodes.iter().any(|node| node.own.is_none()) {
            legend.push((shape("node other", OTHER, 8), language.text("graph-other")));
        }
        legend
    }

    /// The bands with their titles, and the titles of other catalogues above their columns.
    fn grounds(&self) -> String {
        let mut text = String::new();
        let width =
            TITLES + self.columns.own.checked_sub(1).and_then(|last| self.routes.lefts.get(last)).map_or(0, |left| left + BOX + INSET);
        for ((index, part), (top, height)) in self.parts.iter().enumerate().zip(&self.places.bands) {
            let (ground, _) = colours(index);
            text += &format!("<g class=\"band\"><rect y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>");
            text += &lines("part", INSET, top + INSET, part);
            text += "</g>\n";
        }
        let mut headed = BTreeSet::new();
        for (node, (band, _)) in self.graph.nodes.iter().zip(&self.boxes) {
            let Band::Beyond(beyond) = band else { continue };
            if headed.insert(beyond)
                && let Some(left) = self.routes.lefts.get(self.columns.own + beyond)
            {
                let title = self.graph.library.framework_title(node.framework()).unwrap_or(node.framework());
                text += &format!("<text class=\"part\" x=\"{}\" y=\"-6\">{}</text>\n", TITLES + left, xml(title));
            }
        }
        text
    }

    fn node(&self, position: usize, node: &Node<'_>, label: &Label, band: Band) -> String {
        let Some((piece, left)) = self.places.pieces.get(position).and_then(|piece| Some((piece, self.routes.lefts.get(piece.column)?)))
        else {
            return String::new();
        };
        let (class, rim, round) = match band {
            Band::Own(band) => ("node", colours(band).1, 0),
            Band::Beyond(_) => ("node other", OTHER, 14),
        };
        let center = if self.graph.around == Some(position) { " center" } else { "" };
        let told = xml(&self.graph.node_note(position, node));
        let mut text =
            format!("<g class=\"{class}{center} n{position}\" transform=\"translate({left} {})\"><title>{told}</title>", piece.top);
        text += &format!("<rect width=\"{BOX}\" height=\"{}\" rx=\"{round}\" stroke=\"{rim}\"/>", piece.height);
        let above = (piece.height - lines_height(label.lines.len() + 1)) / 2;
        text += &lines("name", INSET, above, &[fitted(&label.name, BOX - 3 * INSET)]);
        text += &lines("", INSET, above + LINE, &label.lines);
        text + "</g>\n"
    }

    fn edge(&self, svg: &str, position: usize, edge: &Edge) -> String {
        let class = edge.relation.name();
        let steps = self.routes.edges.get(position).map_or(&[][..], Vec::as_slice);
        let runs_back = self.columns.ends.get(position) != Some(&(edge.from, edge.on));
        let path = path(steps, runs_back);
        let note = xml(&self.graph.edge_note(edge));
        format!(
            "<g class=\"edge {class} e{} e{}\"><title>{note}</title><path class=\"reach\" d=\"{path}\"/>\
             <path class=\"line\" d=\"{path}\" marker-start=\"url(#{svg}-{class})\"/></g>\n",
            edge.from, edge.on
        )
    }
}

fn colours(band: usize) -> (&'static str, &'static str) {
    COLOURS.iter().copied().cycle().nth(band % COLOURS.len()).unwrap_or(("#ffffff", OTHER))
}

/// The way of an edge from its arrow back to where it comes from, with round corners: so edges that run together share their dashes.
fn path(steps: &[Step], runs_back: bool) -> String {
    let way: Vec<Step> = if runs_back {
        steps.to_vec()
    } else {
        steps.iter().rev().map(|step| Step { from: step.to, lane: step.lane, to: step.from }).collect()
    };
    let mut path = way.first().map_or_else(String::new, |first| format!("M{} {}", first.from.0, first.from.1));
    for (index, Step { from: (x, y), lane, to: (to_x, to_y) }) in way.into_iter().enumerate() {
        let _ = match lane {
            _ if y == to_y => write!(path, "H{to_x}"),
            None => {
                let across = if index == 0 { String::new() } else { format!("H{x}") }; // no stretch without a length: an arrow would not know its direction
                let middle = i64::midpoint(x, to_x);
                write!(path, "{across}C{middle} {y} {middle} {to_y} {to_x} {to_y}")
            }
            Some(lane) => {
                let across = 5 * (to_x - x).signum();
                let down = ((to_y - y) / 2).clamp(-5, 5);
                let (before, behind) = (lane - across, lane + across);
                write!(path, "H{before}Q{lane} {y} {lane} {}V{}Q{lane} {to_y} {behind} {to_y}H{to_x}", y + down, to_y - down)
            }
        }; // writing to text cannot fail
    }
    path
}
