//! Laws about what was found wrong: what closes it, and what does not. What each says stands in `laws.rs`.

use num_rational::Ratio;
use pejling_core::{Assurance, Selection};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::{POSSIBLE, Scorer, nowhere_above};
use crate::generator::Draw;
use crate::model::{Evidence, Finding, Model, Requirement};
use crate::naive::Rules;
use crate::published::hundredths;

pub(super) fn adding_what_closes_nothing_never_raises_possible(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let finding = Finding::Result { share: 9_999, result: draw.between(2, 0_u16, 10_000) };
    let look = Evidence { finding, ..Evidence::audit(draw.of(0, &model.plain()), draw.pick(1, model.entities.len())) };
    nowhere_above(&scorer(&model.with(look)), &scorer(model), POSSIBLE)
}

pub(super) fn a_weak_old_or_narrow_look_closes_nothing(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let rules = Rules { model, wrong: None };
    let looks = (0..model.evidence.len()).filter_map(|at| rules.look(at));
    let findings: Vec<_> = looks.filter(|look| look.bad > Ratio::new(1, 10) && look.age > 0).collect();
    if findings.is_empty() {
        return Ok(());
    }
    let found = &findings[draw.pick(0, findings.len())];
    let look = |share: u16| Evidence {
        closes: vec![found.evidence],
        finding: Finding::Result { share, result: 10_000 },
        ..Evidence::audit(model.evidence[found.evidence].requirement, found.entity)
    };
    let look = match draw.pick(1, 3) {
        0 => Evidence { age: found.age, ..look(9_999) },
        1 if found.assurance == Assurance::Own => return Ok(()),
        1 => Evidence { traced: (false, true), ..look(9_999) },
        _ => look(hundredths(found.bad) - 1),
    };
    nowhere_above(&scorer(&model.with(look)), &scorer(model), POSSIBLE)
}

pub(super) fn repaired_and_looked_at_again_counts(scorer: Scorer<'_>, _: &Model, draw: &Draw) -> TestCaseResult {
    let wrong = draw.between(0, 1_u32, 39);
    let counts = |examined, ok| Finding::Counts { population: 40, examined, ok, selection: Selection::Chosen };
    let first = Evidence { age: 121, finding: counts(40, 40 - wrong), ..Evidence::audit(0, 0) };
    let again = |examined| Evidence { age: 29, finding: counts(examined, examined), ..Evidence::audit(0, 0) };
    let before = Model::single(vec![Requirement::default()]).with(first);
    let own = |model: &Model| scorer(model).at(0, 0).unwrap().own;

    let mended = own(&before.with(Evidence { closes: vec![0], ..again(wrong) }));
    prop_assert!(mended.iter().all(|reading| *reading >= Ratio::new(9_999, 100)), "{:?}", mended); // what is in order was cut twice
    prop_assert_eq!(own(&before.with(again(40))), [Ratio::from(100); 3]); // a new look at the whole needs no link
    prop_assert_eq!(own(&before.with(again(wrong)))[2], own(&before)[2]); // without the link the finding stands
    Ok(())
}
