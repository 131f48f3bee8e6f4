//! A document as a tree of values that know where they stand: the second pass over what the first could not read.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Fault;
use crate::limits::Limits;

/// One value and where it starts.
#[derive(Clone, Debug)]
pub(crate) struct Node<'t> {
    pub(crate) offset: usize,
    pub(crate) value: Value<'t>,
}

/// What a value is. Numbers keep their text: nothing passes through a float.
#[derive(Clone, Debug)]
pub(crate) enum Value<'t> {
    Null,
    Bool(bool),
    Number(Cow<'t, str>),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<(String, Node<'t>)>), // in the order of the text, with what stands there twice
}

impl Value<'_> {
    /// What it is, as texts name it.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "bool",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }
}

impl Node<'_> {
    /// The value of a field of an object.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, node)| node),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => None,
        }
    }

    /// The items of a list.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Object(_) => &[],
        }
    }

    /// A text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Object(_) => None,
        }
    }

    /// The same as a value of `serde_json`. Numbers that are not whole become text, digit by digit.
    pub(crate) fn to_value(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(text) => text.parse::<i64>().map_or_else(|_| text.as_ref().into(), Into::into),
            Value::Text(text) => text.as_ref().into(),
            Value::List(items) => items.iter().map(Self::to_value).collect::<Vec<_>>().into(),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, node)| (name.clone(), node.to_value()));
                fields.collect::<serde_json::Map<_, _>>().into()
            }
        }
    }

    /// Where the value of a pointer starts, or of as much of it as there is.
    pub(crate) fn locate(&self, pointer: &str) -> usize {
        let mut at = self;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            let next = match &at.value {
                Value::List(items) => step.parse().ok().and_then(|index: usize| items.get(index)),
                Value::Object(_) => at.field(&step),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => None,
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at.offset
    }
}

/// Reads JSON into a tree.
pub(crate) fn json<'t>(text: &'t str, limits: &Limits) -> Result<Node<'t>, Fault> {
    json_node(raw(text)?, text, limits.nesting.min(100))
}

/// The fields of a JSON object, each still text.
pub(crate) fn fields(text: &str) -> Result<Vec<(String, &RawValue)>, Fault> {
    outermost(text, Fields, '{', "object")
}

/// The items of a JSON list, each still text.
pub(crate) fn items(text: &str) -> Result<Vec<&RawValue>, Fault> {
    outermost(text, Items, '[', "list")
}

fn outermost<'t, V: Visitor<'t>>(text: &'t str, visitor: V, opening: char, expected: &'static str) -> Result<V::Value, Fault> {
    let slice = raw(text)?.get();
    if slice.starts_with(opening) {
        return parts(slice, 0, visitor);
    }
    let found = match slice.as_bytes().first() {
        Some(b'{') => "object",
        Some(b'[') => "list",
        Some(b'"') => "text",
        Some(b't' | b'f') => "bool",
        Some(b'n') => "null",
        Some(_) | None => "number",
    };
    Err(Fault { offset: Some(0), ..Fault::new("wrong-kind", &[("expected", &expected), ("found", &found)]) })
}

fn raw(text: &str) -> Result<&RawValue, Fault> {
    serde_json::from_str(text).map_err(|error| {
        let offset = Lines::new(text).offset(error.line(), error.column());
        if text.trim().is_empty() {
            return Fault { offset: Some(0), ..Fault::new("json-empty", &[]) };
        }
        let code = if error.is_eof() { "json-ends-early" } else { "not-json" };
        Fault { offset: Some(offset), ..Fault::new(code, &[("detail", &strip_place(&error))]) }
    })
}

/// A message of `serde_json` without the place at its end: that is told in its own way.
fn strip_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or_else(|| message.clone(), |(message, _)| message.to_owned())
}

