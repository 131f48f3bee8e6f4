//! Propagation over a graph of 100,000 requirements beside petgraph's own graph. The figures are in `benches/README.md`.
//!
//! `cargo bench -p pejling-tests --bench graph`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a bench that finds something else than it expects has to stop there, and ratios are of times"
)]

use std::hint::black_box;
use std::sync::Arc;

use jiff::civil::date;
use pejling_core::{
    Assessment, Assurance, Catalogue, Entity, Evidence, Excludable, Finding, Framework, Kind, Requirement, RequirementId, RequirementScore,
    Score, Submission, Weight, score,
};
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use self::measure::{ratio, tell, time};

mod measure;

/// How many requirements, and on how many others each rests.
const COUNT: usize = 100_000;
const EDGES: usize = 3;

/// On what each requirement rests: `true` for requires. Always on later ones, anywhere among them; the same on every machine.
fn edges() -> Vec<Vec<(usize, bool)>> {
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let of = |node: usize, next: &mut dyn FnMut(usize) -> usize| {
        let rest = COUNT - node - 1;
        let mut on: Vec<usize> = (0..EDGES.min(rest)).map(|_| node + 1 + next(rest)).collect();
        on.sort_unstable();
        on.dedup();
        on.into_iter().map(|on| (on, next(8) == 0)).collect()
    };
    (0..COUNT).map(|node| of(node, &mut next)).collect()
}

fn id(node: usize) -> RequirementId {
    format!("x:r{node:07}").parse().unwrap()
}

fn catalogue(edges: &[Vec<(usize, bool)>]) -> Vec<Framework> {
    let ids: Vec<RequirementId> = (0..edges.len()).map(id).collect();
    let requirement = |node: usize| {
        let on =
            |wanted: bool| edges[node].iter().filter(move |(_, requires)| *requires == wanted).map(|(on, _)| ids[*on].clone()).collect();
        Requirement {
            id: ids[node].clone(),
            target: None,
            composite: false,
            excludable: Excludable::Freely,
            requires: on(true),
            supported_by: on(false),
        }
    };
    let requirements = (0..edges.len()).map(requirement).collect();
    vec![Framework { id: "x".parse().unwrap(), edition: "1".parse().unwrap(), builds_on: vec![], requirements, objectives: vec![] }]
}

/// One entity, and one audit on each requirement with a result of its own.
fn assessment(catalogue: &Arc<Catalogue>) -> Assessment {
    let evidence = |node: usize| Evidence {
        id: format!("e{node}").parse().unwrap(),
        requirement: id(node),
        entity: "a".parse().unwrap(),
        kind: Kind::Audit,
        date: date(2026, 6, 1),
        assurance: Assurance::Independent,
        by: Some("auditor".into()),
        reference: Some("1".into()),
        valid_days: None,
        closes: vec![],
        finding: Finding::Result {
            share: Score::FULL,
            result: Score::from_hundredths(u16::try_from(4_000 + node * 7_919 % 6_001).unwrap()).unwrap(),
        },
    };
    let entities = vec![Entity { id: "a".parse().unwrap(), parent: None, weight: Weight::ONE, serves: vec![] }];
    let evidence = (0..catalogue.requirements().len()).map(evidence).collect();
    Assessment::new(catalogue.clone(), Submission { organisation: "a".parse().unwrap(), entities, evidence, exclusions: vec![] }).unwrap()
}

fn main() {
    let edges = edges();
    println!("{COUNT} requirements, {} edges", edges.iter().map(Vec::len).sum::<usize>());
    let frameworks = catalogue(&edges);
    let checked = Arc::new(Catalogue::new(frameworks.clone()).unwrap());
    let assessment = assessment(&checked);
    let scores = score(&assessment, date(2026, 6, 30));
    let leaf = scores.leaves().next().unwrap();
    let (mut own, mut expected) = (Vec::new(), Vec::new());
    for (_, it) in leaf.requirements() {
        let RequirementScore::Applicable(it) = it else { unreachable!("nothing is excluded") };
        let of = |it: pejling_core::Readings<Score>| [it.substantiated, it.declared, it.possible].map(Score::hundredths);
        own.push(of(it.own));
        expected.push(of(it.score));
    }

    // petgraph's own graph, walked in an order that was computed before, all three readings at once
    let mut graph = DiGraph::<(), bool>::new();
    let nodes: Vec<NodeIndex> = edges.iter().map(|_| graph.add_node(())).collect();
    for (node, edges) in edges.iter().enumerate() {
        for &(on, requires) in edges {
            graph.add_edge(nodes[node], nodes[on], requires);
        }
    }
    let mut order = toposort(&graph, None).unwrap();
    order.reverse();
    let walk = || {
        let mut scores = own.clone();
        for &node in &order {
            let mut score = scores[node.index()];
            for edge in graph.edges(node) {
                for (score, on) in score.iter_mut().zip(scores[edge.target().index()]) {
                    *score = (*score).min(if *edge.weight() { on } else { u16::midpoint(10_000, on) });
                }
            }
            scores[node.index()] = score;
        }
        scores
    };
    assert_eq!(walk(), expected, "petgraph's graph and the engine give the same");

    println!("{:<62} {:>9}   middle times", "", "ratio");
    let own: Vec<_> =
        leaf.requirements().map(|(_, it)| if let RequirementScore::Applicable(it) = it { it.own } else { unreachable!() }).collect();
    tell("petgraph's graph / propagation", ratio(51, || time(walk), || time(|| checked.propagate(&own))), "at least 10");
    tell(
        "checking the catalogue / toposort",
        ratio(5, || time(|| Catalogue::new(frameworks.clone()).unwrap()), || time(|| toposort(&graph, None).unwrap())),
        "",
    );
    tell(
        "checking the catalogue / kosaraju_scc",
        ratio(5, || time(|| Catalogue::new(frameworks.clone()).unwrap()), || time(|| kosaraju_scc(&graph))),
        "",
    );

    // a chain overflows nothing
    let chain: Vec<Vec<(usize, bool)>> =
        (0..1_000_000).map(|node| if node + 1 < 1_000_000 { vec![(node + 1, false)] } else { vec![] }).collect();
    let checked = Arc::new(Catalogue::new(catalogue(&chain)).unwrap());
    black_box(score(&self::assessment(&checked), date(2026, 6, 30)));
    println!("a chain of 1,000,000 was checked and scored");
}
