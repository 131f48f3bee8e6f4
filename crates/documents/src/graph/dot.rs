//! The dependency graph as text that Graphviz draws.

use std::fmt::Write as _;

use pejling_core::Relation;

use super::DependencyGraph;

impl DependencyGraph<'_> {
    /// The graph in DOT: what requires in full lines, what supports in dashed ones, arrows towards what is rested on.
    #[must_use]
    pub fn dot(&self) -> String {
        let name = quoted(self.document.id.0.as_str());
        let mut dot = format!("digraph {name} {{\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
        for edge in &self.edges {
            let Some((from, on)) = self.ends(edge) else { continue };
            let style = match edge.relation {
                Relation::Requires => "solid",
                Relation::SupportedBy => "dashed",
            };
            let _ = writeln!(dot, "  {} -> {} [style={style}];", quoted(from), quoted(on)); // writing to text cannot fail
        }
        let mut nodes: Vec<_> = self.nodes.iter().enumerate().collect();
        nodes.sort_unstable_by_key(|(_, node)| &node.id);
        for (position, node) in nodes {
            let label = self.library.title(&node.id).map_or_else(|| node.local().to_owned(), |title| format!("{}\n{title}", node.local()));
            let shape = if node.own.is_none() { ", style=rounded" } else { "" };
            let weight = if self.around == Some(position) { ", penwidth=3" } else { "" };
            let _ = writeln!(dot, "  {} [label={}{shape}{weight}];", quoted(&node.id), quoted(&label));
        }
        dot.push_str("}\n");
        dot
    }
}

/// A text as a quoted name of DOT.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
