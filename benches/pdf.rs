//! A report as PDF beside the same as HTML. The figures are in `benches/README.md`. It belongs to `pejling-pdf`, so that typst is compiled for it alone.
//!
//! `cargo bench -p pejling-pdf --bench pdf`
#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "a bench that finds something else than it expects has to stop there, and ratios are of times"
)]

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cpu_time::ProcessTime;
use pejling_documents::{Checked, Earlier, Language, Library, Side, Source, foreseen_until};
use pejling_pdf::{Attachment, pdf};
use pejling_report::{Audience, Order};

use self::measure::{ratio, tell, time};

mod measure;

fn main() {
    let library = Library::new(Language::Danish);
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name).join("assessment.json");
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
    let extract = Attachment::extract(&order.extract().unwrap(), library.language);
    let result = Attachment::result(&new.result_of(&after), library.language);
    for (what, audience, attachment) in [
        ("a council's report as PDF / as HTML", Audience::Council, extract),
        ("the closed report as PDF / as HTML", Audience::Ciso, result),
    ] {
        let report = order.report(audience).unwrap();
        let attachments = [attachment];
        tell(what, ratio(5, || time_of_all(|| pdf(&report, &attachments).unwrap()), || time(|| report.html())), "reported");
    }
}

/// CPU time of doing something once, on all threads: pages are set on several.
fn time_of_all<T>(work: impl FnOnce() -> T) -> Duration {
    let start = ProcessTime::now();
    let made = black_box(work());
    let taken = start.elapsed();
    drop(made);
    taken
}
