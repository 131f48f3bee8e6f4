//! The dependency graph as people see it: each requirement and each edge once, with its words, and nothing fetched from elsewhere.

use std::collections::BTreeSet;

use pejling_core::Relation;
use pejling_documents::{CatalogueDocument, Language, Library, Source};
use roxmltree::{Document, Node};

fn svg(library: &Library<'_>, catalogue: &str, around: Option<&str>) -> String {
    library.dependencies(library.catalogue(catalogue).unwrap(), around).unwrap().svg().unwrap()
}

/// The elements of a class, by the first of its names.
fn of_class<'d>(document: &'d Document<'d>, class: &str) -> Vec<Node<'d, 'd>> {
    let has = |node: &Node<'_, '_>| node.attribute("class").is_some_and(|it| it.split(' ').next() == Some(class));
    document.descendants().filter(|node| has(node) && node.children().any(|child| child.has_tag_name("title"))).collect()
}

fn note<'d>(node: &Node<'d, 'd>) -> &'d str {
    node.children().find(|child| child.has_tag_name("title")).and_then(|title| title.text()).unwrap_or_default()
}

/// The edges of a catalogue by qualified names.
fn edges(document: &CatalogueDocument) -> BTreeSet<(String, Relation, String)> {
    let qualified = |name: &str| if name.contains(':') { name.to_owned() } else { format!("{}:{name}", document.id.0) };
    let of = |requirement: &pejling_documents::RequirementDocument| {
        let from = qualified(&requirement.id);
        let requires = requirement.requires.iter().map(|on| (Relation::Requires, qualified(on)));
        let supported_by = requirement.supported_by.iter().map(|on| (Relation::SupportedBy, qualified(on)));
        requires.chain(supported_by).map(|(relation, on)| (from.clone(), relation, on)).collect::<Vec<_>>()
    };
    document.requirements.iter().flat_map(of).collect()
}

/// What a drawing says at each edge: both ends with their titles, and the reason.
fn said(library: &Library<'_>, catalogue: &str, edges: &BTreeSet<(String, Relation, String)>) -> Vec<String> {
    let named = |id: &str| {
        let name = id.strip_prefix(&format!("{catalogue}:")).unwrap_or(id);
        format!("{name} {}", library.title(id).unwrap())
    };
    let say = |(from, relation, on): &(String, Relation, String)| {
        let relates = library.language.text(match relation {
            Relation::Requires => "requires",
            Relation::SupportedBy => "supported-by",
        });
        format!("{}\n{relates} {}\n{}", named(from), named(on), library.reason(from, *relation, on).unwrap())
    };
    let mut said: Vec<_> = edges.iter().map(say).collect();
    said.sort_unstable();
    said
}

#[test]
fn every_requirement_and_edge_is_drawn_once_with_its_words() {
    for language in Language::ALL {
        let library = Library::new(language);
        for catalogue in library.frameworks() {
            let id = catalogue.id.0.as_str();
            let text = svg(&library, id, None);
            let drawing = Document::parse(&text).unwrap();
            let root = drawing.root_element();
            assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some(language.code())));
            assert!(note(&root).starts_with(library.framework_title(id).unwrap()));
            assert!(root.children().any(|child| child.has_tag_name("desc") && child.text().is_some()));

            let edges = edges(catalogue);
            let drawn = of_class(&drawing, "edge");
            let mut told: Vec<_> = drawn.iter().map(note).collect();
            told.sort_unstable();
            assert_eq!(told, said(&library, id, &edges));
            for (edge, relation) in drawn.iter().flat_map(|edge| Relation::ALL.iter().map(move |relation| (edge, relation))) {
                let word = library.language.text(&relation.name().replace('_', "-"));
                let is = note(edge).lines().nth(1).unwrap().starts_with(&format!("{word} "));
                assert_eq!(edge.attribute("class").unwrap().split(' ').any(|class| class == relation.name()), is);
            }

            let own: BTreeSet<_> = catalogue.requirements.iter().map(|requirement| format!("{id}:{}", requirement.id)).collect();
            let ends = edges.iter().map(|(_, _, on)| on.clone()).filter(|on| !own.contains(on)).collect::<BTreeSet<_>>();
            let nodes = of_class(&drawing, "node");
            let mut names: Vec<_> = nodes.iter().map(|node| note(node).lines().next().unwrap()).collect();
            let own = own.iter().map(|of| format!("{} {}", of.split_once(':').unwrap().1, library.title(of).unwrap()));
            let mut expected: Vec<_> = own.chain(ends.iter().map(|on| format!("{on} {}", library.title(on).unwrap()))).collect();
            names.sort_unstable();
            expected.sort_unstable();
            assert_eq!(names, expected);
            let others = nodes.iter().filter(|node| node.attribute("class").unwrap().contains("other")).count();
            assert_eq!(others, ends.len());
        }
    }
}

