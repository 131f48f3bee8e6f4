//! Every text for people, in Danish and English, from one Fluent catalogue.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

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
            Self::Danish => include_str!("../texts/da.ftl"),
            Self::English => include_str!("../texts/en.ftl"),
        }
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// A text with arguments. Whole numbers choose the grammatical number; all else is put in as it stands.
    ///
    /// The key itself where there is no such text, which a test rules out for those that the library uses.
    #[must_use]
    pub fn text_with(self, key: &str, args: &[(&str, &str)]) -> String {
        lookup(self, key, None, &arguments(args.iter().copied())).unwrap_or_else(|| key.to_owned())
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
        Ok(_) | Err(_) => FluentValue::String(Cow::Borrowed(text)),
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
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

/// The message of a code and what to do about it.
pub(crate) fn text_with_help(language: Language, code: &str, args: &BTreeMap<String, String>) -> (String, Option<String>) {
    let args = arguments(args.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let message = lookup(language, code, None, &args).unwrap_or_else(|| code.to_owned());
    (message, lookup(language, code, Some("help"), &args))
}
