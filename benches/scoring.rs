//! Loading and scoring beside `serde_json` reading the same bytes into borrowed structs (Y). The figures are in `benches/README.md`.
//!
//! `cargo bench -p pejling-tests --bench scoring`, or with a part's name behind `--`: `load`, `growth`, `threads`, `change`, `explain`,
//! `forecast`, `decide`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a bench that finds something else than it expects has to stop there, and ratios are of times"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::Instant;

use jiff::ToSpan;
use jiff::civil::Date;
use pejling_core::{
    Assurance, Evidence, Finding, ForecastQuestion, Leaf, Lift, Measure, RequirementId, RequirementScore, Score, Scores, forecast, score,
    score_on,
};
use pejling_documents::{Checked, Language, Library, Limits, Source};
use pejling_tests::{Country, Shape};
use serde::Deserialize;

use self::measure::{ratio, tell, time};

mod measure;

/// What all generated countries start from.
const SEED: u64 = 7;

/// Y: an assessment's evidence as borrowed typed structs.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is dropped")]
struct Borrowed<'a> {
    #[serde(borrow)]
    evidence: Vec<BorrowedEvidence<'a>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what is read is dropped")]
struct BorrowedEvidence<'a> {
    id: &'a str,
    requirement: &'a str,
    entity: Option<&'a str>,
    kind: BorrowedKind,
    assurance: BorrowedAssurance,
    date: &'a str,
    by: Option<&'a str>,
    reference: Option<&'a str>,
    valid_days: Option<u16>,
    population: Option<u32>,
    examined: Option<u32>,
    ok: Option<u32>,
    selection: Option<BorrowedSelection>,
    share: Option<&'a str>,
    level: Option<u8>,
    result: Option<&'a str>,
    #[serde(default)]
    closes: Vec<&'a str>,
    note: Option<&'a str>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BorrowedKind {
    Statement,
    Document,
    Agreement,
    RiskAssessment,
    Awareness,
    LogReview,
    Exercise,
    IncidentReview,
    Test,
    Audit,
    AssuranceReport,
    Certificate,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BorrowedAssurance {
    #[serde(rename = "self")]
    Own,
    Internal,
    Independent,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum BorrowedSelection {
    Chosen,
    Random,
}

fn library() -> Library<'static> {
    let mut library = Library::new(Language::English);
    library.limits = Limits { bytes: 4 << 30, evidence: 20_000_000, ..Limits::default() };
    library
}

