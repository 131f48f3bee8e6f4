//! Reports: goldens, what is public and what can be inferred of it, and that nothing in a text is ever markup.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pejling_core::Disclosure;
use pejling_documents::{Checked, Earlier, ExtractDocument, Language, Library, Side, Source, foreseen_until, to_json};
use pejling_report::{Audience, Block, Order, Report, agenda, council};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common;

fn order<T>(library: &Library<'_>, files: &[&str], previous: Option<&str>, use_it: impl FnOnce(&Order<'_>) -> T) -> T {
    let texts: Vec<String> = files.iter().chain(&previous).map(|file| common::read(file)).collect();
    let checked: Vec<Checked> =
        texts.iter().map(|text| library.check(Source::text(text)).unwrap_or_else(|faults| panic!("{faults}"))).collect();
    let (of, before) = checked.split_at(files.len());
    let scores = of[0].scores(of[0].as_of(None).unwrap());
    let earlier = before.first().map(|it| (it, it.scores(it.as_of(None).unwrap())));
    use_it(&Order {
        library,
        checked: &of[0],
        scores: &scores,
        entity: of[0].assessment().organisation().clone(),
        earlier: earlier.as_ref().map(|(checked, scores)| Earlier { checked, scores, across_editions: false }),
        until: foreseen_until(scores.as_of()),
        beside: of.iter().map(|checked| Side { file: None, checked }).collect(),
    })
}

/// What may be told of the invented region a year later. The language of a reader changes no byte of it.
static EXTRACT: LazyLock<ExtractDocument> = LazyLock::new(|| {
    let library = Library::new(Language::English);
    order(&library, &["fixtures/region-2027/assessment.json"], Some("fixtures/region/assessment.json"), |order| order.extract().unwrap())
});

#[test]
fn what_is_public_of_the_region_is_golden() {
    common::golden("fixtures/report/extract.json", &to_json(&*EXTRACT));
}

#[test]
fn reports_are_golden() {
    for language in Language::ALL {
        let library = Library::new(language);
        let code = language.code();
        common::golden(&format!("fixtures/report/council-{code}.html"), &council(&EXTRACT, &library).html());
        common::golden(&format!("fixtures/report/agenda-{code}.md"), &agenda(&EXTRACT, &library).markdown());
        for (name, file, audience) in [
            ("ciso", "fixtures/worked-example-1/assessment.json", Audience::Ciso),
            ("working-groups", "fixtures/worked-example-1/assessment.json", Audience::WorkingGroups),
            ("screening", "fixtures/screening/assessment.json", Audience::Screening),
        ] {
            let report = order(&library, &[file], None, |order| order.report(audience).unwrap());
            common::golden(&format!("fixtures/report/{name}-{code}.md"), &report.markdown());
        }
    }
}

/// The golden of the steering group is made of the five regions of `fixtures/compare`, which bring their own catalogue.
#[test]
fn the_steering_group_s_report_is_golden() {
    let overlay = ["catalogue.toml", "da.toml", "en.toml"].map(|name| {
        let name = format!("fixtures/compare/overlay/{name}");
        (common::read(&name), name)
    });
    let [catalogue, danish, english] = overlay.each_ref().map(|(text, name)| Source { name: Some(name), text });
    let files = common::files("fixtures/compare/regions", ".json");
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for language in Language::ALL {
        let mut library = Library::new(language);
        library.lay_over(catalogue, &[danish, english]).unwrap();
        let report = order(&library, &files, None, |order| order.report(Audience::Steering).unwrap());
        common::golden(&format!("fixtures/report/steering-{}.md", language.code()), &report.markdown());
    }
}

/// Every text of every requirement that the region's assessment asks, by the languages that reports are in.
fn names_of_requirements(library: &Library<'_>) -> BTreeSet<String> {
    let named: Vec<&str> = EXTRACT.catalogues.keys().map(String::as_str).collect();
    let mut found = BTreeSet::new();
    for catalogue in named.iter().filter_map(|name| library.find(name)) {
        for requirement in &catalogue.requirements {
            let id = format!("{}:{}", catalogue.id.0, requirement.id);
            found.extend(library.title(&id).map(str::to_owned));
            found.insert(id);
            if requirement.id.starts_with("A.") || requirement.id.contains('-') {
                found.insert(requirement.id.clone()); // a bare `6.2` stands in many a number
            }
        }
    }
    found
}

