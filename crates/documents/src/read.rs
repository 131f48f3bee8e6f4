//! Reading a document out of a tree with every fault at once.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Display;

use crate::cpr::mask;
use crate::diagnostic::{FAULT_LIMIT, Fault};
use crate::limits::Limits;
use crate::tree::{Node, Value};

/// Reads values and collects what is wrong with them.
#[derive(Debug)]
pub(crate) struct Reader<'l> {
    pub(crate) limits: &'l Limits,
    pub(crate) faults: Vec<Fault>, // at most `KEPT_FAULTS`
    pub(crate) more: usize,
    pointer: String,
}

/// The most faults that are kept while reading, so that a hostile text costs no more than its size; what is listed is fewer still.
const KEPT_FAULTS: usize = 10 * FAULT_LIMIT;

impl<'l> Reader<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        Self { limits, faults: Vec::new(), more: 0, pointer: String::new() }
    }

    /// Notes a fault at a node.
    pub(crate) fn fault(&mut self, node: &Node<'_>, fault: Fault) {
        if self.faults.len() < KEPT_FAULTS {
            self.faults.push(Fault { offset: Some(node.offset), ..fault.at(self.pointer.clone()) });
        } else {
            self.more += 1;
        }
    }

    /// Reads what stands one step further in.
    pub(crate) fn step<T>(&mut self, step: impl Display, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&escaped(&step.to_string()));
        let value = read(self);
        self.pointer.truncate(length);
        value
    }

    /// Notes that a value is of the wrong kind.
    pub(crate) fn wrong_kind(&mut self, node: &Node<'_>, expected: &'static str) {
        self.fault(node, Fault::new("wrong-kind", &[("expected", &expected), ("found", &node.value.kind())]));
    }

    /// The fields of an object, after what is unknown or stands there twice has been noted.
    pub(crate) fn object<'n, 't>(&mut self, node: &'n Node<'t>, known: Option<&[&str]>) -> Option<&'n [(String, Node<'t>)]> {
        let Value::Object(fields) = &node.value else {
            self.wrong_kind(node, "object");
            return None;
        };
        let mut seen = HashSet::new();
        for (name, value) in fields {
            if !seen.insert(name.as_str()) {
                self.step(name, |reader| reader.fault(value, Fault::new("duplicate-key", &[("field", &name)])));
            } else if let Some(known) = known
                && !known.contains(&name.as_str())
            {
                let meant = if self.faults.len() < FAULT_LIMIT { near(name, known.iter().copied()) } else { None };
                let fault = Fault::new("unknown-field", &[("field", &shorten(name))]).suggesting(meant);
                self.step(name, |reader| reader.fault(value, fault));
            }
        }
        Some(fields)
    }

    /// Notes every key that stands twice, however deep.
    pub(crate) fn keys(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(index, |reader| reader.keys(item));
                }
            }
            Value::Object(fields) => {
                self.object(node, None);
                for (name, value) in fields {
                    self.step(name, |reader| reader.keys(value));
                }
            }
        }
    }

    /// A field of an object: read where it stands, by default where it may be left out, else noted as missing.
    pub(crate) fn field<T: Read>(&mut self, node: &Node<'_>, name: &'static str) -> Option<T> {
        match (node.field(name), T::left_out()) {
            (Some(value), _) => self.step(name, |reader| T::read(value, reader)),
            (None, Some(value)) => Some(value),
            (None, None) => {
                self.step(name, |reader| reader.fault(node, Fault::new("missing-field", &[("field", &name)])));
                T::stand_in()
            }
        }
    }
}

/// A value of a document. Where it cannot be read a stand-in takes its place, so that the rest can be checked as well.
pub(crate) trait Read: Sized {
    /// Reads it, noting faults; `None` only where there is no stand-in.
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// What takes the place of what could not be read.
    fn stand_in() -> Option<Self>;

    /// What it is where it is left out; `None` where it may not be.
    fn left_out() -> Option<Self> {
        None
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Null => Some(None),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Object(_) => T::read(node, reader).map(Some),
        }
    }

    fn stand_in() -> Option<Self> {
        Some(None)
    }

    fn left_out() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            reader.wrong_kind(node, "list");
            return Self::stand_in();
        };
        Some(items.iter().enumerate().filter_map(|(index, item)| reader.step(index, |reader| T::read(item, reader))).collect())
    }

    fn stand_in() -> Option<Self> {
        Some(Vec::new())
    }

    fn left_out() -> Option<Self> {
        Some(Vec::new())
    }
}

