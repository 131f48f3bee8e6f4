//! The dependency graph as text that Graphviz draws.

use std::fmt::Write as _;

use crate::catalogue::CatalogueDocument;
use crate::library::Library;

impl Library<'_> {
    /// A catalogue's dependency graph in DOT: what requires in full lines, what supports in dashed ones, arrows towards what is rested on.
    #[must_use]
    pub fn dot(&self, document: &CatalogueDocument) -> String {
        let mut dot =
            format!("digraph {} {{\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n", quoted(document.id.0.as_str()));
        let mut drawn = Vec::new();
        for requirement in &document.requirements {
            let id = format!("{}:{}", document.id.0, requirement.id);
            drawn.push(id.clone());
            for (names, style) in [(&requirement.requires, "solid"), (&requirement.supported_by, "dashed")] {
                for on in names.iter().filter_map(|name| document.requirement_id(name).ok()) {
                    let _ = writeln!(dot, "  {} -> {} [style={style}];", quoted(&id), quoted(on.as_str())); // writing to text cannot fail
                    drawn.push(on.to_string());
                }
            }
        }
        drawn.sort_unstable();
        drawn.dedup();
        for id in drawn {
            let (_, local) = id.split_once(':').unwrap_or_default();
            let label = self.title(&id).map_or_else(|| local.to_owned(), |title| format!("{local}\n{title}"));
            let _ = writeln!(dot, "  {} [label={}];", quoted(&id), quoted(&label));
        }
        dot.push_str("}\n");
        dot
    }
}

/// A text as a quoted name of DOT.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