/// A part has the title of the objective that sums it up: here chapters, themes and principles.
#[test]
fn parts_have_the_titles_of_their_objectives() {
    let library = Library::new(Language::Danish);
    for (catalogue, families) in [("iso27001-2022", "chapter"), ("gdpr", "theme"), ("principles-2017", "principle")] {
        let text = svg(&library, catalogue, None);
        let drawing = Document::parse(&text).unwrap();
        let bands = drawing.descendants().filter(|node| node.attribute("class") == Some("band"));
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).collect::<String>();
        let mut titles: Vec<_> = bands
            .map(|band| band.descendants().filter(|it| it.has_tag_name("text")).filter_map(|it| it.text()).map(letters).collect::<String>())
            .collect();
        let objectives = library.catalogue(catalogue).unwrap().objectives.iter().filter(|it| it.family.0.name() == families);
        let title = |id: &str| letters(library.title(&format!("{catalogue}:{id}")).unwrap());
        let mut expected: Vec<_> = objectives
            .map(|it| match it.select.as_ref().unwrap().get("part").filter(|_| families == "chapter") {
                Some(part) => letters(part) + &title(&it.id),
                None => title(&it.id),
            })
            .collect();
        titles.sort_unstable();
        expected.sort_unstable();
        assert_eq!(titles, expected);
    }
}

/// The stretches of a path of `M`, `H`, `V`, `Q` and `C`, each by its ends: (x, y, x, y).
fn stretches(path: &str) -> Vec<[i64; 4]> {
    let (mut x, mut y, mut found) = (0, 0, Vec::new());
    let starts: Vec<usize> = path.char_indices().filter(|(_, it)| it.is_alphabetic()).map(|(at, _)| at).chain([path.len()]).collect();
    for pair in starts.windows(2) {
        let (step, numbers) = path[pair[0]..pair[1]].split_at(1);
        let numbers: Vec<i64> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
        let (to_x, to_y) = match step {
            "H" => (numbers[0], y),
            "V" => (x, numbers[0]),
            _ => (numbers[numbers.len() - 2], numbers[numbers.len() - 1]),
        };
        if step != "M" {
            found.push([x, y, to_x, to_y]);
        }
        (x, y) = (to_x, to_y);
    }
    found
}

#[test]
fn no_edge_runs_through_a_box_and_no_box_stands_on_another() {
    let library = Library::new(Language::Danish);
    for (catalogue, around) in [("iso27001-2022", None), ("iso27001-2022", Some("A.8.15")), ("gdpr", None), ("principles-2017", None)] {
        let text = svg(&library, catalogue, around);
        let drawing = Document::parse(&text).unwrap();
        let boxes: Vec<[i64; 4]> = of_class(&drawing, "node")
            .iter()
            .map(|node| {
                let place = node.attribute("transform").unwrap().trim_start_matches("translate(").trim_end_matches(')');
                let (x, y) = place.split_once(' ').unwrap();
                let (x, y): (i64, i64) = (x.parse().unwrap(), y.parse().unwrap());
                let rect = node.children().find(|child| child.has_tag_name("rect")).unwrap();
                let size = |name: &str| rect.attribute(name).unwrap().parse::<i64>().unwrap();
                [x, y, x + size("width"), y + size("height")]
            })
            .collect();
        let is_inside = |it: &[i64; 4], of: &[i64; 4]| {
            it[0].max(it[2]) > of[0] && it[0].min(it[2]) < of[2] && it[1].max(it[3]) > of[1] && it[1].min(it[3]) < of[3]
        };
        for (index, it) in boxes.iter().enumerate() {
            assert!(!boxes[..index].iter().any(|other| is_inside(it, other)), "{catalogue}: {it:?}");
        }
        for edge in of_class(&drawing, "edge") {
            let path = edge.children().find(|child| child.attribute("class") == Some("line")).unwrap();
            let through = stretches(path.attribute("d").unwrap()).into_iter().find(|it| boxes.iter().any(|of| is_inside(it, of)));
            assert_eq!(through, None, "{catalogue}: {}", note(&edge));
        }
    }
}

#[test]
fn a_drawing_stands_alone_and_is_the_same_every_time() {
    let library = Library::new(Language::English);
    let text = svg(&library, "principles-2017", None);
    assert_eq!(text, svg(&Library::new(Language::English), "principles-2017", None));
    let drawing = Document::parse(&text).unwrap();
    for node in drawing.descendants().filter(Node::is_element) {
        assert!(!["script", "image", "use", "foreignObject", "a"].contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            let outward = attribute.value().contains("//") || attribute.name().starts_with("on") || attribute.name() == "href";
            assert!(!outward, "{attribute:?}");
        }
    }
    let style = drawing.descendants().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
    assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("@font-face"), "{style}");
}

