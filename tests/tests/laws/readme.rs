//! `tests/README.md` says what is proven: its tables are made here, and compared.

use crate::laws::LAWS;
use crate::mutants::ONLY_BY_COMPARISON;
use crate::wrong::Wrong;

/// What the README says between its two marks.
fn tables() -> String {
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned();
    let mut text = "\n| law | what it says | wrong rules that it must catch |\n| --- | --- | --- |\n".to_owned();
    for law in LAWS {
        let wrong: Vec<_> = law.catches.iter().map(|wrong| said(wrong.says())).collect();
        text += &format!("| `{}` | {} | {} |\n", law.name, said(law.says), wrong.join(" · "));
    }
    let caught = Wrong::ALL.len() - ONLY_BY_COMPARISON.len();
    text += &format!(
        "\nThese laws catch {caught} of {} wrong rules. The others give other numbers too, which only the comparison",
        Wrong::ALL.len()
    );
    text += " with the naive scorer sees:\n\n| wrong rule | why no law sees it |\n| --- | --- |\n";
    for (wrong, why) in ONLY_BY_COMPARISON {
        text += &format!("| {} | {why} |\n", said(wrong.says()));
    }
    text + "\n"
}

#[test]
fn the_readme_lists_the_laws_and_what_they_catch() {
    const MARKS: [&str; 2] = ["<!-- laws -->\n", "<!-- end of laws -->"];
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(MARKS[0]).unwrap();
    let (found, after) = rest.split_once(MARKS[1]).unwrap();
    let expected = tables();
    if std::env::var_os("PEJLING_WRITE").is_some() {
        std::fs::write(&path, [before, MARKS[0], &expected, MARKS[1], after].concat()).unwrap();
        return;
    }
    assert!(found == expected, "tests/README.md differs; PEJLING_WRITE=1 rewrites it to\n{expected}");
}