impl Read for bool {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        reader.wrong_kind(node, "bool");
        Self::stand_in()
    }

    fn stand_in() -> Option<Self> {
        Some(false)
    }
}

impl Read for String {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            reader.wrong_kind(node, "text");
            return Self::stand_in();
        };
        let limit = reader.limits.characters;
        if text.len() > limit && text.chars().count() > limit {
            reader.fault(node, Fault::new("text-too-long", &[("limit", &limit)]));
        }
        if !is_plain(text) {
            reader.fault(node, Fault::new("text-not-plain", &[]));
        }
        Some(text.clone().into_owned())
    }

    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }
}

/// Reads whole numbers of the given width.
macro_rules! whole_numbers {
    ($($type:ty, $most:expr;)+) => {
        $(impl Read for $type {
            fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let Value::Number(text) = &node.value else {
                    reader.wrong_kind(node, "whole-number");
                    return Self::stand_in();
                };
                let read = text.parse().ok();
                if read.is_none() {
                    let fault = Fault::new("not-a-whole-number", &[("text", &shorten(text)), ("most", &$most)]);
                    reader.fault(node, fault);
                }
                read.or_else(Self::stand_in)
            }

            fn stand_in() -> Option<Self> {
                Some(1)
            }
        })+
    };
}
whole_numbers! {
    u8, 5; // levels: what is more than this and can be read is told by core
    u16, 1095; // days of validity: likewise
    u32, u32::MAX;
    u64, u64::MAX;
}

/// Declares the object of a document once: the type, its JSON Schema, its fast reading by serde, and its reading with every fault.
///
/// Fields stand in alphabetical order, so that what serde writes is canonical JSON (RFC 8785).
macro_rules! document {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
            #[serde(deny_unknown_fields)]
            $vis struct $name {
                $($(#[$field_meta])* pub $field: $type,)*
            }

            impl $crate::read::Read for $name {
                fn read(node: &$crate::tree::Node<'_>, reader: &mut $crate::read::Reader<'_>) -> Option<Self> {
                    let known = [$($crate::read::name(stringify!($field)),)*];
                    if reader.object(node, Some(&known)).is_none() {
                        return Self::stand_in();
                    }
                    Some(Self { $($field: reader.field(node, $crate::read::name(stringify!($field)))?,)* })
                }

                fn stand_in() -> Option<Self> {
                    Some(Self { $($field: <$type as $crate::read::Read>::stand_in()?,)* })
                }
            }
        )+
    };
}
pub(crate) use document;

/// The name of a field in a document, which is the field's but for one that Rust cannot spell.
pub(crate) fn name(field: &'static str) -> &'static str {
    if field == "schema" { "$schema" } else { field }
}

/// The known name nearest to one that is not known, where one is near.
pub(crate) fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    if name.len() > 100 {
        return None;
    }
    let distance = |other: &str| strsim::damerau_levenshtein(&name.to_lowercase(), &other.to_lowercase());
    let nearest = known.map(|other| (distance(other), other)).min()?;
    (nearest.0 <= 1 + name.chars().count() / 5 && nearest.0 < name.chars().count()).then(|| nearest.1.to_owned())
}

/// Whether a text has no control characters but tabs and ends of lines, and nothing that turns the direction of writing: such signs could
/// make a terminal show what is not there.
pub(crate) fn is_plain(text: &str) -> bool {
    let known = |byte| matches!(byte, b' '..=b'~'); // nearly every text has these alone
    text.bytes().all(known) || text.chars().all(|found| matches!(found, '\t' | '\n' | '\r') || is_plain_character(found))
}

fn is_plain_character(found: char) -> bool {
    match found {
        '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
        other => !other.is_control(),
    }
}

/// A text as a message may repeat it: on one line, with a space for every sign that is not plain.
pub(crate) fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain_character) { text.into() } else { text.replace(|found| !is_plain_character(found), " ").into() }
}

/// A name as one step of a JSON Pointer (RFC 6901).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The beginning of what was written, for a message.
pub(crate) fn shorten(text: &str) -> String {
    let text = mask(text); // before signs go that set a number apart
    let mut short: String = text.chars().take(60).filter(|found| !found.is_control()).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
