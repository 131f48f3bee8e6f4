//! An information security management system that scores on every change: evidence comes in one by one, and after each the system says
//! which themes moved. Only what an evidence touches is scored anew.
//!
//! `cargo run --release --example isms -- fixtures/region/assessment.json`
#![expect(clippy::print_stdout, reason = "an example speaks to whoever runs it")]

use std::error::Error;

use jiff::civil::{Date, date};
use pejling_core::{Assurance, Change, Evidence, Finding, Kind, ObjectiveId, Score, Scores};
use pejling_documents::{Language, Library, Source};

/// What the system holds: the scores as they stand, and what it shows on its front page.
struct Isms {
    scores: Scores<'static>,
    themes: Vec<ObjectiveId>,
}

impl Isms {
    /// Loads what is known and scores it once.
    fn open(text: &str, today: Date) -> Result<Self, Box<dyn Error>> {
        let library = Library::new(Language::English);
        let checked = library.check(Source::text(text))?; // or every fault, with line and help
        let themes = ["iso27001-2022:chapter-a5", "iso27001-2022:chapter-a8", "principles-2017:framework"];
        let themes = themes.iter().map(|name| name.parse()).collect::<Result<_, _>>()?;
        Ok(Self { scores: Scores::of(checked.assessment().clone(), today), themes })
    }

    /// What the organisation substantiates of each theme; none where nothing of it applies.
    fn standing(&self) -> Vec<Option<Score>> {
        let organisation = self.scores.assessment().organisation();
        let substantiated = |theme| self.scores.overall_objective(organisation, theme).map(|it| it.score.substantiated);
        self.themes.iter().map(substantiated).collect()
    }

    /// Files one evidence and tells what it did.
    fn file(&mut self, evidence: Evidence) {
        let (id, before) = (evidence.id.clone(), self.standing());
        if let Err(faults) = self.scores.file(evidence) {
            let said: Vec<_> = faults.iter().map(|fault| fault.error.to_string()).collect();
            println!("{id}: refused: {}", said.join("; ")); // nothing has changed
            return;
        }
        println!("{id}:");
        for ((theme, before), after) in self.themes.iter().zip(before).zip(self.standing()) {
            if let (Some(before), Some(after)) = (before, after) {
                println!("  {theme}: {before} -> {after} ({})", Change::between(before, after));
            }
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which assessment?")?;
    let mut isms = Isms::open(&std::fs::read_to_string(path)?, date(2026, 6, 30))?;
    let logging = Evidence {
        id: "logrevision-2026-06".parse()?,
        requirement: "iso27001-2022:A.8.15".parse()?,
        entity: "psykiatrien".parse()?,
        kind: Kind::Audit,
        date: date(2026, 6, 20),
        assurance: Assurance::Independent,
        by: Some("Uvildig it-revisor (opdigtet)".into()),
        reference: Some("OPD-2026-31".into()),
        valid_days: None,
        closes: vec![],
        finding: Finding::Result { share: Score::FULL, result: "95".parse()? },
    };
    isms.file(logging.clone());
    // the auditor looks again and finds less; the record of the same name takes the place of the first
    isms.file(Evidence { finding: Finding::Result { share: Score::FULL, result: "60".parse()? }, ..logging.clone() });
    // a typing error is refused, and the scores stay as they were
    isms.file(Evidence { id: "logrevision-2027".parse()?, requirement: "iso27001-2022:A.8.99".parse()?, ..logging });
    Ok(())
}
