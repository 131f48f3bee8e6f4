//! The page at `/`: a client of the operations in a browser. Its files are served as they are, its words come from the texts.

use pejling_documents::Language;
use serde_json::{Map, Value};

/// A file of the page. The content security policy of `around.rs` holds for it: no script or style within the page.
pub(crate) struct File {
    /// `/`, or a path below `/page/`.
    pub(crate) path: &'static str,
    /// Its media type.
    pub(crate) media: &'static str,
    /// What is in it.
    pub(crate) content: &'static [u8],
}

pub(crate) const FILES: &[File] = &[
    File { path: "/", media: "text/html; charset=utf-8", content: include_bytes!("../page/index.html") },
    File { path: "/page/page.css", media: "text/css; charset=utf-8", content: include_bytes!("../page/page.css") },
    File { path: "/page/page.js", media: "text/javascript; charset=utf-8", content: include_bytes!("../page/page.js") },
    File { path: "/page/icon.svg", media: "image/svg+xml", content: include_bytes!("../page/icon.svg") },
    File { path: "/page/example.json", media: "application/json", content: include_bytes!("../page/example.json") },
];

/// The texts of the page. Some are put together of a prefix and a word of the documents.
const KEYS: &[&str] = &[
    "assurance-independent",
    "assurance-internal",
    "assurance-self",
    "at-most",
    "band",
    "band-F",
    "band-L",
    "band-N",
    "band-P",
    "bar",
    "binds",
    "cost",
    "declared",
    "entities-assessed",
    "entity",
    "explain-evidence",
    "explain-held-back",
    "explain-mean",
    "explain-possible",
    "explain-rests-on",
    "fate-done",
    "fate-dropped",
    "fate-moves-nothing",
    "fate-not-asked",
    "fate-not-taken",
    "kind-agreement",
    "kind-assurance-report",
    "kind-audit",
    "kind-awareness",
    "kind-certificate",
    "kind-document",
    "kind-exercise",
    "kind-incident-review",
    "kind-log-review",
    "kind-risk-assessment",
    "kind-statement",
    "kind-test",
    "measure",
    "members",
    "members-assessed",
    "not-applicable",
    "not-assessed",
    "objective",
    "page-about",
    "page-added",
    "page-after",
    "page-age",
    "page-as-of",
    "page-as-of-hint",
    "page-assurance",
    "page-budget",
    "page-budget-hint",
    "page-children",
    "page-choose",
    "page-composite",
    "page-critical",
    "page-deeper",
    "page-dissent",
    "page-drop",
    "page-due",
    "page-example",
    "page-faults",
    "page-files",
    "page-fine",
    "page-freshness",
    "page-held-points",
    "page-intro",
    "page-kind",
    "page-line",
    "page-more",
    "page-no-evidence",
    "page-one",
    "page-others",
    "page-overdue",
    "page-own",
    "page-owner",
    "page-plan",
    "page-plan-do",
    "page-plan-nothing",
    "page-planned",
    "page-private",
    "page-scored",
    "page-steps",
    "page-sum",
    "page-trust",
    "page-unreachable",
    "page-upto",
    "page-walk",
    "page-warnings",
    "page-why",
    "page-why-head",
    "page-why-of",
    "page-workbook",
    "page-working",
    "page-wrong",
    "part-declared-only",
    "part-held-back",
    "part-known-wrong",
    "part-substantiated",
    "part-unanswered",
    "plan-from-requirements",
    "plan-left-out",
    "possible",
    "proof-at-least",
    "proof-at-most",
    "proof-exact",
    "proof-out-of-reach",
    "relation",
    "requirement",
    "requires",
    "substantiated",
    "supported-by",
    "voice-auditor",
    "voice-dpo",
    "weakest",
    "weight",
];

/// What the texts of the page speak of: the browser fills it in.
const NAMES: &[&str] = &[
    "after",
    "at_least",
    "at_most",
    "bad",
    "before",
    "column",
    "cost",
    "count",
    "date",
    "declared",
    "evidence",
    "line",
    "mean",
    "method",
    "name",
    "points",
    "possible",
    "score",
    "substantiated",
    "sum",
    "title",
    "weight",
];

/// The words of the page in a language, by key.
pub(crate) fn words(language: Language) -> String {
    let names: Vec<(&str, String)> = NAMES.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
    let word = |key: &&str| ((*key).to_owned(), Value::String(language.text_with(key, &names)));
    Value::Object(KEYS.iter().map(word).collect::<Map<_, _>>()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key that the page names is served, and every text that is filled in is filled in with a known name.
    #[test]
    fn no_word_is_missing() {
        let (script, page) = (include_str!("../page/page.js"), include_str!("../page/index.html"));
        let named = script.split("say('").skip(1).filter_map(|rest| rest.split('\'').next());
        let named = named.chain(page.split("data-text=\"").skip(1).filter_map(|rest| rest.split('"').next()));
        for key in named {
            assert!(KEYS.contains(&key), "{key}");
        }
        for language in Language::ALL {
            let words: Map<String, Value> = serde_json::from_str(&words(language)).unwrap_or_default();
            assert_eq!(words.len(), KEYS.len());
            for (key, text) in &words {
                assert!(text.as_str().is_some_and(|text| !text.starts_with("page-") && !text.contains('$')), "{key}: {text}");
            }
        }
    }
}
