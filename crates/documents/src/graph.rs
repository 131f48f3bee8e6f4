//! What rests on what in a catalogue, as a graph that can be drawn: all of it, or what is around one requirement.

mod columns;
mod dot;
mod lettering;
mod places;
mod routes;
mod svg;

use std::collections::{BTreeMap, BTreeSet};

use pejling_core::Relation;

use crate::catalogue::{CatalogueDocument, RequirementDocument};
use crate::diagnostic::{Fault, Faults};
use crate::library::Library;
use crate::read::{near, shorten};

/// How many steps below and above one requirement are drawn.
const STEPS_AROUND: usize = 2;

/// A catalogue's dependency graph, with the requirements of other catalogues that its edges point to.
///
/// ```
/// use pejling_documents::{Language, Library};
///
/// let library = Library::new(Language::English);
/// let graph = library.dependencies(library.catalogue("gdpr").unwrap(), Some("32")).unwrap();
/// assert!(graph.dot().starts_with("digraph \"gdpr\" {"));
/// assert!(graph.svg().unwrap().starts_with("<svg "));
/// ```
#[derive(Clone, Debug)]
pub struct DependencyGraph<'a> {
    library: &'a Library<'a>,
    document: &'a CatalogueDocument,
    /// The requirement that the others are around.
    around: Option<usize>,
    nodes: Vec<Node<'a>>,
    /// In the catalogue's order; each once.
    edges: Vec<Edge>,
}

/// A requirement of the graph.
#[derive(Clone, Debug)]
struct Node<'a> {
    /// Its qualified name.
    id: String,
    /// None: it belongs to another catalogue.
    own: Option<&'a RequirementDocument>,
}

/// One requirement rests on another: both are positions among the nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    from: usize,
    on: usize,
    relation: Relation,
}

impl Library<'_> {
    /// A catalogue's dependency graph; or, around one requirement of it, what is at most two steps below or above that one.
    ///
    /// # Errors
    ///
    /// A fault where nothing in the graph is named so.
    pub fn dependencies<'g>(&'g self, document: &'g CatalogueDocument, around: Option<&str>) -> Result<DependencyGraph<'g>, Faults> {
        let whole = DependencyGraph::whole(self, document);
        let Some(name) = around else { return Ok(whole) };
        let qualified = format!("{}:{name}", document.id.0);
        if let Some(center) = whole.nodes.iter().position(|node| node.id == name || node.id == qualified) {
            return Ok(whole.around(center));
        }
        let known = document.requirements.iter().map(|requirement| requirement.id.as_str());
        let fault = Fault::new("not-in-graph", &[("catalogue", &document.id.0), ("name", &shorten(name))]);
        Err(Faults::one(fault.suggesting(near(name, known)), self.language))
    }
}

impl<'a> DependencyGraph<'a> {
    fn whole(library: &'a Library<'a>, document: &'a CatalogueDocument) -> Self {
        let mut nodes: Vec<Node<'a>> = Vec::new();
        let mut positions = BTreeMap::new();
        for requirement in &document.requirements {
            let id = format!("{}:{}", document.id.0, requirement.id);
            positions.entry(id.clone()).or_insert_with(|| {
                nodes.push(Node { id, own: Some(requirement) });
                nodes.len() - 1
            });
        }
        let mut named = Vec::new();
        for requirement in &document.requirements {
            let from = format!("{}:{}", document.id.0, requirement.id);
            for (names, relation) in [(&requirement.requires, Relation::Requires), (&requirement.supported_by, Relation::SupportedBy)] {
                let ids = names.iter().filter_map(|name| document.requirement_id(name).ok());
                named.extend(ids.map(|on| (from.clone(), on.to_string(), relation)));
            }
        }
        let others: BTreeSet<_> = named.iter().map(|(_, on, _)| on).filter(|on| !positions.contains_key(*on)).cloned().collect();
        for id in others {
            positions.insert(id.clone(), nodes.len());
            nodes.push(Node { id, own: None });
        }
        let mut drawn = BTreeSet::new();
        let edges = named.iter().filter_map(|(from, on, relation)| {
            let edge = Edge { from: *positions.get(from)?, on: *positions.get(on)?, relation: *relation };
            drawn.insert(edge).then_some(edge)
        });
        let edges = edges.collect();
        Self { library, document, around: None, nodes, edges }
    }

    /// The same graph with only what is near one node, and the edges among what is left.
    fn around(&self, center: usize) -> Self {
        let mut kept = BTreeSet::from([center]);
        for is_below in [true, false] {
            let mut reached = BTreeSet::from([center]);
            for _ in 0..STEPS_AROUND {
                let ends = self.edges.iter().map(|edge| if is_below { (edge.from, edge.on) } else { (edge.on, edge.from) });
                let next: Vec<_> = ends.filter(|(near, _)| reached.contains(near)).map(|(_, far)| far).collect();
                reached.extend(next);
            }
            kept.extend(reached);
        }
        let positions: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        let edges = self.edges.iter().filter_map(|edge| {
            let (from, on) = (*positions.get(&edge.from)?, *positions.get(&edge.on)?);
            Some(Edge { from, on, relation: edge.relation })
        });
        Self {
            library: self.library,
            document: self.document,
            around: positions.get(&center).copied(),
            nodes: kept.iter().filter_map(|node| self.nodes.get(*node).cloned()).collect(),
            edges: edges.collect(),
        }
    }

    /// The ids at both ends of an edge.
    fn ends(&self, edge: &Edge) -> Option<(&str, &str)> {
        Some((&self.nodes.get(edge.from)?.id, &self.nodes.get(edge.on)?.id))
    }
}

impl Node<'_> {
    fn framework(&self) -> &str {
        self.id.split_once(':').map_or(&self.id, |(framework, _)| framework)
    }

    fn local(&self) -> &str {
        self.id.split_once(':').map_or(&self.id, |(_, local)| local)
    }
}
