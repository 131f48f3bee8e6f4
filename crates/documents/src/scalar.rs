//! Single values of documents: ids, dates, names from a list and percentages, each with one canonical spelling.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;

use jiff::civil::Date;
use pejling_core::{
    Assurance, Band, Basis, Change, Edition, EntityId, EvidenceId, Excludable, FrameworkId, IdError, Kind, ObjectiveId, Position,
    ReasonClass, RequirementId, Score, ScoreError, Screening, Selection, Unranked, Weight,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::diagnostic::Fault;
use crate::read::{Read, Reader, near, shorten};
use crate::tree::{Node, Value};

/// A value that documents spell as text.
pub(crate) trait Spelled: Sized {
    /// Reads the one spelling.
    fn parse(text: &str) -> Result<Self, Fault>;

    /// Prints it.
    fn print(&self) -> Cow<'_, str>;

    /// Some value, for what could not be read.
    fn stand_in() -> Option<Self>;

    /// How the JSON Schema names and describes it.
    fn schema() -> (&'static str, Schema);
}

/// A value in a document, spelled as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct As<T>(pub T);

impl<T: Spelled> Serialize for As<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.print())
    }
}

impl<'de, T: Spelled> Deserialize<'de> for As<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);

        impl<T: Spelled> Visitor<'_> for Text<T> {
            type Value = As<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<As<T>, E> {
                T::parse(text).map(As).map_err(|fault| E::custom(fault.code))
            }
        }
        deserializer.deserialize_str(Text(PhantomData))
    }
}

impl<T: Spelled> JsonSchema for As<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema().0.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema().1
    }
}

impl<T: Spelled> Read for As<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            reader.wrong_kind(node, "text");
            return <Self as Read>::stand_in();
        };
        match T::parse(text) {
            Ok(value) => Some(Self(value)),
            Err(fault) => {
                reader.fault(node, fault);
                <Self as Read>::stand_in()
            }
        }
    }

    fn stand_in() -> Option<Self> {
        T::stand_in().map(Self)
    }
}

/// Ids, with the pattern that the schema tells.
macro_rules! ids {
    ($($type:ty, $name:literal, $description:literal, $pattern:literal, $length:literal, $stand_in:literal;)+) => {
        $(impl Spelled for $type {
            fn parse(text: &str) -> Result<Self, Fault> {
                text.parse().map_err(|error: IdError| Fault {
                    args: error.args().into_iter().map(|(name, value)| (name, shorten(&value))).collect(),
                    ..Fault::new(error.code(), &[])
                })
            }

            fn print(&self) -> Cow<'_, str> {
                self.as_str().into()
            }

            fn stand_in() -> Option<Self> {
                $stand_in.parse().ok()
            }

            fn schema() -> (&'static str, Schema) {
                ($name, json_schema!({"type": "string", "description": $description, "pattern": $pattern, "maxLength": $length}))
            }
        })+
    };
}
ids! {
    FrameworkId, "FrameworkId", "The name of a framework.", "^[a-z0-9][a-z0-9-]*$", 64, "x";
    Edition, "Edition", "The edition of a catalogue.", "^[A-Za-z0-9][A-Za-z0-9._-]*$", 64, "x";
    RequirementId, "RequirementId", "The qualified name of a requirement.", "^[a-z0-9][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9._-]*$", 129, "x:x";
    EntityId, "EntityId", "The name of an entity.", "^[A-Za-z0-9][A-Za-z0-9._-]*$", 64, "x";
    EvidenceId, "EvidenceId", "The name of an evidence: any text without control characters.", "^[^\\u0000-\\u001f\\u007f-\\u009f]+$", 128, "x";
    ObjectiveId, "ObjectiveId", "The qualified name of an objective.", "^[a-z0-9][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9._-]*$", 129, "x:x";
}

/// That a name is none of a closed list.
pub(crate) fn unknown_name(name: &str, known: Vec<&str>) -> Fault {
    let args: &[(_, &dyn Display)] = &[("name", &shorten(name)), ("known", &known.join(", "))];
    Fault::new("unknown-name", args).suggesting(near(name, known.into_iter()))
}

/// Names from a closed list.
macro_rules! names {
    ($($type:ty, $description:literal;)+) => {
        $(impl $crate::scalar::Spelled for $type {
            fn parse(text: &str) -> Result<Self, $crate::diagnostic::Fault> {
                let names = || Self::ALL.iter().map(|it| it.name());
                Self::from_name(text).ok_or_else(|| $crate::scalar::unknown_name(text, names().collect()))
            }

            fn print(&self) -> std::borrow::Cow<'_, str> {
                self.name().into()
            }

            fn stand_in() -> Option<Self> {
                Self::ALL.last().copied()
            }

            fn schema() -> (&'static str, schemars::Schema) {
                let names: Vec<_> = Self::ALL.iter().map(|it| it.name()).collect();
                (stringify!($type), schemars::json_schema!({"type": "string", "description": $description, "enum": names}))
            }
        })+
    };
}
pub(crate) use names;
names! {
    Kind, "What kind of record an evidence is.";
    Assurance, "How sure an evidence is.";
    Selection, "How the examined units were selected.";
    ReasonClass, "Why a requirement does not apply.";
    Excludable, "Whether a requirement may be declared not applicable.";
    Band, "A band of ISO/IEC 33020: N up to 15, P up to 50, L up to 85, F above.";
    Screening, "What a screening ends in.";
    Position, "Where one stands beside what others span.";
    Basis, "What an order rests on.";
    Unranked, "Why two cannot be ranked.";
}