fn load(library: &Library<'_>, text: &str) -> Checked {
    library.check(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The sum over all requirements of all leaves of what is substantiated, and of what is declared of its own, in hundredths.
fn sum(scores: &Scores<'_>) -> u64 {
    let of_leaf = |leaf: Leaf<'_>| {
        let numbers = leaf.requirements().map(|(_, it)| match it {
            RequirementScore::Applicable(it) => u64::from(it.score.substantiated.hundredths()) + u64::from(it.own.declared.hundredths()),
            RequirementScore::NotApplicable => 0,
        });
        numbers.sum::<u64>()
    };
    scores.leaves().map(of_leaf).sum()
}

/// Loading and scoring a million evidences, beside Y.
fn loading(shape: Shape, reference: u64) {
    let library = library();
    let country = Country { shape, leaves: 1_000, evidence: 1_000_000, seed: SEED };
    let text = country.assessment();
    let checked = load(&library, &text);
    let date = checked.as_of(None).unwrap();
    let found = sum(&checked.scores(date));
    assert_eq!(found, reference, "the sum of scores is not that of the reference: {country:?}");
    println!("{country:?}: {} bytes, scores sum to {found}", text.len());
    let y = || time(|| drop(serde_json::from_str::<Borrowed<'_>>(&text).unwrap()));
    tell("score after load / Y", ratio(9, || time(|| checked.scores(date)), y), "at most 0.10 for the flat one");
    tell("full load / Y", ratio(5, || time(|| load(&library, &text)), y), "at most 2");
    let both = || {
        time(|| {
            let checked = load(&library, &text);
            sum(&checked.scores(date))
        })
    };
    tell("load, score and sum / Y", ratio(3, both, y), "(0.75 is wanted later)");
}

/// How the time of scoring grows with the evidence.
fn growth() {
    let library = library();
    let sizes = [100_000, 1_000_000, 10_000_000];
    let scored = sizes.map(|evidence| {
        let text = Country { shape: Shape::Flat, leaves: evidence / 1_000, evidence, seed: SEED }.assessment();
        let checked = load(&library, &text);
        let date = checked.as_of(None).unwrap();
        drop(text);
        (checked, date)
    });
    let middle = |small: usize, large: usize| {
        let of = |(checked, date): &(Checked, Date)| time(|| checked.scores(*date));
        ratio(7, || of(&scored[large]), || of(&scored[small]))
    };
    for (small, large) in [(0, 1), (1, 2), (0, 2)] {
        let (times, a, b) = middle(small, large);
        let exponent = times.ln() / (f64::from(sizes[large]) / f64::from(sizes[small])).ln();
        tell(&format!("growth exponent, {} to {} evidences", sizes[small], sizes[large]), (exponent, a, b), "at most 1.05");
    }
}

/// Two threads beside one, by the clock on the wall.
fn threads() {
    let library = library();
    let text = Country { shape: Shape::Flat, leaves: 1_000, evidence: 1_000_000, seed: SEED }.assessment();
    let checked = load(&library, &text);
    let date = checked.as_of(None).unwrap();
    let wall = |threads: usize| {
        let start = Instant::now();
        let scores = score_on(checked.assessment(), date, NonZeroUsize::new(threads).unwrap());
        let taken = start.elapsed();
        drop(scores);
        taken
    };
    tell("one thread / two threads, wall", ratio(15, || wall(1), || wall(2)), "at least 1.6 on an idle machine");
}

/// One evidence changed and everything that it touches scored again, beside scoring everything.
fn change() {
    let library = library();
    let text = Country { shape: Shape::Flat, leaves: 1_000, evidence: 930_000, seed: SEED }.assessment();
    let checked = load(&library, &text);
    let date = checked.as_of(None).unwrap();
    let mut scores = Scores::of(checked.assessment().clone(), date);
    let originals: Vec<Evidence> = checked.assessment().evidence().iter().step_by(1_009).take(500).cloned().collect();
    let revise = |one: &Evidence| Evidence {
        assurance: if one.assurance == Assurance::Own { Assurance::Internal } else { Assurance::Own },
        finding: Finding::Result { share: "80".parse().unwrap(), result: "55".parse().unwrap() },
        ..one.clone()
    };
    let changes: Vec<Evidence> = originals.iter().map(revise).collect();
    scores.file(changes[0].clone()).unwrap(); // the names are sorted in once
    let mut there = false;
    let each = || {
        there = !there;
        let filed = if there { changes.clone() } else { originals.clone() };
        let count = u32::try_from(filed.len()).unwrap();
        time(|| filed.into_iter().for_each(|one| scores.file(one).unwrap())) / count
    };
    let figure = ratio(10, each, || time(|| checked.scores(date)));
    assert_eq!(sum(&scores), sum(&checked.scores(date)), "filed back and forth, the scores are those of the beginning");
    tell("one evidence filed / scoring 930,000", figure, "at most 0.002");
}

/// All explanations of the region fixture beside scoring it.
fn explain() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/region/assessment.json");
    let text = std::fs::read_to_string(path).unwrap();
    let library = library();
    let checked = load(&library, &text);
    let date = checked.as_of(None).unwrap();
    let scores = score(checked.assessment(), date);
    let catalogue = checked.assessment().catalogue();
    let all = || {
        let mut terms = 0;
        for leaf in scores.leaves() {
            let mut explainer = leaf.explainer();
            let requirements = catalogue.requirements().iter().filter_map(|it| explainer.requirement(&it.id));
            terms += requirements.map(|it| it.evidence.len()).sum::<usize>();
            let objectives = catalogue.objectives().iter().filter_map(|it| explainer.objective(&it.id));
            terms += objectives.map(|it| it.members.len()).sum::<usize>();
        }
        for entity in scores.consolidated() {
            terms += catalogue.requirements().iter().filter_map(|it| entity.explain(&it.id)).map(|it| it.children.len()).sum::<usize>();
            let objectives = catalogue.objectives().iter().filter_map(|it| entity.explain_objective(&it.id));
            terms += objectives.map(|it| it.children.len()).sum::<usize>();
        }
        terms
    };
    println!("the region fixture: {} evidences, {} terms explain all", checked.assessment().evidence().len(), all());
    tell("all explanations / scoring", ratio(201, || time(all), || time(|| score(checked.assessment(), date))), "at most 3");
}

/// A twelve-month forecast of the whole country, beside Y. Before a time is told, its last day is compared with scoring that day.
fn foresee() {
    let library = library();
    let text = Country { shape: Shape::Flat, leaves: 1_000, evidence: 1_000_000, seed: SEED }.assessment();
    let checked = load(&library, &text);
    let (assessment, as_of) = (checked.assessment(), checked.as_of(None).unwrap());
    let until = as_of + 1.year();
    let ordered_by = ["iso27001-2022:framework".parse().unwrap()];
    let question = ForecastQuestion { entity: assessment.organisation(), as_of, until, objective: None, ordered_by: &ordered_by };
    let found = forecast(assessment, &question).unwrap();
    let then = score(assessment, until);
    for course in &found.objectives {
        let foreseen = course.days.last().unwrap().foreseen.unwrap();
        assert_eq!(foreseen.score, then.overall_objective(question.entity, course.id).unwrap().score, "{}", course.id);
    }
    let days: BTreeSet<_> = found.objectives.iter().flat_map(|it| &it.days).map(|it| it.day).collect();
    println!(
        "{} days with a change of an objective's band, {} requirements leave theirs, {} lapses, {} renewals",
        days.len() - 2,
        found.requirements.len(),
        found.lapses.len(),
        found.renewals.len()
    );
    drop((found, then));
    let y = || time(|| drop(serde_json::from_str::<Borrowed<'_>>(&text).unwrap()));
    tell("a forecast of twelve months / Y", ratio(5, || time(|| forecast(assessment, &question)), y), "below 2");
}

/// All single gains of a leaf beside reading its evidence (Y of it), and a what-if beside scoring it anew.
fn decide() {
    const LEAVES: u32 = 1_000;
    let library = library();
    let text = Country { shape: Shape::Flat, leaves: 1_000, evidence: 930_000, seed: SEED }.assessment();
    let checked = load(&library, &text);
    let scores = checked.scores(checked.as_of(None).unwrap());
    let objective = "iso27001-2022:framework".parse().unwrap();
    let leaves: Vec<_> = scores.leaves().map(|leaf| leaf.entity().clone()).step_by(50).collect(); // 20 of them
    let requirements = checked.assessment().catalogue().requirements().iter().filter(|it| !it.composite);
    let lifts: Vec<_> = requirements.map(|it| (it.id.clone(), Score::FULL)).collect();
    let measures: Vec<Vec<Measure>> = leaves
        .iter()
        .map(|leaf| {
            let lift =
                |(requirement, own): &(_, Score)| Lift { requirement: RequirementId::clone(requirement), entity: leaf.clone(), own: *own };
            lifts.iter().map(|it| Measure { id: it.0.as_str().parse().unwrap(), lift: lift(it), cost: 1 }).collect()
        })
        .collect();
    let count = u32::try_from(leaves.len()).unwrap();
    let gains = || {
        time(|| {
            leaves
                .iter()
                .zip(&measures)
                .map(|(leaf, measures)| scores.gains(leaf, &objective, measures).unwrap().unwrap())
                .collect::<Vec<_>>()
        }) / count
    };
    let y = || time(|| drop(serde_json::from_str::<Borrowed<'_>>(&text).unwrap())) / LEAVES;
    println!("{} single gains a leaf", measures[0].len());
    tell("all single gains of a leaf / Y of its evidence", ratio(9, gains, y), "at most 0.2");
    let what_if = || {
        time(|| {
            let supposed = measures.iter().flat_map(|all| all.iter().step_by(13)); // 10 of each leaf
            // each is let go before the next: to keep them all would measure fresh memory
            supposed.for_each(|it| drop(black_box(scores.what_if(std::slice::from_ref(&it.lift), Vec::new()).unwrap())));
        }) / (count * u32::try_from(measures[0].len().div_ceil(13)).unwrap())
    };
    let anew = || time(|| score(checked.assessment(), scores.as_of())) / LEAVES;
    tell("a what-if / scoring its leaf anew", ratio(9, what_if, anew), "at most 0.05");
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    let wants = |part: &str| asked.is_empty() || asked.iter().any(|it| it == part);
    println!("{:<62} {:>9}   middle times", "", "ratio");
    if wants("load") {
        loading(Shape::Flat, FLAT);
        loading(Shape::Tree, TREE);
    }
    if wants("growth") {
        growth();
    }
    if wants("threads") {
        threads();
    }
    if wants("change") {
        change();
    }
    if wants("explain") {
        explain();
    }
    if wants("forecast") {
        foresee();
    }
    if wants("decide") {
        decide();
    }
}

/// What the flat country sums to. The first engine (commit 18e4d87) and today's gave the same sums, 1 347 113 973 and 1 074 849 437, while the
/// catalogue had 113 edges; with 224 they are those of today's engine.
const FLAT: u64 = 1_308_419_099;
/// The same of the tree.
const TREE: u64 = 1_064_731_769;
