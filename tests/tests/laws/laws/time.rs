//! Laws about time: what it takes away, how fast, and that it gives nothing. What each says stands in `laws.rs`.

use num_rational::Ratio;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::{SUBSTANTIATED_AND_DECLARED, Scorer, nowhere_above};
use crate::generator::Draw;
use crate::model::Model;

/// The same without evidence to come, and with exclusions that outlast whatever is asked.
fn unmoved(model: &Model) -> Model {
    let mut model = model.without_future();
    model.exclusions.iter_mut().for_each(|it| it.review = 10_000);
    model
}

pub(super) fn time_alone_never_raises(scorer: Scorer<'_>, model: &Model, draw: &Draw) -> TestCaseResult {
    let now = unmoved(model);
    let later = Model { day: draw.of(0, &[1, 30, 365, 4_000]), ..now.clone() };
    let (now, later) = (scorer(&now), scorer(&later));
    nowhere_above(&later, &now, SUBSTANTIATED_AND_DECLARED)?;
    let possible = |published: &super::Published| -> Vec<_> { published.flat().into_values().map(|it| it.map(|it| it[2])).collect() };
    prop_assert_eq!(possible(&now), possible(&later));
    Ok(())
}

pub(super) fn one_day_moves_little(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    let mut today = unmoved(model);
    today.evidence.iter_mut().for_each(|one| one.valid_days = Some(90));
    let tomorrow = scorer(&Model { day: 1, ..today.clone() }).flat();
    for (key, score) in scorer(&today).flat() {
        if let (Some(score), Some(Some(after))) = (score, tomorrow.get(&key)) {
            let lost = score[0] - after[0];
            prop_assert!(lost <= Ratio::new(100, 90) + Ratio::new(5, 100), "{:?} lost {}", key, lost);
        }
    }
    Ok(())
}

pub(super) fn the_future_changes_nothing(scorer: Scorer<'_>, model: &Model, _: &Draw) -> TestCaseResult {
    prop_assert_eq!(scorer(model), scorer(&model.without_future()));
    Ok(())
}