/// No requirement is named in public: not by id, not by title, neither weak nor strong. A title that is also that of an area is no name.
#[test]
fn no_requirement_is_named_in_public() {
    for language in Language::ALL {
        let library = Library::new(language);
        let report = council(&EXTRACT, &library);
        let shown = [
            report.html(),
            report.markdown(),
            agenda(&EXTRACT, &library).html(),
            agenda(&EXTRACT, &library).markdown(),
            to_json(&*EXTRACT),
        ];
        let areas: BTreeSet<&str> = library.views().flat_map(|(_, texts)| texts.areas.0.values().map(|it| it.title.as_str())).collect();
        let words: BTreeSet<String> = names_of_requirements(&library).into_iter().filter(|name| !areas.contains(name.as_str())).collect();
        assert!(words.len() > 300);
        for (at, text) in shown.iter().enumerate() {
            let found: Vec<_> = words
                .iter()
                .filter(|name| name.contains(' ') || name.contains(':') || name.contains('.') || name.contains('-'))
                .filter(|name| text.contains(name.as_str()))
                .collect();
            assert!(found.is_empty(), "{at}: {found:?}");
        }
    }
}

/// An area with fewer than five requirements that apply has no number, and no sum of multiples of the figures is about fewer than five.
#[test]
fn small_areas_are_told_in_words() {
    let figures = EXTRACT.frameworks.iter().flat_map(|it| std::iter::once(&it.whole).chain(&it.areas).chain(&it.principles));
    let (with, without): (Vec<_>, Vec<_>) = figures.partition(|it| it.figure.is_some());
    assert!(with.iter().all(|it| it.applicable >= 5));
    assert!(
        without.iter().all(|it| it.applicable < 5) && without.len() == 6,
        "six of the seven principles have three or four requirements"
    );
    assert!(EXTRACT.yardstick.iter().all(|it| it.level.is_some() == (it.applicable >= 5) && it.meets_norm.is_some() == it.level.is_some()));
}

const AREA: &str = r#"format = "pejling/catalogue/1"
id = "example"
edition = "1"
[[sources]]
id = "s"
citation = "s"
"#;

/// A catalogue of two areas with so many requirements each, without dependencies: within an area all are alike.
fn catalogue(sizes: [usize; 2]) -> String {
    let mut text = AREA.to_owned();
    for (area, size) in ["systems", "physical"].iter().zip(sizes) {
        for number in 0..size {
            text +=
                &format!("[[requirements]]\nid = \"{area}-{number}\"\nsource = \"s\"\narea = \"{area}\"\ngroup = \"law-and-contracts\"\n");
        }
    }
    text += "[[objectives]]\nid = \"framework\"\nfamily = \"framework\"\nselect = {}\n";
    for area in ["systems", "physical"] {
        text += &format!("[[objectives]]\nid = \"area-{area}\"\nfamily = \"area\"\nselect = {{ area = \"{area}\" }}\n");
    }
    text
}

fn answers(sizes: [usize; 2], results: &[u8]) -> Value {
    let names = ["systems", "physical"].iter().zip(sizes).flat_map(|(area, size)| (0..size).map(move |number| format!("{area}-{number}")));
    let evidence = names.zip(results).enumerate().map(|(at, (name, result))| {
        json!({"id": format!("e{at}"), "requirement": format!("example:{name}"), "kind": "audit", "assurance": "independent", "date": "2026-06-01",
            "by": "revisor", "reference": "sag", "result": result.to_string()})
    });
    json!({"format": "pejling/assessment/1", "organisation": "x", "as_of": "2026-06-30", "catalogues": {"example": "1"},
        "evidence": evidence.collect::<Vec<_>>()})
}

