//! Values and shapes that a document's author would not write, or not on purpose.

use std::sync::LazyLock;

use crate::tree::Tree;

/// A part of the dictionary, which libFuzzer reads as well: from its heading to the next, one word a line, in quotes.
fn words(heading: &str) -> Vec<String> {
    let lines = include_str!("../dictionary.txt").lines();
    let part = lines.skip_while(|line| !line.starts_with(heading)).skip(1).take_while(|line| !line.starts_with('#'));
    part.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(unescaped).collect()
}

/// A word as it is meant: libFuzzer writes a quote as `\"`, a backslash as `\\`, and any byte as `\x1b`.
fn unescaped(word: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), word.bytes());
    while let Some(byte) = rest.next() {
        match (byte, rest.clone().next()) {
            (b'\\', Some(b'x')) => {
                let code = rest.by_ref().skip(1).take(2).map(char::from).collect::<String>();
                bytes.push(u8::from_str_radix(&code, 16).expect("two hexadecimal digits"));
            }
            (b'\\', _) => bytes.extend(rest.next()),
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).expect("a word is UTF-8")
}

/// Single values, as JSON writes them. Some are no JSON.
pub static VALUES: LazyLock<Vec<String>> = LazyLock::new(|| words("# values"));

/// Names of fields, of all documents, and some of none.
pub static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = words("# names of fields").into_iter();
    names.map(|name| serde_json::from_str(&name).expect("the dictionary has names as JSON writes them")).collect()
});

/// Values that a field of that name may have, so that some changes leave a document without fault.
pub fn usual(field: &str) -> &'static [&'static str] {
    match field {
        "date" | "as_of" | "review_by" | "decided_on" | "due" | "on" => &[
            r#""2026-06-30""#,
            r#""2026-06-29""#,
            r#""2026-01-01""#,
            r#""2025-06-30""#,
            r#""2025-04-01""#,
            r#""2024-07-01""#,
            r#""1900-01-01""#,
        ],
        "share" | "result" | "score_after" => &["100", "0.01", "99.99", "50", "33.33", "85.01", "\"15.00\"", "7.5"],
        "kind" => &[r#""statement""#, r#""document""#, r#""log_review""#, r#""exercise""#, r#""test""#, r#""audit""#, r#""certificate""#],
        "assurance" => &[r#""self""#, r#""internal""#, r#""independent""#],
        "selection" => &[r#""chosen""#, r#""random""#],
        "level" | "target" => &["1", "2", "3", "4", "5"],
        "population" => &["1", "59", "60", "61", "1200", "4294967295"],
        "examined" => &["1", "2", "59", "60", "61"],
        "ok" => &["0", "1", "2"],
        "valid_days" => &["1", "30", "90", "180"],
        "weight" | "weights" => &["1", "2", "3", "1000000"],
        "norm" => &[r#""P""#, r#""L""#, r#""F""#],
        "composite" | "implemented" => &["true", "false"],
        "excludable" => &[r#""freely""#, r#""on_condition""#, r#""never""#],
        "class" => &[r#""no_such_activity""#, r#""no_such_asset""#, r#""legal_condition""#],
        _ => &[],
    }
}

/// An item that fits into the list of that name, numbered so that many differ.
pub fn item(list: &str, number: u32) -> Option<Tree> {
    let text = match list {
        "entities" => format!(r#"{{"id": "e{number}", "parent": "o", "weight": 1000000}}"#),
        "serves" => format!(r#"{{"entity": "e{number}", "requirement": "worked-examples:a", "share": 33.33}}"#),
        "evidence" if number.is_multiple_of(3) => format!(
            r#"{{"id": "v{number}", "requirement": "worked-examples:a", "kind": "audit", "assurance": "independent", "by": "b", "reference": "r", "date": "2026-06-01", "population": 7, "examined": 5, "ok": 3, "selection": "random"}}"#
        ),
        "evidence" => format!(
            r#"{{"id": "v{number}", "requirement": "worked-examples:a", "kind": "log_review", "assurance": "internal", "by": "b", "reference": "r", "date": "2026-05-01", "share": 60, "result": 33.33}}"#
        ),
        "closes" => format!(r#""v{number}""#),
        "exclusions" => format!(
            r#"{{"requirement": "worked-examples:d", "entity": "e{number}", "class": "no_such_activity", "reason": "r", "approved_by": "a", "review_by": "2026-12-31"}}"#
        ),
        "measures" => format!(
            r#"{{"id": "m{number}", "requirement": "worked-examples:a", "score_after": 100, "cost": 4294967295, "status": "done"}}"#
        ),
        "dissent" => r#"{"by": "dpo", "requirement": "worked-examples:a", "text": "t"}"#.to_owned(),
        "control_statements" => r#"{"requirement": "worked-examples:a", "implemented": true, "why": "w"}"#.to_owned(),
        "requirements" => format!(r#"{{"id": "r{number}", "requires": ["r"], "supported_by": ["s"]}}"#),
        "objectives" => {
            format!(r#"{{"id": "o{number}", "family": "theme", "members": ["r"], "weights": {{"r": 1000000}}, "critical": ["r"]}}"#)
        }
        "sources" => format!(r#"{{"id": "s{number}", "citation": "c"}}"#),
        "requires" | "supported_by" | "members" | "critical" => format!(r#""r{number}""#),
        "catalogues" => {
            format!(r#"{{"format": "pejling/catalogue/1", "id": "own{number}", "edition": "1", "requirements": [{{"id": "r"}}]}}"#)
        }
        _ => return None,
    };
    Tree::parse(&text)
}

/// A chain in the list of that name: entities below each other, evidence that closes evidence, requirements that rest on each other.
/// A closed one ends where it began.
pub fn chain(list: &str, length: u32, closed: bool) -> Option<Vec<Tree>> {
    let (before, field) = match list {
        "entities" => ("e", "parent"),
        "evidence" => ("v", "closes"),
        "requirements" if length.is_multiple_of(2) => ("r", "requires"),
        "requirements" => ("r", "supported_by"),
        _ => return None,
    };
    let link = |number: u32| {
        let Tree::Object(mut fields) = item(list, number)? else { return None };
        fields.retain(|(name, _)| !["parent", "closes", "requires", "supported_by"].contains(&name.as_str()));
        let next = if number + 1 < length { number + 1 } else { 0 };
        if next > 0 || closed {
            let name = Tree::text(&format!("{before}{next}"));
            fields.push((field.to_owned(), if field == "parent" { name } else { Tree::List(vec![name]) }));
        }
        Some(Tree::Object(fields))
    };
    (0..length).map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_is_read_as_it_is_meant() {
        assert!(VALUES.len() > 100 && FIELDS.len() > 50, "{} {}", VALUES.len(), FIELDS.len());
        assert_eq!(unescaped(r#"\"a\\u0031\xc3\xa9\""#), r#""a\u0031é""#);
        assert!(FIELDS.iter().any(|name| name == "\u{1b}[2J"));
    }
}
