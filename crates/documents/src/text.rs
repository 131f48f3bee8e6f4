//! Every text for people, in Danish and English, from one Fluent catalogue.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::read::on_one_line;

/// A language in which texts are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Danish.
    Danish,
    /// English.
    #[default]
    English,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// The code of ISO 639: `da` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static DANISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("da"), Language::Danish.source()));
        static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("en"), Language::English.source()));
        match self {
            Self::Danish => &DANISH,
            Self::English => &ENGLISH,
        }
    }

    /// The texts as they are written.
    pub(crate) const fn source(self) -> &'static str {
        match self {
            Self::Danish => concat!(
                include_str!("../texts/da.ftl"),
                "\n",
                include_str!("../texts/sheet.da.ftl"),
                "\n",
                include_str!("../texts/import.da.ftl"),
                "\n",
                include_str!("../texts/report.da.ftl"),
                "\n",
                include_str!("../texts/page.da.ftl")
            ),
            Self::English => concat!(
                include_str!("../texts/en.ftl"),
                "\n",
                include_str!("../texts/sheet.en.ftl"),
                "\n",
                include_str!("../texts/import.en.ftl"),
                "\n",
                include_str!("../texts/report.en.ftl"),
                "\n",
                include_str!("../texts/page.en.ftl")
            ),
        }
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        let none: [(&str, &str); 0] = [];
        self.text_with(key, &none)
    }

    /// A text with arguments. Whole numbers choose the grammatical number; all else is put in as it stands.
    ///
    /// The key itself where there is no such text, which a test rules out for those that the library uses.
    #[must_use]
    pub fn text_with(self, key: &str, args: &[(&str, impl AsRef<str>)]) -> String {
        lookup(self, key, None, &arguments(args.iter().map(|(name, value)| (*name, value.as_ref())))).unwrap_or_else(|| key.to_owned())
    }

    /// A number with decimals as the language writes it: the comma of Danish, the point of English.
    ///
    /// ```
    /// assert_eq!(pejling_documents::Language::Danish.number("55.62"), "55,62");
    /// ```
    #[must_use]
    pub fn number(self, number: impl fmt::Display) -> String {
        match self {
            Self::Danish => number.to_string().replace('.', ","),
            Self::English => number.to_string(),
        }
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or_else(|| "da, en".to_owned())
    }
}

/// A text with a capital letter in front, as a heading or sentence begins.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

fn bundle(language: LanguageIdentifier, source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false); // plain text for terminals and files
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

fn arguments<'a>(args: impl Iterator<Item = (&'a str, &'a str)>) -> FluentArgs<'a> {
    let value = |text: &'a str| match text.parse::<u32>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        Ok(_) | Err(_) => FluentValue::String(on_one_line(text)), // what stands in a document cannot begin a line of its own
    };
    args.map(|(name, text)| (name, value(text))).collect()
}

fn lookup(language: Language, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
    let bundle = language.bundle();
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut unfilled = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut unfilled).into_owned();
    debug_assert!(unfilled.is_empty(), "{key}: {unfilled:?}");
    Some(text)
}

