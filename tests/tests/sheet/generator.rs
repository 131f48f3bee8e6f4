//! Invented assessments, as documents: every field that there is, with texts that a spreadsheet would like to make something else of.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Controls that may be excluded, and requirements of each catalogue, no composite among them.
const EXCLUDABLE: [&str; 4] = ["iso27001-2022:A.8.30", "iso27001-2022:A.5.1", "iso27001-2022:A.8.10", "iso27001-2022:A.7.4"];
const REQUIREMENTS: [&str; 8] = [
    "iso27001-2022:4.1",
    "iso27001-2022:5.1",
    "iso27001-2022:A.5.1",
    "iso27001-2022:A.8.1",
    "iso27001-2022:A.8.10",
    "gdpr:30",
    "gdpr:37",
    "principles-2017:council-discussion",
];
const OBJECTIVES: [&str; 2] = ["iso27001-2022:framework", "gdpr:framework"];

/// Texts: such as people write, such as spreadsheets take for something else, and any that a document may hold.
fn text() -> impl Strategy<Value = String> {
    const ODD: [&str; 32] = [
        "=1+1",
        "+45 38 66 50 00",
        "-",
        "@direktionen",
        "=HYPERLINK(\"http://x\")",
        "2026-04-03",
        "3.4.2026",
        "8.10",
        "007",
        "1e5",
        "85 %",
        "TRUE",
        "#N/A",
        " foran",
        "bagved ",
        "\u{a0}",
        "",
        " ",
        "\"citat\"",
        "\" citat \"",
        "linje\nlinje",
        "tab\tr\rn\r\n",
        "_x000D_",
        "_x005F_",
        "\u{fffe}",
        "\u{ffff}",
        "<b>&amp;",
        "æøå ÆØÅ 中 🦀",
        "'",
        "a;b,c",
        "\u{200b}",
        "\u{feff}x",
    ];
    let plain = "\\PC{0,40}".prop_filter("no sign that turns the direction of writing", |text| {
        !text.contains(|sign| matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    });
    prop_oneof![2 => select(&ODD[..]).prop_map(str::to_owned), 2 => "[A-Za-zæøå0-9 .,-]{1,30}", 1 => plain]
}

/// Texts that name somebody or say why.
fn saying() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("{text}a"))
}

