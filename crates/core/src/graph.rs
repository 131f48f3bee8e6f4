//! The order in which scores are found. The only file that knows petgraph.

use std::ops::Range;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The nodes of a graph so that each comes after all that it rests on, except within its own cycle.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    /// Every node once.
    pub(crate) nodes: Vec<u32>,
    /// Where in `nodes` the members of one cycle stand side by side; ascending, each longer than one.
    pub(crate) cycles: Vec<Range<usize>>,
}

impl Order {
    /// Orders `count` nodes by their edges (node, what it rests on), which are free of self-loops.
    ///
    /// Kosaraju's algorithm, because it does not recurse: a chain of a million requirements overflows nothing.
    pub(crate) fn of(count: usize, edges: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut graph = DiGraph::<(), (), u32>::with_capacity(count, 0);
        for _ in 0..count {
            graph.add_node(());
        }
        for (node, on) in edges {
            graph.add_edge(NodeIndex::new(node as usize), NodeIndex::new(on as usize), ());
        }
        let mut order = Self::default();
        for mut component in kosaraju_scc(&graph) {
            component.sort_unstable();
            let start = order.nodes.len();
            order.nodes.extend(component.iter().filter_map(|node| u32::try_from(node.index()).ok()));
            if component.len() > 1 {
                order.cycles.push(start..order.nodes.len());
            }
        }
        order
    }

    /// Where the members of the cycle stand that has a member there.
    pub(crate) fn cycle_of(&self, at: usize) -> Option<&Range<usize>> {
        self.cycles.get(self.cycles.partition_point(|cycle| cycle.end <= at)).filter(|cycle| cycle.start <= at)
    }

    /// The cycles and the single nodes between them, each after all that it rests on.
    pub(crate) fn components(&self) -> impl Iterator<Item = &[u32]> {
        let (mut at, mut cycles) = (0, self.cycles.iter().peekable());
        std::iter::from_fn(move || {
            let end = cycles.next_if(|cycle| cycle.start == at).map_or(at + 1, |cycle| cycle.end);
            let component = self.nodes.get(at..end);
            at = end;
            component
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rested_on_comes_first() {
        // 0 rests on 1, 1 on 2 and 3, 2 and 3 on each other
        let order = Order::of(4, [(0, 1), (1, 2), (1, 3), (2, 3), (3, 2)].into_iter());
        assert_eq!(order.nodes, [2, 3, 1, 0]);
        assert_eq!(order.components().collect::<Vec<_>>(), [&[2, 3][..], &[1], &[0]]);
    }

    #[test]
    fn a_chain_of_a_million_overflows_nothing() {
        let order = Order::of(1_000_000, (0..999_999).map(|node| (node, node + 1)));
        assert_eq!(order.nodes.first(), Some(&999_999));
        assert!(order.cycles.is_empty());
    }
}
