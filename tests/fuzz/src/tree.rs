//! JSON as a tree that keeps what a map would lose: order, keys that stand twice, and the digits of numbers.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value. What is neither list nor object keeps its text, so it may as well be no JSON at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// Text as it is written.
    Atom(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, with its keys as they read.
    Object(Vec<(String, Tree)>),
}

/// How many lists and objects within each other are taken apart; what is deeper stays text.
const DEPTH: usize = 40;

impl Tree {
    /// Text as it is written.
    pub fn atom(text: impl Into<String>) -> Self {
        Self::Atom(text.into())
    }

    /// A text as JSON writes it.
    pub fn text(text: &str) -> Self {
        Self::Atom(quoted(text))
    }

    /// Takes JSON apart; nothing where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(serde_json::from_str(text).ok()?, DEPTH)
    }

    fn read(raw: &RawValue, depth: usize) -> Option<Self> {
        let text = raw.get();
        let first = text.as_bytes().first();
        if depth == 0 || !matches!(first, Some(b'{' | b'[')) {
            return Some(Self::atom(text));
        }
        if first == Some(&b'[') {
            let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            return items.into_iter().map(|item| Self::read(item, depth - 1)).collect::<Option<_>>().map(Self::List);
        }
        let fields = serde_json::Deserializer::from_str(text).deserialize_map(Fields).ok()?;
        let read = |(name, value): (String, &RawValue)| Some((name, Self::read(value, depth - 1)?));
        fields.into_iter().map(read).collect::<Option<_>>().map(Self::Object)
    }

    /// Takes TOML apart; nothing where it is none.
    pub fn parse_toml(text: &str) -> Option<Self> {
        Some(Self::of_toml(&toml::Value::Table(text.parse().ok()?)))
    }

    fn of_toml(value: &toml::Value) -> Self {
        match value {
            toml::Value::String(text) => Self::text(text),
            toml::Value::Array(items) => Self::List(items.iter().map(Self::of_toml).collect()),
            toml::Value::Table(fields) => Self::Object(fields.iter().map(|(name, value)| (name.clone(), Self::of_toml(value))).collect()),
            other => Self::atom(other.to_string()),
        }
    }

    /// As JSON, a line for each field and item, so that faults have lines to stand in.
    pub fn json(&self) -> String {
        let mut text = String::new();
        self.print(&mut text, ": ", ",\n");
        text
    }

    /// As TOML: a line for each field of the whole, all else inline. Where there is a null, or no object, it is no TOML: so be it.
    pub fn toml(&self) -> String {
        let mut text = String::new();
        match self {
            Self::Object(fields) => {
                for (name, value) in fields {
                    text += &quoted(name);
                    text += " = ";
                    value.print(&mut text, " = ", ", ");
                    text.push('\n');
                }
            }
            other => other.print(&mut text, " = ", ", "),
        }
        text
    }

    fn print(&self, text: &mut String, is: &str, next: &str) {
        match self {
            Self::Atom(atom) => text.push_str(atom),
            Self::List(items) => {
                text.push('[');
                for (at, item) in items.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { next });
                    item.print(text, is, next);
                }
                text.push(']');
            }
            Self::Object(fields) => {
                text.push('{');
                for (at, (name, value)) in fields.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { next });
                    text.push_str(&quoted(name));
                    text.push_str(is);
                    value.print(text, is, next);
                }
                text.push('}');
            }
        }
    }

    /// How many values there are, this one included.
    pub fn count(&self) -> usize {
        1 + match self {
            Self::Atom(_) => 0,
            Self::List(items) => items.iter().map(Self::count).sum(),
            Self::Object(fields) => fields.iter().map(|(_, value)| value.count()).sum(),
        }
    }

    /// The value of that number, counted from the outside in, and the name of the field that it stands in or below.
    pub fn nth(&mut self, number: usize) -> Option<(&mut Self, &str)> {
        self.find(&mut { number }, "")
    }

    fn find<'a>(&'a mut self, left: &mut usize, field: &'a str) -> Option<(&'a mut Self, &'a str)> {
        if *left == 0 {
            return Some((self, field));
        }
        *left -= 1;
        match self {
            Self::Atom(_) => None,
            Self::List(items) => items.iter_mut().find_map(|item| item.find(left, field)),
            Self::Object(fields) => fields.iter_mut().find_map(|(name, value)| value.find(left, name)),
        }
    }

    /// Every atom with the name of the field that it stands in or below.
    pub fn atoms(&self) -> Vec<(&str, &str)> {
        let mut all = Vec::new();
        self.collect("", &mut all);
        all
    }

    fn collect<'a>(&'a self, field: &'a str, all: &mut Vec<(&'a str, &'a str)>) {
        match self {
            Self::Atom(text) => all.push((field, text)),
            Self::List(items) => items.iter().for_each(|item| item.collect(field, all)),
            Self::Object(fields) => fields.iter().for_each(|(name, value)| value.collect(name, all)),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

struct Fields;

impl<'t> Visitor<'t> for Fields {
    type Value = Vec<(String, &'t RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        std::iter::from_fn(|| map.next_entry().transpose()).collect()
    }
}
