//! An invented country for measurements: as many leaves and as much evidence as asked for.

use std::fmt::Write as _;

use crate::chance::{Day, Dice};

/// How the entities of a [`Country`] stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All leaves directly below the country, and all evidence at leaves.
    Flat,
    /// Country, regions, leaves. Each requirement has ten evidences at the country and ten at each region; the rest is at leaves.
    Tree,
}

/// An invented country: who is in it, and how much evidence there is on the 93 controls of ISO/IEC 27001:2022 Annex A.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    /// How its entities stand to each other.
    pub shape: Shape,
    /// How many leaves it has.
    pub leaves: u32,
    /// How many evidences it has.
    pub evidence: u32,
    /// What the drawing starts from.
    pub seed: u64,
}

/// Regions of a tree.
const REGIONS: u32 = 20;
/// Evidences on each requirement at the country and at each region of a tree.
const SHARED: u32 = 10;
/// Controls in each of the four chapters of Annex A.
const CONTROLS: [(u32, u32); 4] = [(5, 37), (6, 8), (7, 14), (8, 34)];
/// Kinds with who examines, in how many of a hundred evidences, and the longest validity that can be stated.
const KINDS: [(&str, &str, &str, u32, u32); 8] = [
    ("statement", "self", "systemejeren", 15, 365),
    ("document", "self", "informationssikkerhed", 15, 1095),
    ("log_review", "internal", "intern kontrol", 25, 180),
    ("risk_assessment", "internal", "risikoforum", 10, 1095),
    ("awareness", "internal", "uddannelse", 10, 365),
    ("test", "independent", "testhuset", 5, 365),
    ("audit", "independent", "revisionen", 15, 1095),
    ("certificate", "independent", "certificeringsorganet", 5, 1095),
];
/// The day of assessment.
const AS_OF: Day = Day::new(2026, 6, 30);

impl Country {
    /// The assessment as a JSON text of one line an evidence, about 210 bytes each.
    ///
    /// Six of ten evidences found all in order, three of ten looked at a part only, one of seven does not say who or where, one of
    /// fifty names an earlier finding that it closes; ages run from 0 to 799 days.
    #[must_use]
    pub fn assessment(&self) -> String {
        let mut text = String::with_capacity(250 * self.evidence as usize + 100 * self.leaves as usize);
        text.push_str(concat!(
            r#"{"format":"pejling/assessment/1","organisation":"country","as_of":"2026-06-30","#,
            r#""catalogues":{"iso27001-2022":"2026.1"},"#,
            "\"entities\":[\n"
        ));
        text.push_str(r#"{"id":"country"}"#);
        if self.shape == Shape::Tree {
            for region in 0..REGIONS {
                let _ = write!(text, ",\n{{\"id\":\"r{region:02}\",\"parent\":\"country\",\"weight\":{}}}", 1 + region % 5);
            }
        }
        for leaf in 0..self.leaves {
            let parent = match self.shape {
                Shape::Flat => "country".to_owned(),
                Shape::Tree => format!("r{:02}", leaf % REGIONS),
            };
            let _ = write!(text, ",\n{{\"id\":\"e{leaf:05}\",\"parent\":\"{parent}\",\"weight\":{}}}", 1 + leaf % 3);
        }
        text.push_str("],\n\"evidence\":[\n");
        self.write_evidence(&mut text);
        text.push_str("]}\n");
        text
    }

    fn write_evidence(&self, text: &mut String) {
        let mut dice = Dice::of(self.seed, &["country"]);
        let controls = CONTROLS.iter().flat_map(|&(chapter, count)| (1..=count).map(move |control| format!("A.{chapter}.{control}")));
        let controls: Vec<String> = controls.collect();
        let mut shared = Vec::new();
        if self.shape == Shape::Tree {
            let holders = std::iter::once("country".to_owned()).chain((0..REGIONS).map(|region| format!("r{region:02}")));
            for holder in holders {
                shared.extend(controls.iter().flat_map(|control| (0..SHARED).map(|_| (holder.clone(), control.clone()))));
            }
        }
        let mut shared = shared.into_iter();
        let mut last: Vec<u32> = Vec::new(); // the latest finding on each cell of the leaves
        last.resize(self.leaves as usize * controls.len(), u32::MAX);
        for number in 0..self.evidence {
            let (entity, control, cell) = if let Some((entity, control)) = shared.next() {
                (entity, control, None)
            } else {
                let leaf = dice.between(0, self.leaves.saturating_sub(1));
                let control = dice.between(0, u32::try_from(controls.len()).unwrap_or_default().saturating_sub(1)) as usize;
                let name = controls.get(control).cloned().unwrap_or_default();
                (format!("e{leaf:05}"), name, Some(leaf as usize * controls.len() + control))
            };
            let separator = if number == 0 { "" } else { ",\n" };
            let _ =
                write!(text, "{separator}{{\"id\":\"ev-{number:08}\",\"requirement\":\"iso27001-2022:{control}\",\"entity\":\"{entity}\"");
            let wrong = write_finding(text, number, &mut dice);
            if let Some(last) = cell.and_then(|cell| last.get_mut(cell)) {
                if *last < number && dice.chance(4) {
                    let _ = write!(text, ",\"closes\":[\"ev-{last:08}\"]");
                }
                if wrong {
                    *last = number;
                }
            }
            text.push('}');
        }
    }
}

/// Writes what one evidence is and found; whether it found something wrong.
fn write_finding(text: &mut String, number: u32, dice: &mut Dice) -> bool {
    let mut drawn = dice.between(1, 100);
    let kind = KINDS.iter().find(|(.., share, _)| {
        let found = drawn <= *share;
        drawn = drawn.saturating_sub(*share);
        found
    });
    let Some((kind, assurance, by, _, longest)) = kind else { return false };
    let date = AS_OF.before(dice.between(0, 799));
    let _ = write!(text, ",\"kind\":\"{kind}\",\"assurance\":\"{assurance}\",\"date\":\"{date}\"");
    if dice.chance(86) {
        let _ = write!(text, ",\"by\":\"{by}\",\"reference\":\"sag 2026-{number:07}\"");
    }
    if dice.chance(20) {
        let _ = write!(text, ",\"valid_days\":{longest}");
    }
    let fine = dice.chance(60);
    if *kind == "log_review" || dice.chance(10) {
        let population = dice.between(20, 400);
        let examined = dice.between(10, population);
        let ok = if fine { examined } else { dice.between(examined / 2, examined) };
        let _ = write!(text, ",\"population\":{population},\"examined\":{examined},\"ok\":{ok}");
        if dice.chance(30) {
            text.push_str(",\"selection\":\"random\"");
        }
        return ok < examined;
    }
    if dice.chance(30) {
        let _ = write!(text, ",\"share\":\"{}\"", dice.between(10, 95));
    }
    if dice.chance(25) {
        let level = if fine { 4 } else { dice.between(1, 4) };
        let _ = write!(text, ",\"level\":{level}");
        return level < 4;
    }
    let result = if fine { 10_000 } else { dice.between(4_000, 10_000) };
    let _ = write!(text, ",\"result\":\"{}.{:02}\"", result / 100, result % 100);
    result < 10_000
}
