//! Incremental = full = any number of threads: whatever way the engine comes to its numbers, it publishes the same.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use pejling_core::{Assessment, Evidence, EvidenceId, Scores, Submission, score, score_on};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::cases::{LAW, cases, runner};
use crate::engine::{assessment, day, evidence_of, published, submission};
use crate::generator::model;
use crate::model;

#[test]
fn incremental_equals_full_equals_any_number_of_threads() {
    let drawn = (model(), any::<Index>(), any::<Index>(), 2..5_usize);
    let outcome = runner(cases(LAW)).run(&drawn, |(model, one, other, threads)| {
        let full = assessment(&model);
        let date = day(model.day);
        let expected = published(&score(&full, date));
        prop_assert!(published(&score_on(&full, date, NonZeroUsize::new(threads).unwrap())) == expected, "{threads} threads");
        if model.evidence.is_empty() {
            return Ok(());
        }

        // One evidence was another before, then elsewhere: each time it is filed as it is. Where it was, nothing like it is left.
        let at = one.index(model.evidence.len());
        let another = model.evidence[other.index(model.evidence.len())].clone();
        let elsewhere = model::Evidence { requirement: another.requirement, entity: another.entity, ..model.evidence[at].clone() };
        for earlier in [another, elsewhere] {
            let mut before = model.clone();
            before.evidence[at] = earlier;
            before.evidence[at].closes.retain(|finding| *finding != at);
            let mut scores = Scores::of(assessment(&before), date);
            scores.file(evidence_of(&model, at)).unwrap();
            prop_assert!(published(&scores) == expected, "evidence {at} filed again");
            prop_assert_eq!(scores.warnings(), score(&full, date).warnings());
        }

        // The last evidence was not there before.
        let last = model.evidence.len() - 1;
        let mut before = model.clone();
        before.evidence.pop();
        for it in &mut before.evidence {
            it.closes.retain(|finding| *finding != last);
        }
        let mut scores = Scores::of(assessment(&before), date);
        scores.file(evidence_of(&model, last)).unwrap();
        for at in (0..last).filter(|at| model.evidence[*at].closes.contains(&last)) {
            scores.file(evidence_of(&model, at)).unwrap(); // it names the new one
        }
        prop_assert!(published(&scores) == expected, "the last evidence filed");

        // It is taken out again: what is left is what was there before, also where another one takes its position.
        let mut scores = Scores::of(full.clone(), date);
        let taken = evidence_of(&model, at);
        prop_assert_eq!(scores.withdraw(&taken.id).map(|one| one.id), Some(taken.id.clone()));
        prop_assert!(scores.withdraw(&taken.id).is_none());
        let others = Submission { evidence: without_one(&submission(&model), &taken.id), ..submission(&model) };
        let others = Assessment::new(full.catalogue().clone(), others).unwrap();
        prop_assert!(published(&scores) == published(&score(&others, date)), "evidence {at} withdrawn");
        prop_assert_eq!(scores.warnings(), score(&others, date).warnings());
        prop_assert_eq!(by_name(scores.assessment()), by_name(&others));
        scores.file(taken).unwrap();
        for naming in (0..model.evidence.len()).filter(|naming| model.evidence[*naming].closes.contains(&at)) {
            scores.file(evidence_of(&model, naming)).unwrap(); // it names that one again
        }
        prop_assert!(published(&scores) == expected, "evidence {at} withdrawn and filed again");

        // What has a fault changes nothing.
        let mut wrong = evidence_of(&model, at);
        wrong.valid_days = Some(0);
        prop_assert_eq!(scores.file(wrong).unwrap_err().len(), 1);
        prop_assert!(published(&scores) == expected, "what has a fault was refused");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn by_name(assessment: &Assessment) -> BTreeMap<&EvidenceId, &Evidence> {
    assessment.evidence().iter().map(|one| (&one.id, one)).collect()
}

/// All evidence of a submission but one, which nothing names any more.
fn without_one(submission: &Submission, gone: &EvidenceId) -> Vec<Evidence> {
    let others = submission.evidence.iter().filter(|one| one.id != *gone).cloned();
    let others = others.map(|mut one| {
        one.closes.retain(|finding| finding != gone);
        one
    });
    others.collect()
}