fn day() -> impl Strategy<Value = String> {
    (1900_i32..=2099, 1_u32..=12, 1_u32..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

/// A percentage on the grid.
fn percent(least: u32) -> impl Strategy<Value = String> {
    prop_oneof![Just("100.00".to_owned()), (least..=10_000).prop_map(|it| format!("{}.{:02}", it / 100, it % 100))]
}

/// An object without the fields that are left out.
fn object(fields: Vec<(&str, Option<Value>)>) -> Map<String, Value> {
    fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn signature() -> impl Strategy<Value = Value> {
    (saying(), day()).prop_map(|(by, on)| json!({"by": by, "on": on}))
}

fn finding() -> impl Strategy<Value = Vec<(&'static str, Option<Value>)>> {
    let counts = (1_u32..=1_000_000, any::<Index>(), any::<Index>(), of(select(&["chosen", "random"][..])));
    prop_oneof![
        (of(percent(1)), percent(0)).prop_map(|(share, result)| vec![("share", share.map(Into::into)), ("result", Some(result.into()))]),
        (of(percent(1)), 0_u8..=5).prop_map(|(share, level)| vec![("share", share.map(Into::into)), ("level", Some(level.into()))]),
        counts.prop_map(|(population, examined, ok, selection)| {
            let examined = 1 + examined.index(population as usize);
            let ok = ok.index(examined + 1);
            vec![
                ("population", Some(population.into())),
                ("examined", Some(examined.into())),
                ("ok", Some(ok.into())),
                ("selection", selection.map(Into::into)),
            ]
        }),
    ]
}

fn evidence() -> impl Strategy<Value = (Map<String, Value>, Option<Index>)> {
    const KINDS: [(&str, usize); 6] =
        [("statement", 365), ("document", 1095), ("log_review", 180), ("audit", 1095), ("risk_assessment", 1095), ("test", 365)];
    let assurance = select(&["self", "internal", "independent"][..]);
    let texts = (of(text()), of(text()), of(text()));
    let days = weighted(0.3, any::<Index>());
    (select(&KINDS[..]), assurance, day(), texts, days, finding(), select(&REQUIREMENTS[..]), weighted(0.3, any::<Index>())).prop_map(
        |((kind, longest), assurance, date, (by, reference, note), days, finding, requirement, closes)| {
            let mut item = object(vec![
                ("kind", Some(kind.into())),
                ("assurance", Some(assurance.into())),
                ("date", Some(date.into())),
                ("by", by.map(Into::into)),
                ("reference", reference.map(Into::into)),
                ("note", note.map(Into::into)),
                ("valid_days", days.map(|days| (1 + days.index(longest)).into())),
                ("requirement", Some(requirement.into())),
            ]);
            item.extend(object(finding));
            (item, closes)
        },
    )
}

/// Names of evidence and measures: anything without control characters.
fn names() -> impl Strategy<Value = Vec<String>> {
    let odd = prop_oneof![Just(" x".to_owned()), Just("=1".to_owned()), Just("8.10".to_owned()), Just("a, b; c".to_owned())];
    let name = prop_oneof![3 => "[A-Z]{2}-[0-9]{1,4}", 1 => "[ -~æøå\u{a0}]{1,30}", 1 => odd];
    proptest::collection::btree_set(name, 6).prop_map(|names| names.into_iter().collect())
}

fn statement() -> impl Strategy<Value = Map<String, Value>> {
    (any::<bool>(), text(), of(text())).prop_map(|(implemented, why, responsible)| {
        object(vec![("implemented", Some(implemented.into())), ("why", Some(why.into())), ("responsible", responsible.map(Into::into))])
    })
}

fn exclusion() -> impl Strategy<Value = Map<String, Value>> {
    let class = select(&["no_such_activity", "no_such_asset"][..]);
    (class, saying(), saying(), day()).prop_map(|(class, reason, approver, review_by)| {
        object(vec![
            ("class", Some(class.into())),
            ("reason", Some(reason.into())),
            ("approved_by", Some(approver.into())),
            ("review_by", Some(review_by.into())),
        ])
    })
}

fn measure() -> impl Strategy<Value = Map<String, Value>> {
    let status = select(&["proposed", "decided", "started", "done", "dropped"][..]);
    let of_all = (select(&REQUIREMENTS[..]), 0_u32..=u32::MAX, percent(0), status);
    (of_all, of(text()), of(text()), of(day()), of(day())).prop_map(|(of_all, owner, decided_by, due, decided_on)| {
        let (requirement, cost, score_after, status) = of_all;
        object(vec![
            ("requirement", Some(requirement.into())),
            ("cost", Some(cost.into())),
            ("score_after", Some(score_after.into())),
            ("status", Some(status.into())),
            ("owner", owner.map(Into::into)),
            ("decided_by", decided_by.map(Into::into)),
            ("due", due.map(Into::into)),
            ("decided_on", decided_on.map(Into::into)),
        ])
    })
}

fn dissent() -> impl Strategy<Value = Map<String, Value>> {
    (select(&REQUIREMENTS[..]), select(&["dpo", "auditor"][..]), text()).prop_map(|(requirement, by, text)| {
        object(vec![("requirement", Some(requirement.into())), ("by", Some(by.into())), ("text", Some(text.into()))])
    })
}

/// At most one weighting for each objective.
fn weightings() -> impl Strategy<Value = Vec<Value>> {
    btree_map(select(&OBJECTIVES[..]), (saying(), any::<bool>(), 1_u32..=1_000_000), 0..2).prop_map(|weightings| {
        let weighting = |(objective, (why, has_member, weight)): (&str, (String, bool, u32))| {
            let member = if objective.starts_with("gdpr") { "gdpr:30" } else { "iso27001-2022:A.5.1" };
            let members = if has_member { json!([{"requirement": member, "weight": weight}]) } else { json!([]) };
            json!({"objective": objective, "why": why, "members": members})
        };
        weightings.into_iter().map(weighting).collect()
    })
}

/// What is below the organisation, and what it rests on.
fn parts() -> impl Strategy<Value = Vec<Map<String, Value>>> {
    let part = (of(text()), of(select(&["hospital", "system", "platform"][..])), any::<bool>(), 1_u32..=1_000_000);
    (vec(part, 0..4), percent(0)).prop_map(|(parts, share)| {
        let parts = parts.into_iter().enumerate().map(|(at, (name, kind, below, weight))| {
            let serves = (!below).then(|| json!([{"entity": "bakkeland", "requirement": REQUIREMENTS[at], "share": share}]));
            object(vec![
                ("id", Some(format!("e{at}").into())),
                ("name", name.map(Into::into)),
                ("kind", kind.map(Into::into)),
                ("parent", below.then(|| "bakkeland".into())),
                ("weight", Some(weight.into())),
                ("serves", serves),
            ])
        });
        parts.collect()
    })
}

fn sign_off() -> impl Strategy<Value = Value> {
    let status = select(&["draft", "final"][..]);
    (status, of(signature()), of(signature()), signature()).prop_map(|(status, prepared, reviewed, approved)| {
        let approved = (status == "final").then_some(approved);
        object(vec![("status", Some(status.into())), ("prepared", prepared), ("reviewed", reviewed), ("approved", approved)]).into()
    })
}

/// Items of a list with one more field, of what is its own for each place in the list.
fn with(items: impl IntoIterator<Item = Map<String, Value>>, field: &str, own: impl Fn(usize) -> Option<Value>) -> Vec<Map<String, Value>> {
    let items = items.into_iter().enumerate().map(|(at, mut item)| {
        item.extend(own(at).map(|value| (field.to_owned(), value)));
        item
    });
    items.collect()
}

/// Items by requirement, as a list.
fn of_requirements(items: BTreeMap<&'static str, Map<String, Value>>) -> Vec<Map<String, Value>> {
    let (requirements, items): (Vec<_>, Vec<_>) = items.into_iter().unzip();
    with(items, "requirement", |at| Some(requirements[at].into()))
}

/// An assessment that is without fault against three catalogues.
pub(crate) fn assessment() -> impl Strategy<Value = Value> {
    let statements = btree_map(select(&EXCLUDABLE[..]), statement(), 0..3);
    let exclusions = btree_map(select(&EXCLUDABLE[..]), exclusion(), 0..3);
    let lists = (vec(evidence(), 0..5), statements, exclusions, vec(measure(), 0..4), vec(dissent(), 0..3), weightings());
    let sharing = (any::<bool>(), any::<bool>(), signature())
        .prop_map(|(figures, name, approved)| json!({"figures": figures, "name": name, "approved": approved}));
    let dpo_statement =
        (text(), day(), text()).prop_map(|(by, on, text)| json!({"by": format!("DPO {by}"), "on": on, "text": format!("Set: {text}")}));
    let single = (of(day()), of(text()), of(sign_off()), of(sharing), of(dpo_statement));
    (names(), names(), parts(), lists, single).prop_map(|(ids, measure_ids, parts, lists, single)| {
        let (evidence, statements, exclusions, measures, dissent, weightings) = lists;
        let (as_of, scope_note, sign_off, sharing, dpo_statement) = single;
        let whom: Vec<Option<Value>> = parts.iter().map(|it| Some(it["id"].clone())).chain([None]).collect();
        let whom = |at: usize| whom[at % whom.len()].clone();
        let (evidence, closes): (Vec<_>, Vec<_>) = evidence.into_iter().unzip();
        let closes = |at: usize| closes[at].filter(|_| at > 0).map(|closes| ids[..=closes.index(at)].into());
        let evidence = with(with(evidence, "id", |at| Some(ids[at].clone().into())), "closes", closes);
        let measures = with(measures, "id", |at| Some(measure_ids[at].clone().into()));
        let organisation = object(vec![("id", Some("bakkeland".into()))]);
        let entities: Vec<_> = if parts.is_empty() { parts } else { std::iter::once(organisation).chain(parts).collect() };
        let whole = object(vec![
            ("format", Some("pejling/assessment/1".into())),
            ("organisation", Some("bakkeland".into())),
            ("as_of", as_of.map(Into::into)),
            ("catalogues", Some(json!({"iso27001-2022": "2026.1", "gdpr": "2026.1", "principles-2017": "2026.1"}))),
            ("scope_note", scope_note.map(Into::into)),
            ("sign_off", sign_off),
            ("sharing", sharing),
            ("dpo_statement", dpo_statement),
            ("entities", Some(entities.into())),
            ("evidence", Some(with(evidence, "entity", whom).into())),
            ("control_statements", Some(of_requirements(statements).into())),
            ("exclusions", Some(with(of_requirements(exclusions), "entity", whom).into())),
            ("measures", Some(with(measures, "entity", whom).into())),
            ("dissent", Some(with(dissent, "entity", whom).into())),
            ("weightings", Some(weightings.into())),
        ]);
        whole.into()
    })
}