/// All that is public of an assessment, without digests.
fn public(sizes: [usize; 2], results: &[u8]) -> (String, ExtractDocument) {
    let (catalogue, assessment) = (catalogue(sizes), answers(sizes, results).to_string());
    let mut library = Library::new(Language::Danish);
    library.lay_over(Source { name: Some("catalogue.toml"), text: &catalogue }, &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let checked = library.check(Source::text(&assessment)).unwrap_or_else(|faults| panic!("{faults}"));
    let scores = checked.scores(checked.as_of(None).unwrap());
    let extract = checked.extract(&library, &scores, checked.assessment().organisation(), foreseen_until(scores.as_of()), None).unwrap();
    let report = council(&extract, &library);
    let whole = [report.html(), report.markdown(), agenda(&extract, &library).html(), to_json(&extract)].concat();
    let digest = checked.digest();
    assert!(whole.contains(&digest));
    (whole.replace(&digest, "digest"), extract)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whoever knows the whole report knows nothing of which requirement of an area scores what: answers exchanged within it change no byte.
    #[test]
    fn answers_exchanged_within_an_area_change_no_byte(
        results in prop::collection::vec(0_u8..=100, 13), one in 0_usize..7, other in 0_usize..7, shift in prop_oneof![Just(0_usize), Just(7)],
    ) {
        let (one, other) = (shift + one.min(5), shift + other.min(5));
        let mut exchanged = results.clone();
        exchanged.swap(one, other);
        let (before, _) = public([7, 6], &results);
        prop_assert!(before == public([7, 6], &exchanged).0);
        prop_assert!(before.contains("example"));
    }
}

/// Nine requirements less five leave four: the whole or the areas can be told, not both.
#[test]
fn what_is_left_of_the_whole_is_kept_back_with_it() {
    let shown = |sizes| {
        let (_, extract) = public(sizes, &[50; 20]);
        let framework = &extract.frameworks[0];
        (framework.whole.figure.is_some(), framework.areas.iter().map(|it| it.figure.is_some()).collect::<Vec<_>>())
    };
    assert_eq!(shown([5, 5]), (true, vec![true, true]));
    assert_eq!(shown([5, 4]), (true, vec![false, false]));
    assert_eq!(shown([3, 1]), (false, vec![false, false]));
}

/// What core admits here by hand: 0 to 9 and 0 to 4, and not 0 to 5, which would leave requirement 5 alone.
#[test]
fn figures_that_tell_of_one_requirement_are_not_admitted() {
    let mut public = Disclosure::default();
    assert!(public.admits((0..10).map(|it| (it, 1))) && public.admits((0..5).map(|it| (it, 1))));
    assert!(!public.admits((0..6).map(|it| (it, 1))));
}

const WORDS: &str = "<script>alert('1')</script> & \"æøå\" | *fed* `kode` 010190-1234";

/// An assessment in which everything that people may write is hostile.
fn hostile() -> Value {
    let mut assessment: Value = serde_json::from_str(&common::read("fixtures/screening/assessment.json")).unwrap();
    assessment["scope_note"] = json!(WORDS);
    assessment["dpo_statement"] = json!({"by": WORDS, "on": "2026-06-01", "text": format!("{WORDS}\n\n{WORDS}")});
    assessment["sign_off"] = json!({"status": "draft", "prepared": {"by": WORDS, "on": "2026-06-01"}});
    for list in ["entities", "measures"] {
        for one in assessment[list].as_array_mut().into_iter().flatten() {
            one[if list == "entities" { "name" } else { "owner" }] = json!(WORDS);
        }
    }
    let requirement = assessment["evidence"][0]["requirement"].clone();
    assessment["dissent"] = json!([{"by": "dpo", "requirement": requirement, "text": WORDS}]);
    assessment
}

#[test]
fn no_text_becomes_markup_and_no_cpr_number_is_repeated() {
    let assessment = hostile().to_string();
    for language in Language::ALL {
        let library = Library::new(language);
        let checked = library.check(Source::text(&assessment)).unwrap_or_else(|faults| panic!("{faults}"));
        let scores = checked.scores(checked.as_of(None).unwrap());
        let order = Order {
            library: &library,
            checked: &checked,
            scores: &scores,
            entity: checked.assessment().organisation().clone(),
            earlier: None,
            until: foreseen_until(scores.as_of()),
            beside: vec![Side { file: None, checked: &checked }],
        };
        for audience in Audience::ALL {
            let report = order.report(audience).unwrap();
            let (html, markdown) = (report.html(), report.markdown());
            let page = parsed(&html);
            assert!(page.descendants().all(|it| !it.has_tag_name("script")), "{}", audience.name());
            for shown in [&html, &markdown] {
                assert!(!shown.contains("010190"), "{}", audience.name());
                assert!(shown.contains("••••••-••••"), "{}", audience.name());
            }
            assert!(!markdown.contains("<script>") && !markdown.contains(" *fed*"), "{}", audience.name());
        }
    }
}

/// A page is XML as well as HTML, so that a strict reader says what is not well formed.
fn parsed(html: &str) -> roxmltree::Document<'_> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    roxmltree::Document::parse_with_options(html, options).unwrap_or_else(|error| panic!("{error}"))
}

/// Nothing assessed is no number, no weakest area and nothing done.
#[test]
fn what_is_not_assessed_is_told_as_that() {
    let library = Library::new(Language::English);
    let extract = order(&library, &["fixtures/empty/assessment.json"], None, |order| order.extract().unwrap());
    let report = council(&extract, &library);
    let areas = report.sections.iter().flat_map(|it| &it.blocks).find_map(|block| match block {
        Block::Chart(chart) if chart.id == "areas" => Some(&chart.table),
        _ => None,
    });
    let figures: BTreeSet<&str> = areas.unwrap().rows.iter().flat_map(|row| &row[1..]).map(String::as_str).collect();
    assert!(figures.contains("not assessed") && !figures.iter().any(|it| it.contains("0.00")), "{figures:?}");
    let principles = tables(&report).into_iter().find(|table| table.columns[0].head == library.language.text("council-principle")).unwrap();
    assert!(principles.rows.iter().all(|row| row[1] == "not assessed" || !row[1].contains('%')), "{principles:?}");
    let told = report.markdown();
    assert!(!told.contains("is weakest") && told.contains("No measures are planned."), "{told}");
}

