//! A report beside scoring the region that it is of. The figures are in `benches/README.md`.
//!
//! `cargo bench -p pejling-tests --bench report`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a bench that finds something else than it expects has to stop there, and ratios are of times"
)]

use std::path::Path;

use pejling_documents::{Checked, Earlier, Language, Library, Side, Source, foreseen_until};
use pejling_report::{Audience, Order, council};

use self::measure::{ratio, tell, time};

mod measure;

fn main() {
    let library = Library::new(Language::Danish);
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(name).join("assessment.json");
        library.check(Source::text(&std::fs::read_to_string(path).unwrap())).unwrap()
    };
    let (old, new): (Checked, Checked) = (read("region"), read("region-2027"));
    let (then, now) = (old.as_of(None).unwrap(), new.as_of(None).unwrap());
    let (before, after) = (old.scores(then), new.scores(now));
    let order = Order {
        library: &library,
        checked: &new,
        scores: &after,
        entity: new.assessment().organisation().clone(),
        earlier: Some(Earlier { checked: &old, scores: &before, across_editions: false }),
        until: foreseen_until(now),
        beside: vec![Side { file: None, checked: &new }],
    };
    let extract = order.extract().unwrap();
    let score = || time(|| new.scores(now));
    let page = ratio(21, || time(|| council(&extract, &library).html()), score);
    tell("the page of a council's report / scoring the region", page, "reported");
    let public = ratio(5, || time(|| order.extract().unwrap()), score);
    tell("what is public of it, with bridge and a year ahead / scoring it", public, "reported");
    let closed = ratio(3, || time(|| order.report(Audience::Ciso).unwrap().html()), score);
    tell("the closed report / scoring it", closed, "reported");
}