/// A chain a > b > c > d > e > f, with g beside it that rests on c: two steps around c are a, b, d, e and g.
#[test]
fn what_is_around_is_two_steps_below_and_above() {
    let overlay = r#"{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [
        {"id": "a", "requires": ["b"]}, {"id": "b", "supported_by": ["c"]}, {"id": "c", "requires": ["d"]},
        {"id": "d", "supported_by": ["e"]}, {"id": "e", "requires": ["f"]}, {"id": "f"}, {"id": "g", "requires": ["c"]}, {"id": "h"}]}"#;
    let mut library = Library::new(Language::English);
    library.lay_over(Source::text(overlay), &[]).unwrap();
    let own = library.catalogue("own").unwrap();
    for name in ["c", "own:c"] {
        let graph = library.dependencies(own, Some(name)).unwrap();
        let dot = graph.dot();
        let drawn: Vec<_> = "abcdefgh".chars().filter(|it| dot.contains(&format!("\"own:{it}\" [label"))).collect();
        assert_eq!(drawn, ['a', 'b', 'c', 'd', 'e', 'g']);
        assert_eq!(dot.matches(" -> ").count(), 5); // a > b, b > c, c > d, d > e, g > c; not e > f
        let text = graph.svg().unwrap();
        let drawing = Document::parse(&text).unwrap();
        let names: Vec<_> = of_class(&drawing, "node").iter().map(|node| note(node).lines().next().unwrap().to_owned()).collect();
        assert_eq!(names, ["a", "b", "c", "d", "e", "g"]);
        let center = of_class(&drawing, "node").into_iter().filter(|node| node.attribute("class").unwrap().contains("center"));
        assert_eq!(center.map(|node| note(&node).lines().next()).collect::<Vec<_>>(), [Some("c")]);
        assert_eq!(of_class(&drawing, "edge").len(), 5);
    }
    let fault = &library.dependencies(own, Some("z")).unwrap_err().faults[0];
    assert_eq!(fault.code, "not-in-graph");
}

#[test]
fn texts_cannot_break_out_of_a_drawing() {
    let title = "</title><script>alert(1)</script> & \\\"more\\\" ]]>";
    let overlay = format!(
        r#"{{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [
        {{"id": "a", "part": "<p>&", "requires": ["b", "c"]}}, {{"id": "b", "requires": ["a"]}}, {{"id": "c"}}],
        "texts": {{"en": {{"format": "pejling/catalogue-texts/1", "catalogue": "own", "language": "en", "title": "{title}",
            "requirements": {{"a": {{"title": "{title}", "requires": {{"b": "{title}"}}}}, "b": {{"title": "&amp;"}}}}}}}}}}"#
    );
    let mut library = Library::new(Language::English);
    library.lay_over(Source::text(&overlay), &[]).unwrap();
    let text = svg(&library, "own", None);
    let drawing = Document::parse(&text).unwrap();
    let title = title.replace('\\', "");
    assert!(!drawing.descendants().any(|node| node.has_tag_name("script")));
    assert!(note(&drawing.root_element()).starts_with(&title));
    let edges: Vec<_> = of_class(&drawing, "edge").iter().map(note).map(str::to_owned).collect();
    let expected =
        [format!("a {title}\nrequires b &amp;\n{title}"), format!("a {title}\nrequires c"), format!("b &amp;\nrequires a {title}")];
    assert_eq!(edges, expected);
}

/// 20,000 boxes are more than the 10,000 pieces that are drawn; a neighbourhood of one of them is not.
#[test]
fn more_than_anybody_can_read_is_refused() {
    let requirements: Vec<_> =
        (0..20_000).map(|number| format!(r#"{{"id": "r{number}", "requires": ["r{}"]}}"#, (number + 1) % 20_000)).collect();
    let requirements = requirements.join(",");
    let overlay = format!(r#"{{"format": "pejling/catalogue/1", "id": "own", "edition": "1", "requirements": [{requirements}]}}"#);
    let mut library = Library::new(Language::English);
    library.lay_over(Source::text(&overlay), &[]).unwrap();
    let own = library.catalogue("own").unwrap();
    assert_eq!(library.dependencies(own, None).unwrap().svg().unwrap_err().faults[0].code, "too-much-to-draw");
    let around = library.dependencies(own, Some("r7")).unwrap().svg().unwrap();
    assert_eq!(of_class(&Document::parse(&around).unwrap(), "node").len(), 5);
}