/// The words of the data protection officer stand in every report to a council, letter by letter; where there are none the page says so.
#[test]
fn the_page_of_the_data_protection_officer_is_always_there() {
    let library = Library::new(Language::Danish);
    let mut extract = EXTRACT.clone();
    let page = |extract: &ExtractDocument| {
        let report = council(extract, &library);
        report.sections.into_iter().find(|it| it.id == "dpo").unwrap()
    };
    let dissent = extract.dissent.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    let quoted = |section: &pejling_report::Section| {
        let quotes = section.blocks.iter().filter_map(|block| match block {
            Block::Quote { paragraphs, .. } => Some(paragraphs.join("\n\n")),
            _ => None,
        });
        quotes.collect::<Vec<_>>()
    };
    assert_eq!(quoted(&page(&extract)), dissent);
    assert!(page(&extract).blocks.contains(&Block::paragraph(Language::Danish.text("council-dpo-none"))));
    extract.dpo_statement = Some(pejling_documents::StatementDocument {
        by: "Databeskyttelsesrådgiveren".to_owned(),
        on: pejling_documents::As("2027-06-01".parse().unwrap()),
        text: "Det første.\n\nDet andet.".to_owned(),
    });
    extract.dissent.clear();
    assert_eq!(quoted(&page(&extract)), ["Det første.\n\nDet andet."]);
}

#[test]
fn a_statement_that_says_nothing_is_refused() {
    let mut assessment: Value = serde_json::from_str(&common::read("fixtures/screening/assessment.json")).unwrap();
    for (by, text) in [("", "Ord."), ("Databeskyttelsesrådgiveren", "  ")] {
        assessment["dpo_statement"] = json!({"by": by, "on": "2026-06-01", "text": text});
        let faults = Library::new(Language::Danish).check(Source::text(&assessment.to_string())).unwrap_err();
        assert_eq!(faults.faults.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["dpo-statement-empty"]);
    }
}

/// Every chart stands by itself: a document of its own with a title, a description and no name from outside.
#[test]
fn charts_stand_by_themselves() {
    let library = Library::new(Language::Danish);
    let report = council(&EXTRACT, &library);
    let html = report.html();
    let mut names = BTreeSet::new();
    let mut charts = 0;
    for block in report.sections.iter().flat_map(|it| &it.blocks) {
        let Block::Chart(chart) = block else { continue };
        charts += 1;
        let svg = chart.svg();
        assert!(html.contains(&svg));
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let texts: Vec<_> = root
            .children()
            .filter(roxmltree::Node::is_element)
            .take(2)
            .map(|it| (it.tag_name().name(), it.text().unwrap_or_default()))
            .collect();
        assert_eq!(texts, [("title", chart.title.as_str()), ("desc", chart.alternative.as_str())]);
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(node.attribute("class").is_none() && node.attribute("style").is_none(), "a page's style would be needed");
            if let Some(id) = node.attribute("id") {
                assert!(names.insert(id.to_owned()), "{id} stands twice in the page");
            }
        }
        assert!(!chart.table.rows.is_empty());
    }
    assert!(charts >= 9, "{charts}"); // one of frameworks, one grid, three bridges, one of courses, four areas less one without
}

/// Every row of a table is in the page, and every cell has its column.
#[test]
fn every_row_arrives() {
    let library = Library::new(Language::Danish);
    let report = order(&library, &["fixtures/worked-example-1/assessment.json"], None, |order| order.report(Audience::Ciso).unwrap());
    let html = report.html();
    let rows: usize = tables(&report).iter().map(|table| table.rows.len()).sum();
    let found = parsed(&html)
        .descendants()
        .filter(|it| it.has_tag_name("tbody"))
        .map(|it| it.children().filter(|it| it.has_tag_name("tr")).count())
        .sum::<usize>();
    assert!(rows > 200);
    assert_eq!(rows, found);
    for table in tables(&report) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.caption);
    }
}

fn tables(report: &Report) -> Vec<&pejling_report::Table> {
    let blocks = report.sections.iter().flat_map(|it| &it.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Chart(chart) => Some(&chart.table),
        _ => None,
    });
    tables.collect()
}