/// Raw values are slices of the text, so where they stand follows from where they are.
fn json_node<'t>(raw: &'t RawValue, text: &'t str, depth: usize) -> Result<Node<'t>, Fault> {
    let slice = raw.get();
    let offset = slice.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let too_deep = || Fault { offset: Some(offset), ..Fault::new("too-deep", &[]) };
    let value = match slice.as_bytes().first() {
        Some(b'{') => {
            let inside = depth.checked_sub(1).ok_or_else(too_deep)?;
            let mut fields = Vec::new();
            for (name, raw) in parts(slice, offset, Fields)? {
                fields.push((name, json_node(raw, text, inside)?));
            }
            Value::Object(fields)
        }
        Some(b'[') => {
            let inside = depth.checked_sub(1).ok_or_else(too_deep)?;
            let mut items = Vec::new();
            for raw in parts(slice, offset, Items)? {
                items.push(json_node(raw, text, inside)?);
            }
            Value::List(items)
        }
        Some(b'"') => {
            let text = serde_json::from_str::<String>(slice).map_err(|error| not_json(&error, offset))?;
            Value::Text(text.into())
        }
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Null,
        Some(_) | None => Value::Number(slice.into()),
    };
    Ok(Node { offset, value })
}

fn parts<'t, V: Visitor<'t>>(slice: &'t str, offset: usize, visitor: V) -> Result<V::Value, Fault> {
    let mut deserializer = serde_json::Deserializer::from_str(slice);
    deserializer.deserialize_any(visitor).map_err(|error| not_json(&error, offset))
}

fn not_json(error: &serde_json::Error, offset: usize) -> Fault {
    Fault { offset: Some(offset), ..Fault::new("not-json", &[("detail", &strip_place(error))]) }
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

struct Items;

impl<'t> Visitor<'t> for Items {
    type Value = Vec<&'t RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        std::iter::from_fn(|| items.next_element().transpose()).collect()
    }
}

/// Reads TOML into a tree.
pub(crate) fn toml<'t>(text: &'t str, limits: &Limits) -> Result<Node<'t>, Vec<Fault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let (span, table) = (table.span(), table.into_inner());
        return toml_table(span, table, limits.nesting).map_err(|fault| vec![fault]);
    }
    let faults = errors.iter().map(|error| {
        let fault = Fault::new("not-toml", &[("detail", &error.message().to_owned())]);
        Fault { offset: error.span().map(|span| span.start), ..fault }
    });
    Err(faults.collect())
}

fn toml_table(span: Range<usize>, table: DeTable<'_>, depth: usize) -> Result<Node<'_>, Fault> {
    let too_deep = || Fault { offset: Some(span.start), ..Fault::new("too-deep", &[]) };
    let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
    let mut fields = Vec::new();
    for (name, value) in table {
        fields.push((name.into_inner().into_owned(), toml_node(value, depth)?));
    }
    fields.sort_by_key(|(_, node)| node.offset);
    Ok(Node { offset: span.start, value: Value::Object(fields) })
}

fn toml_node(value: Spanned<DeValue<'_>>, depth: usize) -> Result<Node<'_>, Fault> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) if number.radix() == 10 => Value::Number(number.as_str().to_owned().into()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned().into()),
        DeValue::Float(number) => Value::Number(number.as_str().to_owned().into()),
        DeValue::Boolean(value) => Value::Bool(value),
        DeValue::Datetime(date) => Value::Text(date.to_string().into()),
        DeValue::Array(items) => {
            let too_deep = || Fault { offset: Some(span.start), ..Fault::new("too-deep", &[]) };
            let depth = depth.checked_sub(1).ok_or_else(too_deep)?;
            Value::List(items.into_iter().map(|item| toml_node(item, depth)).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => return toml_table(span, table, depth),
    };
    Ok(Node { offset: span.start, value })
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    last: (usize, usize, usize), // the byte, line and column that were last asked for
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, last: (0, 1, 1) }
    }

    /// The line and the column, in characters, of a byte; both from 1. Asked for in ascending order, each character is counted once,
    /// however long the lines are.
    pub(crate) fn place(&mut self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let (from, column) = match self.last {
            (last, same, column) if same == line && last <= offset => (last, column),
            _ => (start, 1),
        };
        let column = column + self.text.get(from..offset).unwrap_or_default().chars().count();
        self.last = (offset, line, column);
        (line, column)
    }

    /// The byte at a line and a column in bytes, both from 1.
    fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        (start + column.saturating_sub(1)).min(self.text.len())
    }
}