impl Spelled for Date {
    fn parse(text: &str) -> Result<Self, Fault> {
        // The one spelling, `2026-06-30`: jiff reads others as well.
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let spelled = digits(year, 4) && digits(month, 2) && digits(day, 2);
            if spelled { Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok() } else { None }
        };
        read().ok_or_else(|| Fault::new("not-a-date", &[("text", &shorten(text))]))
    }

    fn print(&self) -> Cow<'_, str> {
        self.to_string().into()
    }

    fn stand_in() -> Option<Self> {
        Some(jiff::civil::date(2000, 1, 1))
    }

    fn schema() -> (&'static str, Schema) {
        let pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
        ("Date", json_schema!({"type": "string", "format": "date", "description": "A day, year-month-day.", "pattern": pattern}))
    }
}

/// A percentage, 0 to 100: written as text with two decimals, read from text or from the digits of a JSON number, and cut to the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Score);

impl Percent {
    fn parse(text: &str) -> Result<Self, Fault> {
        text.parse().map(Self).map_err(|error: ScoreError| Fault { args: error.args(), ..Fault::new(error.code(), &[]) })
    }
}

impl Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get(); // the digits as they stand: a float never sees them
        let text = raw.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let read = match text {
            None => Self::parse(raw),
            Some(text) if !text.contains('\\') => Self::parse(text),
            Some(_) => Self::parse(&serde_json::from_str::<Cow<'_, str>>(raw).map_err(D::Error::custom)?),
        };
        read.map_err(|fault| D::Error::custom(fault.code))
    }
}

impl JsonSchema for Percent {
    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A percentage from 0 to 100. Written as text with two decimals; read from text or from the digits of a number, and cut to two decimals.",
            "anyOf": [
                {"type": "string", "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", "maxLength": 31},
                {"type": "number", "minimum": 0, "maximum": 100},
            ],
        })
    }
}

impl Read for Percent {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let (Value::Text(text) | Value::Number(text)) = &node.value else {
            reader.wrong_kind(node, "decimal");
            return Self::stand_in();
        };
        match Self::parse(text) {
            Ok(percent) => Some(percent),
            Err(fault) => {
                reader.fault(node, fault);
                Self::stand_in()
            }
        }
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Score::FULL))
    }
}

/// The difference of two percentages, written as text with two decimals and its sign: `+20.00`, `-3.10`, `0.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signed(pub Change);

impl Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Signed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Signed {
    fn schema_name() -> Cow<'static, str> {
        "Signed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = "^(0\\.00|[+-](0|[1-9][0-9]*)\\.[0-9]{2})$";
        json_schema!({"type": "string", "description": "The difference of two percentages, with its sign.", "pattern": pattern})
    }
}

/// What the schema says of an exact number that is written as text, with as many decimals as it needs: points, sums, levels.
pub(crate) enum Exact {}

impl JsonSchema for Exact {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "decimal"})
    }
}

/// A weight: a whole number from 1 to 1 000 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeightNumber(pub Weight);

impl Default for WeightNumber {
    fn default() -> Self {
        Self(Weight::ONE)
    }
}

impl Serialize for WeightNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0.get())
    }
}

impl<'de> Deserialize<'de> for WeightNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let weight = Weight::new(u32::deserialize(deserializer)?);
        weight.map(Self).ok_or_else(|| D::Error::custom("weight-out-of-range"))
    }
}

impl JsonSchema for WeightNumber {
    fn schema_name() -> Cow<'static, str> {
        "Weight".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": 1, "maximum": Weight::MOST, "description": "How much it counts: a whole number."})
    }
}

impl Read for WeightNumber {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Number(text) = &node.value else {
            reader.wrong_kind(node, "whole-number");
            return Self::stand_in();
        };
        let weight = text.parse().ok().and_then(Weight::new);
        if weight.is_none() {
            reader.fault(node, Fault::new("weight-out-of-range", &[("weight", &shorten(text)), ("most", &Weight::MOST)]));
        }
        weight.map(Self).or_else(Self::stand_in)
    }

    fn stand_in() -> Option<Self> {
        Some(Self(Weight::ONE))
    }

    fn left_out() -> Option<Self> {
        Self::stand_in()
    }
}