/// The message of a code and what to do about it.
pub(crate) fn text_with_help(language: Language, code: &str, args: &BTreeMap<String, String>) -> (String, Option<String>) {
    let args = arguments(args.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let message = lookup(language, code, None, &args).unwrap_or_else(|| code.to_owned());
    (message, lookup(language, code, Some("help"), &args))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
    use pejling_core::{AssessmentError, CatalogueError, IdError, ScoreError};

    use super::*;

    /// Every key, with attributes as keys of their own, and the arguments that its text takes.
    fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let resource = fluent_syntax::parser::parse(language.source()).unwrap();
        let mut keys = BTreeMap::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            for attribute in message.attributes {
                keys.insert(format!("{key}.{}", attribute.id.name), arguments(&attribute.value.elements));
            }
            assert!(keys.insert(key.clone(), arguments(&message.value.unwrap().elements)).is_none(), "{key} stands twice");
        }
        keys
    }

    fn arguments(elements: &[PatternElement<&str>]) -> BTreeSet<String> {
        let inline = |expression: &InlineExpression<&str>| match expression {
            InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
            _ => None,
        };
        let mut found = BTreeSet::new();
        for element in elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression: Expression::Inline(expression) } => found.extend(inline(expression)),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    found.extend(inline(selector));
                    found.extend(variants.iter().flat_map(|variant| arguments(&variant.value.elements)));
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_arguments() {
        let (danish, english) = (keys(Language::Danish), keys(Language::English));
        for (key, arguments) in &danish {
            assert_eq!(Some(arguments), english.get(key), "{key}");
        }
        assert_eq!(danish.len(), english.len(), "{:?}", english.keys().filter(|key| !danish.contains_key(*key)).collect::<Vec<_>>());
    }

    /// The sources of this crate, of the surfaces and of the command, without their tests.
    fn sources() -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut all = String::new();
        let mut open = vec!["src", "../sheet/src", "../report/src", "../pdf/src", "../http/src", "../cli/src"]
            .into_iter()
            .map(|it| root.join(it))
            .collect::<Vec<_>>();
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    all += std::fs::read_to_string(path).unwrap().split("#[cfg(test)]").next().unwrap();
                }
            }
        }
        all
    }

    /// Keys that are put together of a prefix and a name.
    fn assembled() -> Vec<String> {
        use crate::bridge::{ApartReason, StepKind};
        use crate::catalogue::diff::{ChangeKind, Effect};
        use crate::follow_up::FollowUp;
        use crate::forecast::BandChange;
        use crate::migrate::{DecisionNeeded, LISTS, Outcome};
        use crate::soa::{ControlMark, ControlState, MissingWord, StatementMark};
        use crate::vocabulary::{Area, EntityKind, Family, Fate, Group, MeasureStatus, ProofKind, SignOffStatus, TitleStatus, Voice};
        use pejling_core::{
            Assurance, Band, BridgePart, Coverage, Excludable, Kind, NotClosed, Position, ReasonClass, Screening, Selection, Unranked,
        };
        let names = |prefix: &'static str, names: Vec<&'static str>| {
            names.into_iter().map(move |name| format!("{prefix}-{}", name.replace('_', "-")))
        };
        let attributes =
            vec!["control-type", "infosec-properties", "cybersecurity-concepts", "operational-capabilities", "security-domains"];
        names("band", Band::ALL.iter().map(|it| it.name()).collect())
            .chain(names("state", Coverage::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("assurance", Assurance::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("kind", Kind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("area", Area::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("group", Group::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("screening", Screening::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("family", Family::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("title-status", TitleStatus::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("excludable", Excludable::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("reason", NotClosed::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("reason", vec!["kind", "untraceable"]))
            .chain(names("part", vec!["substantiated", "held-back", "declared-only", "unanswered", "known-wrong"]))
            .chain(names("attribute", attributes))
            .chain(names("outcome", Outcome::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("decide", DecisionNeeded::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("list", LISTS.to_vec()))
            .chain(names("list", vec!["entities"]))
            .chain(names("class", ReasonClass::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("state", ControlState::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("mark", ControlMark::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("mark", StatementMark::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("soa-status", SignOffStatus::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("missing", MissingWord::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("effect", Effect::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("change", ChangeKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("fate", Fate::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("proof", ProofKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("status", MeasureStatus::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("forecast-change", BandChange::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("voice", Voice::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("others", EntityKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("position", Position::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("unranked", Unranked::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("because", BridgePart::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("bridge-part", BridgePart::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("step", StepKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("apart", ApartReason::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("follow-up", FollowUp::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("measure", MeasureStatus::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("entity-kind", EntityKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(names(
                "import-field",
                "requirement title applicable status maturity reason evidence reference owner date".split(' ').collect(),
            ))
            .chain(names("import-left", "heading group repeated total unanswered text skipped".split(' ').collect()))
            .chain(["", "-note", "-what", "-all", "-seen", "-fine"].iter().flat_map(|part| {
                let templates = "log-review risk-assessment processor-supervision awareness-staff awareness-management awareness-politicians \
                                 exercise incident-review";
                templates.split_whitespace().map(move |template| format!("template-{template}{part}"))
            }))
            .chain(names("selection", Selection::ALL.iter().map(|it| it.name()).collect()))
            .chain(names("council-area", Area::ALL.iter().map(|it| it.name()).collect()))
            .chain(
                ["", "-text", "-ask"]
                    .iter()
                    .flat_map(|part| ["awareness", "suppliers", "contingency"].map(|topic| format!("council-topic-{topic}{part}"))),
            )
            .chain(names("ciso-step", StepKind::ALL.iter().map(|it| it.name()).collect()))
            .chain(
                ["stopping", "conditions-head", "fine"]
                    .iter()
                    .flat_map(|part| ["intro", "table"].map(|it| format!("screening-{part}-{it}"))),
            )
            .collect()
    }

    /// The codes of core, which stand in its sources.
    fn codes() -> impl Iterator<Item = &'static str> {
        let warnings = ["assurance-lowered", "evidence-in-the-future", "closing-not-confirmed", "exclusion-void", "evidence-not-counted"];
        let faults = AssessmentError::CODES.iter().chain(CatalogueError::CODES).chain(IdError::CODES).chain(ScoreError::CODES);
        faults.copied().chain(warnings).chain([crate::cpr::places::CODE])
    }

    #[test]
    fn no_text_is_missing() {
        let keys = keys(Language::English);
        let sources = sources();
        let pattern = [
            "Fault::new(\"",
            "text(\"",
            "text_with(\"",
            "line(\"",
            "head(\"",
            "say(\"",
            "tell(\"",
            ".with(\"",
            ".counted(\"",
            "fault(\"\", \"",
        ];
        let mut used: Vec<String> = codes().map(str::to_owned).chain(assembled()).collect();
        for start in pattern {
            let keys = sources.split(start).skip(1).filter_map(|rest| rest.split('"').next());
            used.extend(keys.filter(|key| !key.ends_with('-') && !key.contains('{') && !key.is_empty()).map(str::to_owned));
        }
        for key in used {
            assert!(keys.contains_key(&key), "{key}");
        }
    }

    /// `docs/diagnostics.md` has a heading for every code that there is, and for no other.
    #[test]
    fn every_code_is_documented() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(root.join("../../docs/diagnostics.md")).unwrap();
        let documented: BTreeSet<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let sources = sources();
        let quoted =
            |start: &str| sources.split(start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>();
        let starts = ["Fault::new(\"", "Diagnostic::of(\"", "say(\"", "fault(\"\", \"", "fault(\"/selection\", \"", "fault(\"/share\", \""];
        let mut codes: BTreeSet<String> = starts.iter().flat_map(|start| quoted(start)).chain(codes().map(str::to_owned)).collect();
        codes.extend(["condition-missing", "condition-superfluous", "json-ends-early", "not-json"].map(str::to_owned)); // chosen by an if
        assert_eq!(documented, codes.iter().map(String::as_str).collect());
    }

    #[test]
    fn no_text_is_unused() {
        let sources = sources();
        let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../http/page/words.txt")).unwrap();
        let page = page.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned);
        let known: BTreeSet<_> = codes().map(str::to_owned).chain(assembled()).chain(page).collect();
        for key in keys(Language::English).keys().filter(|key| !key.contains('.')) {
            assert!(known.contains(key) || sources.contains(&format!("\"{key}\"")), "{key}");
        }
    }

    #[test]
    fn danish_counts_and_writes_numbers_as_danes_do() {
        let text = |count: &str| {
            Language::Danish.text_with("check-fine", &[("file", "f"), ("entities", count), ("evidence", count), ("exclusions", "0")])
        };
        assert_eq!(text("1"), "f: ingen fejl; 1 enhed, 1 stykke dokumentation, 0 fravalg");
        assert_eq!(text("2"), "f: ingen fejl; 2 enheder, 2 stykker dokumentation, 0 fravalg");
        assert_eq!(Language::Danish.number("55.62"), "55,62");
        assert_eq!(Language::English.number("55.62"), "55.62");
    }
}
