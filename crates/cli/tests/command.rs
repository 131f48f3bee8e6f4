//! The command as people and machines use it: what it prints, in both languages, and how it exits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that finds something else than it expects has to stop there"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the command at the root of the repository and tells all that it says.
fn run(arguments: &[&str], input: &str) -> (String, Option<i32>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    command.args(arguments).current_dir(root).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").env("NO_COLOR", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let written = stdin.write_all(input.as_bytes());
    assert!(written.is_ok() || input.is_empty(), "{written:?}");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let (said, complained) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    (if complained.is_empty() { said } else { format!("{said}--- error stream\n{complained}") }, output.status.code())
}

/// Compares all that the command says with a snapshot of that name.
#[track_caller]
fn check(name: &str, arguments: &[&str], exit: i32) {
    let (said, code) = run(arguments, "");
    assert_eq!(code, Some(exit), "{said}");
    insta::with_settings!({description => arguments.join(" "), omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, said);
    });
}

const REGION: &str = "fixtures/region/assessment.json";
const EXAMPLE: &str = "fixtures/worked-example-1/assessment.json";

#[test]
fn a_region_is_scored_for_people() {
    check("score-region-en", &["score", REGION, "--lang", "en"], 0);
    check("score-region-da", &["score", REGION, "--lang", "da"], 0);
    check("score-hospital-da", &["score", REGION, "--lang", "da", "--entity", "soender-aa-sygehus", "--all"], 0);
    check("score-just-started-da", &["score", "fixtures/just-started/assessment.json", "--lang", "da"], 0);
    check("score-empty-en", &["score", "fixtures/empty/assessment.json"], 0);
}

#[test]
fn a_region_is_scored_for_machines() {
    let (said, code) = run(&["score", REGION, "--format", "json"], "");
    assert_eq!(code, Some(0));
    let golden = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/region/result.json")).unwrap();
    assert!(said == golden, "the command and the golden of all surfaces differ");
    let (danish, _) = run(&["score", REGION, "--format", "json", "--lang", "da"], "");
    assert!(said == danish, "the language of a reader changes a byte");
}

#[test]
fn files_are_read_from_standard_input_and_several_at_once() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(EXAMPLE)).unwrap();
    let (from_input, code) = run(&["score", "-"], &text);
    assert_eq!(code, Some(0), "{from_input}");
    assert_eq!(from_input, run(&["score", EXAMPLE], "").0);
    assert_eq!(run(&["score", EXAMPLE, "-"], &text).0, from_input.repeat(2));
    let marked = format!("\u{feff}{text}"); // as editors of Windows save it
    assert_eq!(run(&["score", "-"], &marked).0, from_input);
}

#[test]
fn explanations_show_the_arithmetic() {
    check("explain-example-1-en", &["explain", EXAMPLE, "A.8.15", "--lang", "en"], 0);
    check("explain-example-1-da", &["explain", EXAMPLE, "A.8.15", "--lang", "da"], 0);
    check("explain-objective-da", &["explain", REGION, "gdpr:theme-mapping-and-impact", "--entity", "nordhede-sygehus", "--lang", "da"], 0);
    check("explain-consolidated-en", &["explain", REGION, "A.8.15"], 0);
    check("explain-carried-en", &["explain", REGION, "A.8.13", "--entity", "nordhede-sygehus"], 0);
    check("explain-composite-da", &["explain", REGION, "6.1", "--entity", "nordhede-sygehus", "--lang", "da"], 0);
    check("explain-excluded-da", &["explain", REGION, "A.8.31", "--entity", "soender-aa-sygehus", "--lang", "da"], 0);
    let (said, code) = run(&["explain", EXAMPLE, "A.8.15", "--format", "json"], "");
    assert_eq!(code, Some(0));
    assert!(said.contains(r#""sum": "55.625""#), "{said}");
}

/// Worked example 1: 10 at 100 + 12.50 at 85 + 70 at 50 = 55.625, cut to 55.62.
#[test]
fn worked_example_1_prints_its_three_terms() {
    let (said, _) = run(&["explain", EXAMPLE, "A.8.15"], "");
    assert!(said.contains("own score 55.62 / 92.50 / 92.50"), "{said}");
    assert!(said.contains("(10.00 · 100.00 + 12.50 · 85.00 + 70.00 · 50.00) / 100 = 55.625 → 55.62"), "{said}");
}

#[test]
fn faults_are_told_with_exit_code_2() {
    check("wrong-ten-mistakes-en", &["score", "fixtures/wrong/ten-mistakes.json"], 2);
    check("wrong-ten-mistakes-da", &["check", "fixtures/wrong/ten-mistakes.json", "--lang", "da"], 2);
    check("wrong-empty-da", &["score", "fixtures/wrong/empty.json", "--lang", "da"], 2);
    check("wrong-no-file-en", &["score", "fixtures/no-such-file.json"], 2);
    check("wrong-folder-en", &["score", "fixtures"], 2);
    check("wrong-entity-en", &["score", EXAMPLE, "--entity", "nowhere"], 2);
    check("wrong-name-da", &["explain", REGION, "framework", "--lang", "da"], 2);
    check("wrong-date-en", &["score", EXAMPLE, "--as-of", "30-06-2026"], 2);
    check("wrong-overlay-en", &["--overlay", "fixtures/wrong/overlay-not-toml", "score", EXAMPLE], 2);
    let (said, code) = run(&["score", "fixtures/wrong/ten-mistakes.json", "--format", "json"], "");
    assert_eq!(code, Some(2));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&said).unwrap()["faults"].as_array().unwrap().len(), 10);
}

#[test]
fn a_floor_is_exit_code_1() {
    let floor = |floor: &str| run(&["score", REGION, "--format", "json", "--fail-under", floor], "").1;
    assert_eq!(floor("iso27001-2022:framework=10"), Some(0));
    assert_eq!(floor("iso27001-2022:framework=99.99"), Some(1));
    assert_eq!(floor("chapter-a8=10"), Some(0));
    assert_eq!(floor("framework=10"), Some(2)); // three frameworks have one
    assert_eq!(floor("chapter-a8=101"), Some(2));
    let empty = run(&["score", "fixtures/empty/assessment.json", "--fail-under", "chapter-a8=0"], "").1;
    assert_eq!(empty, Some(1)); // not assessed is never at any floor
}

#[test]
fn vectors_and_results_verify() {
    let (said, code) = run(&["verify", "fixtures/vectors/seeds-001-100.json", "fixtures/vectors/seeds-101-200.json"], "");
    assert_eq!((said.lines().last(), code), (Some("200 passed, 0 failed"), Some(0)));
    let result = "fixtures/worked-example-1/result.json";
    let (said, code) = run(&["verify", result, "--input", EXAMPLE], "");
    assert_eq!((said.as_str(), code), ("equal: every number follows from the assessment\n1 passed, 0 failed\n", Some(0)));
    check("verify-other-input-en", &["verify", result, "--input", "fixtures/empty/assessment.json"], 1);
    check("verify-without-input-en", &["verify", result], 2);
}

#[test]
fn a_statement_of_applicability_says_what_is_missing() {
    check("soa-region-da", &["soa", REGION, "--lang", "da"], 0);
    check("soa-region-en", &["soa", REGION, "--lang", "en"], 0);
    check("soa-hospital-da", &["soa", REGION, "--lang", "da", "--entity", "soender-aa-sygehus"], 0);
    check("soa-empty-en", &["soa", "fixtures/empty/assessment.json"], 0);
    check("wrong-soa-da", &["--overlay", "fixtures/cycles/overlay", "soa", "fixtures/cycles/assessment.json", "--lang", "da"], 2);
    let (said, code) = run(&["soa", REGION, "--format", "json"], "");
    let golden = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/region/soa.json")).unwrap();
    assert!(code == Some(0) && said == golden, "the command and the golden of all surfaces differ");
}

#[test]
fn catalogues_can_be_looked_at() {
    check("catalogue-list-en", &["catalogue", "list"], 0);
    check("catalogue-show-da", &["catalogue", "show", "A.8.15", "--lang", "da"], 0);
    check("catalogue-show-gdpr-en", &["catalogue", "show", "gdpr"], 0);
    check("catalogue-show-en", &["catalogue", "show", "gdpr:32", "--lang", "en"], 0);
    check("catalogue-show-condition-da", &["catalogue", "show", "nis2-loven-2025:6-1-10-authentication", "--lang", "da"], 0);
    check("catalogue-show-ambiguous-da", &["catalogue", "show", "6.1", "--lang", "da"], 2);
    check("catalogue-show-ambiguous-en", &["catalogue", "show", "6.1"], 2);
    check("catalogue-show-view-en", &["catalogue", "show", "foerste-aar"], 0);
    check("catalogue-show-unknown-da", &["catalogue", "show", "A.8.150", "--lang", "da"], 2);
    check("catalogue-lint-en", &["catalogue", "lint"], 0);
    let editions = ["fixtures/catalogue-diff/before", "fixtures/catalogue-diff/after"];
    check("catalogue-diff-da", &["catalogue", "diff", editions[0], editions[1], "--lang", "da"], 0);
    check("catalogue-diff-en", &["catalogue", "diff", editions[0], editions[1]], 0);
    check("catalogue-diff-equal-en", &["catalogue", "diff", "gdpr", "controls/gdpr"], 0);
    check("wrong-catalogue-diff-en", &["catalogue", "diff", "gdpr", editions[1]], 2);
    check("wrong-catalogue-diff-da", &["catalogue", "diff", "gdpr", "fixtures/no-such-folder", "--lang", "da"], 2);
    let golden = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/catalogue-diff/diff.json")).unwrap();
    assert_eq!(run(&["catalogue", "diff", editions[0], editions[1], "--format", "json"], ""), (golden, Some(0)));
    let (dot, code) = run(&["catalogue", "graph", "gdpr", "--format", "dot"], "");
    assert_eq!(code, Some(0));
    assert!(dot.starts_with("digraph \"gdpr\" {") && dot.contains("[style=dashed]") && dot.ends_with("}\n"));
    let (svg, code) = run(&["catalogue", "graph", "iso27001-2022", "--around", "A.8.15", "--format", "svg", "--lang", "da"], "");
    assert_eq!(code, Some(0));
    assert!(svg.starts_with("<svg ") && svg.contains("A.8.15 Logning") && svg.ends_with("</svg>\n"));
    check("catalogue-graph-unknown-da", &["catalogue", "graph", "gdpr", "--around", "99", "--lang", "da"], 2);
    assert_eq!(run(&["catalogue", "list", "--format", "svg"], "").1, Some(2));
    let (schema, code) = run(&["schema", "assessment"], "");
    assert_eq!(code, Some(0));
    assert!(serde_json::from_str::<serde_json::Value>(&schema).unwrap().is_object());
    let (script, code) = run(&["completions", "bash"], "");
    assert_eq!((script.contains("pejling"), code), (true, Some(0)));
}

/// A folder is laid over with its guides, and what is wrong in one of them is told with its file and line.
#[test]
fn an_overlay_brings_its_guides() {
    let overlay = "fixtures/rigsrevisionen-access/overlay";
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let show = |overlay: &str, lang: &str| run(&["--overlay", overlay, "catalogue", "show", "access", "--lang", lang], "");
    for (lang, name) in [("da", "guide-da.toml"), ("en", "guide-en.toml")] {
        let guide = std::fs::read_to_string(root.join(overlay).join(name)).unwrap();
        let level = guide.lines().find_map(|line| line.strip_prefix("  \"")).and_then(|line| line.strip_suffix("\",")).unwrap();
        let (said, code) = show(overlay, lang);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(&format!("    0  {level}\n")), "{said}");
    }
    assert_eq!(run(&["--overlay", overlay, "catalogue", "lint", "rigsrevisionen-4-2017"], "").1, Some(0));

    let folder = std::env::temp_dir().join(format!("pejling-overlay-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["catalogue.toml", "da.toml", "en.toml", "guide-en.toml"] {
        std::fs::copy(root.join(overlay).join(name), folder.join(name)).unwrap();
    }
    let path = folder.to_str().unwrap();
    assert_eq!(run(&["--overlay", path, "catalogue", "lint", "rigsrevisionen-4-2017"], "").1, Some(1)); // a guide in one language only
    let guide = std::fs::read_to_string(root.join(overlay).join("guide-da.toml")).unwrap();
    std::fs::write(folder.join("guide-da.toml"), guide.replace("catalogue = \"rigsrevisionen-4-2017\"", "catalogue = \"gdpr\"")).unwrap();
    let (said, code) = show(path, "en");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("guide-da.toml:4:") && said.contains("[texts-of-another]"), "{said}");
}

#[test]
fn views_and_screenings_are_shown() {
    check("view-iso-maaling-da", &["view", "iso-maaling", REGION, "--lang", "da"], 0);
    check("view-foerste-aar-en", &["view", "foerste-aar", REGION], 0);
    check("view-foerste-aar-da", &["view", "foerste-aar", "fixtures/foerste-aar/assessment.json", "--lang", "da"], 0);
    check("view-unknown-en", &["view", "iso-maling", REGION], 2);
    check("screening-da", &["screening", "fixtures/screening/assessment.json", "--lang", "da"], 0);
    check("screening-not-answered-en", &["screening", REGION], 2);
}

/// With `-o` the account is what is printed; without it the new assessment is, and the account is talk.
const AGEING: [&str; 4] = ["forecast", "fixtures/forecast/assessment.json", "--overlay", "fixtures/forecast/overlay"];

#[test]
fn a_year_is_foreseen() {
    let ageing = |more: &[&'static str]| [&AGEING[..], &["--until", "2027-06-30"], more].concat();
    check("forecast-en", &ageing(&["--lang", "en"]), 0);
    check("forecast-da", &ageing(&["--lang", "da"]), 0);
    check("forecast-of-one-entity-en", &ageing(&["--entity", "nord", "--objective", "logging", "--as-of", "2026-09-01"]), 0);
    check("forecast-region-da", &["forecast", REGION, "--until", "2027-06-30", "--lang", "da"], 0); // the example of --help, in Danish
    check("forecast-too-early-en", &["forecast", REGION, "--until", "2026-06-30"], 2);
    check("forecast-ambiguous-en", &["forecast", REGION, "--until", "2027-06-30", "--objective", "framework"], 2);
    let (said, code) = run(&ageing(&["--format", "json"]), "");
    assert_eq!(code, Some(0));
    let golden = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/forecast/forecast.json")).unwrap();
    assert!(said == golden, "the command and the golden of all surfaces differ");
    let (danish, _) = run(&ageing(&["--format", "json", "--lang", "da"]), "");
    assert!(said == danish, "the language of a reader changes a byte");
}

#[test]
fn what_to_do_is_said_in_words_and_tables() {
    let overlay = ["--overlay", "fixtures/worked-examples/overlay"];
    let example = "fixtures/worked-examples/example-6.json";
    for language in ["en", "da"] {
        let check = |name: &str, arguments: &[&str], exit: i32| {
            check(&format!("{name}-{language}"), &[arguments, &overlay, &["--lang", language]].concat(), exit);
        };
        check("what-if", &["what-if", example, "--set", "u1=100", "--set", "u2=100"], 0);
        check("gains", &["gains", example, "--objective", "joint"], 0);
        check("plan", &["plan", example, "--objective", "joint", "--budget", "4"], 0);
        check("plan-out-of-reach", &["plan", example, "--objective", "theme", "--reach", "F"], 0);
        check("what-if-wrong", &["what-if", example, "--set", "new=100", "--entity", "eksempel"], 2);
    }
}

#[test]
fn an_old_assessment_is_carried_on() {
    let old = "fixtures/iso27001-2013/assessment.json";
    let golden = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/iso27001-2013").join(name)).unwrap()
    };
    let folder = std::env::temp_dir().join(format!("pejling-migrate-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("new.json");
    let path = file.to_str().unwrap();
    let (said, code) = run(&["catalogue", "migrate", old, "-o", path, "--format", "json"], "");
    assert_eq!((said == golden("migration.json"), code), (true, Some(0)));
    assert!(std::fs::read_to_string(&file).unwrap() == golden("migrated.json"));
    let (said, code) = run(&["catalogue", "migrate", old, "-o", path, "--lang", "da"], "");
    assert_eq!(code, Some(0));
    assert!(said.ends_with(&format!("\nskrevet til {path}\n")), "{said}");
    let before = golden("assessment.json");
    std::fs::write(&file, &before).unwrap();
    let (said, code) = run(&["catalogue", "migrate", path, "-o", path, "--lang", "en"], "");
    assert!(code == Some(2) && said.contains("choose another name"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    let (said, code) = run(&["catalogue", "migrate", old, "-o", folder.to_str().unwrap()], "");
    assert_eq!(code, Some(2), "{said}"); // a folder cannot be written
    std::fs::remove_dir_all(&folder).unwrap();
    let (said, code) = run(&["catalogue", "migrate", old, "--lang", "en"], "");
    let (assessment, talk) = said.split_once("--- error stream\n").unwrap();
    assert_eq!((assessment == golden("migrated.json"), code), (true, Some(0)));
    insta::with_settings!({description => "catalogue migrate, error stream", omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("catalogue-migrate-en", talk);
    });
    let (both, _) = run(&["catalogue", "migrate", old, "--format", "json"], "");
    let both: serde_json::Value = serde_json::from_str(&both).unwrap();
    assert_eq!(both["assessment"], serde_json::from_str::<serde_json::Value>(assessment).unwrap());
    check("catalogue-migrate-nothing-da", &["catalogue", "migrate", EXAMPLE, "--lang", "da"], 2);
    check("catalogue-show-part-da", &["catalogue", "show", "A.8.15.from-A.12.4.2", "--lang", "da"], 0);
}

/// One's own beside two, five and two that consent to all; what a comparison lacks; and the example of the help.
#[test]
fn organisations_are_compared() {
    let compare = |names: &[&str], more: &[&str]| -> Vec<String> {
        let files = names.iter().map(|name| format!("fixtures/compare/regions/{name}.json"));
        let start = ["--overlay", "fixtures/compare/overlay", "compare"].map(str::to_owned);
        start.into_iter().chain(files).chain(more.iter().map(|it| (*it).to_owned())).collect()
    };
    let said = |name: &str, arguments: Vec<String>, exit: i32| check(name, &arguments.iter().map(String::as_str).collect::<Vec<_>>(), exit);
    let all = ["bakkeland", "fjordland", "skovland", "kystland", "hedeland", "soeland"];
    said("compare-two-da", compare(&all[..3], &["--lang", "da"]), 0);
    said("compare-five-en", compare(&all, &[]), 0);
    said("compare-consenting-da", compare(&["bakkeland", "fjordland", "kystland"], &["--all", "--lang", "da"]), 0);
    said("compare-one-en", compare(&["bakkeland", "skovland"], &[]), 0);
    said("wrong-compare-da", compare(&["bakkeland", "bakkeland"], &["--own", "fjordland", "--level", "hospital", "--lang", "da"]), 2);
    let (json, code) = run(&compare(&all, &["--format", "json"]).iter().map(String::as_str).collect::<Vec<_>>(), "");
    let golden = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/compare/five.json")).unwrap();
    assert!(code == Some(0) && json == golden, "the command and the golden of all surfaces differ");
    let (help, _) = run(&["compare", "--help"], "");
    let example = help.lines().find_map(|line| line.trim().strip_prefix("Example: pejling ")).unwrap();
    let files = all.map(|name| format!("fixtures/compare/regions/{name}.json")).join(" "); // as a shell fills them in
    let example = example.replace("fixtures/compare/regions/*.json", &files);
    assert_eq!(run(&example.split(' ').collect::<Vec<_>>(), "").1, Some(0), "{example}");
}

/// Every command that the README shows runs as shown: its exit code is 0, and each line of output that is shown is said.
#[test]
fn the_readme_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let bin = Path::new(env!("CARGO_BIN_EXE_pejling")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let folder = std::env::temp_dir().join(format!("pejling-readme-{}", std::process::id())); // what is written is not written here
    std::fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(root.canonicalize().unwrap().join("fixtures"), folder.join("fixtures")).unwrap();
    let mut count = 0;
    let mut said = String::new();
    for block in readme.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
        for line in block.lines() {
            let Some(command) = line.strip_prefix("$ ") else {
                assert!(line == "..." || said.contains(line), "the README shows a line that is not said: {line}\n{said}");
                continue;
            };
            let command = command.replace("cargo run --release --", "pejling");
            if !command.starts_with("pejling ") {
                continue;
            }
            let output = Command::new("sh")
                .args(["-c", &command])
                .current_dir(&folder)
                .env("PATH", &path)
                .env("LANG", "C")
                .env("NO_COLOR", "1")
                .env_remove("LC_ALL")
                .env_remove("LC_MESSAGES")
                .output()
                .unwrap();
            said = String::from_utf8(output.stdout).unwrap();
            let lacks_pdf = command.contains(".pdf") && !cfg!(feature = "pdf"); // it has tests of its own
            let expected = if lacks_pdf { Some(2) } else { Some(0) };
            assert_eq!(output.status.code(), expected, "{command}: {}", String::from_utf8_lossy(&output.stderr));
            count += 1;
        }
    }
    assert!(count >= 9, "{count}");
    std::fs::remove_dir_all(folder).unwrap();
}

const DISSENT: &str = "fixtures/dissent/assessment.json";

/// Commands that show what is declared of the fixture of dissent, and what they have to say then.
type Shows = (&'static [&'static str], &'static [&'static str]);
const SHOWS: [Shows; 13] = [
    (&["score", DISSENT], &["opdigtet", "†", "6.1.2", "Formålet", "Kun hvert", "Risici for de", "Ingen har"]),
    (&["explain", DISSENT, "chapter-a8"], &[" / †", "Kun hvert", "Ingen har"]),
    (&["view", "iso-maaling", DISSENT], &["†", "Risici for de"]),
    (&["screening", DISSENT], &[": †", " / †", "Formålet"]),
    (&["soa", DISSENT], &["†A.8.15", "Kun hvert", "Ingen har"]),
    (&["what-if", DISSENT, "--set", "6.1.2=100", "--set", "A.8.15=95"], &["†", "Risici for de", "Kun hvert"]),
    (&["forecast", REGION, "--until", "2026-09-30"], &[" / †", "forskning og medicoteknik"]),
    (&["bridge", DISSENT, DISSENT], &["†"]),
    (&["follow-up", REGION, A_YEAR_LATER], &["opdigtet"]),
    (&["compare", DISSENT, "fixtures/dissent/neighbour.json"], &[" / †", "Risici for de"]),
    (&["merge", DISSENT, "fixtures/dissent/neighbour.json", "--into", "nordsyd", "--from", "2026-01-01"], &["†", "Risici for de"]),
    (&["report", DISSENT], &["†", "Risici for de"]), // the auditors' words are about single requirements: the mark alone is public
    (&["report", DISSENT, "--audience", "ciso"], &["†", "Formålet", "Kun hvert", "Risici for de", "Ingen har"]),
];

/// Commands that show nothing that is declared: gains and plans go by what is substantiated, and `sheet` writes workbooks, whose columns for who
/// sees it otherwise are looked at where they are made. `serve` answers what operations answer, which have a test of their own. `verify` says where numbers differ; the result that it is about has its dissent.
const SHOWS_NOTHING: [&str; 11] =
    ["check", "verify", "gains", "plan", "regions", "sheet", "catalogue", "schema", "completions", "serve", "help"];

/// A command that is in neither list has not been asked whether it shows who sees it otherwise.
#[test]
fn every_command_shows_who_sees_it_otherwise() {
    let (help, _) = run(&["--help"], "");
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let lines = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = lines.map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(names.len() > 8, "{help}");
    for name in names.iter().filter(|name| !SHOWS_NOTHING.contains(name)) {
        assert!(SHOWS.iter().any(|(arguments, _)| arguments[0] == *name), "{name}: does it show what is declared?");
    }
    for (arguments, expected) in SHOWS {
        for language in ["da", "en"] {
            let (said, code) = run(&[arguments, &["--lang", language]].concat(), "");
            assert_eq!(code, Some(0), "{said}");
            for part in expected {
                assert!(said.contains(part), "{arguments:?} does not say {part}:\n{said}");
            }
        }
    }
    check("explain-dissent-da", &["explain", DISSENT, "A.8.15", "--lang", "da"], 0);
    check("view-dissent-da", &["view", "iso-maaling", DISSENT, "--lang", "da"], 0);
}

/// A number in every field that is anybody's, in names as well, and in arguments: no command repeats it in any form.
#[test]
fn no_command_repeats_a_cpr_number() {
    let folder = std::env::temp_dir().join(format!("pejling-cpr-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("010190-1234.json");
    let file = path.to_str().unwrap();
    let document = r#"{"format": "pejling/assessment/1", "organisation": "o", "as_of": "2026-06-30",
        "catalogues": {"iso27001-2022": "2026.1", "screening": "2026.1"}, "scope_note": "~",
        "entities": [{"id": "o", "name": "~"}, {"id": "a", "parent": "o", "name": "~"}, {"id": "~", "parent": "o"}],
        "evidence": [
            {"id": "~", "requirement": "iso27001-2022:A.5.1", "kind": "audit", "assurance": "independent", "date": "2026-06-01", "result": 50, "note": "~"},
            {"id": "2", "requirement": "screening:purpose", "kind": "audit", "assurance": "internal", "by": "~", "reference": "~", "date": "2026-06-01", "result": 50}],
        "exclusions": [{"requirement": "iso27001-2022:A.8.31", "class": "no_such_activity", "reason": "~", "approved_by": "~", "review_by": "2026-12-31"}],
        "control_statements": [{"requirement": "iso27001-2022:A.5.1", "implemented": true, "why": "~", "responsible": "~"}],
        "dissent": [{"by": "dpo", "requirement": "iso27001-2022:A.5.1", "text": "~"}, {"by": "dpo", "requirement": "screening:purpose", "text": "~"}],
        "measures": [{"id": "~", "requirement": "screening:retention", "cost": 1, "score_after": 100, "status": "decided", "owner": "~"}],
        "sign_off": {"status": "final", "approved": {"by": "~", "on": "2026-06-30"}}}"#;
    let commands: [(&[&str], i32); 16] = [
        (&["check"], 0),
        (&["score"], 0),
        (&["score", "--all", "--entity", "010190-1234", "--fail-under", "chapter-a5=100"], 1),
        (&["score", "--fail-under", "010190-1234=100"], 2),
        (&["score", "--as-of", "010190-1234"], 2),
        (&["score", "--010190-1234"], 2),
        (&["explain", "A.5.1", "--entity", "a"], 0),
        (&["explain", "A.5.1"], 0),
        (&["explain", "A.8.31", "--entity", "a"], 0),
        (&["explain", "010190-1234"], 2),
        (&["view", "iso-maaling"], 0),
        (&["screening"], 0),
        (&["soa"], 0),
        (&["catalogue", "migrate"], 2),
        (&["report"], 0),
        (&["report", "--audience", "agenda"], 0),
    ];
    for (number, fails) in [("010190-1234", false), ("0101901234", false), ("010190-1234", true)] {
        let text = document.replace('~', number);
        std::fs::write(&path, if fails { text.replace("\"2026-06-01\"", &format!("\"{number}\"")) } else { text }).unwrap();
        for (words, expected) in &commands {
            let place = 1 + usize::from(["view", "catalogue"].contains(&words[0])); // where the file stands
            let mut arguments = words.to_vec();
            arguments.insert(place, file);
            for options in [&["--lang", "da"][..], &["--lang", "en"], &["--format", "json"]] {
                let (said, code) = run(&[&arguments, options].concat(), "");
                let unknown = *expected == 1 && !number.contains('-'); // then no entity has the name that is asked for
                assert_eq!(code, Some(if fails || unknown { 2 } else { *expected }), "{arguments:?}: {said}");
                assert!(!said.contains("010190"), "{arguments:?}: {said}");
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What is written goes through `main.rs`, which masks it; only an assessment for its owner, which `migrate`, `merge` and `sheet` make, is written as it is.
#[test]
fn nothing_is_written_past_the_mask() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        if name != "main.rs" {
            assert!(!["stdout()", "stderr()", "print!(", "println!("].iter().any(|it| text.contains(it)), "{name} writes by itself");
        }
        if !["main.rs", "merge.rs", "migrate.rs", "sheet.rs"].contains(&name) {
            let past = ["content_to_json", ", write}", "{write", " write,", "crate::write", "fs::write", "save_as_it_is"];
            assert!(!past.iter().any(|it| text.contains(it)), "{name} writes what is not masked");
        }
    }
}

const A_YEAR_LATER: &str = "fixtures/region-2027/assessment.json";

/// The examples of `--help`, of what is small, and of what is refused.
#[test]
fn two_years_are_compared() {
    check("bridge-region-da", &["bridge", REGION, A_YEAR_LATER, "--lang", "da"], 0);
    check("follow-up-region-da", &["follow-up", REGION, A_YEAR_LATER, "--lang", "da"], 0);
    let small = ["--overlay", "fixtures/bridge/overlay", "bridge", "fixtures/bridge/old.json", "fixtures/bridge/new.json"];
    check("bridge-small-en", &small, 0);
    check("follow-up-small-en", &[&small[..2], &["follow-up"], &small[3..]].concat(), 0);
    check("bridge-small-syd-da", &[&small[..], &["--entity", "syd", "--lang", "da"]].concat(), 0);
    check("bridge-objective-en", &[&small[..], &["--objective", "policies"]].concat(), 0);
    check("bridge-equal-en", &["bridge", EXAMPLE, EXAMPLE], 0);
    check("follow-up-none-da", &["follow-up", EXAMPLE, EXAMPLE, "--lang", "da"], 0);
    check("wrong-bridge-backwards-da", &["bridge", A_YEAR_LATER, REGION, "--lang", "da"], 2);
    check("wrong-bridge-files-en", &["bridge", "fixtures/wrong/ten-mistakes.json", "fixtures/wrong/empty.json"], 2);
    check("wrong-bridge-entity-en", &["bridge", REGION, A_YEAR_LATER, "--entity", "nowhere"], 2);
    for (command, golden) in [("bridge", "bridge.json"), ("follow-up", "follow-up.json")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/region-2027").join(golden);
        let (said, code) = run(&[command, REGION, A_YEAR_LATER, "--format", "json", "--lang", "da"], "");
        assert!(code == Some(0) && said == std::fs::read_to_string(path).unwrap(), "{command}: the golden of all surfaces differs");
    }
}

#[test]
fn regions_are_listed() {
    check("regions-da", &["regions", "--lang", "da"], 0);
    check("regions-en", &["regions", "--on", "2027-01-01"], 0); // the example of its help
    check("regions-unknown-da", &["regions", "østdanmark", "--lang", "da"], 2);
    let (said, code) = run(&["regions", "oestdanmark", "--format", "json"], "");
    assert!(
        code == Some(0)
            && said.contains(
                r#""predecessors": [
        "hovedstaden","#
            ),
        "{said}"
    );
}

/// Two regions become one: the example of the help, in a past and then for real; what it writes is scored and verifies.
#[test]
fn organisations_become_one() {
    const PARTS: [&str; 2] = ["fixtures/merge/ravnlund.json", "fixtures/merge/tangmark.json"];
    let merge = [
        "merge",
        PARTS[0],
        PARTS[1],
        "--into",
        "fjordmark",
        "--from",
        "2027-01-01",
        "--weights",
        "3,2",
        "--overlay",
        "fixtures/merge/overlay",
    ];
    let with = |more: &[&'static str]| merge.iter().chain(more).copied().collect::<Vec<_>>();
    let golden =
        |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/merge").join(name)).unwrap();
    let help = run(&["merge", "--help"], "").0;
    let words: Vec<_> = help.split_whitespace().collect();
    assert!(words.windows(merge.len()).any(|found| found == merge), "{help}");
    check("merge-as-if-en", &with(&[]), 0);
    check("merge-as-if-da", &with(&["--lang", "da"]), 0);
    check("merge-da", &with(&["--as-of", "2027-01-01", "--lang", "da"]), 0);
    check("merge-en", &with(&["--as-of", "2027-01-01"]), 0);
    check("merge-past-da", &with(&["-o", "nowhere/merged.json", "--lang", "da"]), 2);
    check("merge-over-input-en", &with(&["--as-of", "2027-01-01", "-o", "fixtures/merge/../merge/tangmark.json"]), 2);
    check(
        "wrong-merge-da",
        &["merge", PARTS[0], "fixtures/wrong/null.json", "--into", "oestdanmrak", "--weights", "1,2,3", "--lang", "da"],
        2,
    );
    check(
        "wrong-merge-catalogues-en",
        &["merge", EXAMPLE, PARTS[1], "--into", "oestdanmark", "--as-of", "2027-01-01", "--overlay", "fixtures/merge/overlay"],
        2,
    );
    assert_eq!(run(&with(&["--format", "json"]), ""), (golden("as-if.json"), Some(0)));

    let folder = std::env::temp_dir().join(format!("pejling-merge-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [merged, result] = ["merged.json", "result.json"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    let written = with(&["--as-of", "2027-01-01", "--format", "json"]);
    let (said, code) = run(&[written, vec!["-o", &merged]].concat(), "");
    assert_eq!((said == golden("merger.json"), code), (true, Some(0)));
    assert!(std::fs::read_to_string(&merged).unwrap() == golden("merged.json"));
    let overlay = ["--overlay", "fixtures/merge/overlay"];
    let (scored, code) = run(&[&["score", &merged, "--format", "json"][..], &overlay].concat(), "");
    assert!(code == Some(0) && scored == golden("merged.result.json"));
    std::fs::write(&result, scored).unwrap();
    let (said, code) = run(&[&["verify", &result, "--input", &merged][..], &overlay].concat(), "");
    assert_eq!((said.lines().last(), code), (Some("1 passed, 0 failed"), Some(0)));
    std::fs::remove_dir_all(folder).unwrap();
}

/// A record of an invented log review.
const RECORD: &str = "fixtures/sheet/log-review.xlsx";

/// A workbook goes out, comes back and is the same assessment; one that was filled in wrongly is told cell by cell.
#[test]
fn workbooks_go_out_and_come_in() {
    check("sheet-read-wrong-da", &["sheet", "read", "fixtures/sheet/wrong.xlsx", "--lang", "da"], 2);
    check("sheet-read-wrong-en", &["sheet", "read", "fixtures/sheet/wrong.xlsx", "--lang", "en"], 2);
    check("sheet-read-json-en", &["sheet", "read", REGION, "--format", "json"], 2);
    check(
        "sheet-new-wrong-da",
        &["sheet", "new", "--organisation", "bakkeland", "--catalogue", "gdprr", "-o", "x.xlsx", "--lang", "da"],
        2,
    );
    let folder = std::env::temp_dir().join(format!("pejling-sheet-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let fine = |arguments: &[&str]| {
        let (said, code) = run(arguments, "");
        assert_eq!(code, Some(0), "{said}");
        said
    };
    let refused = |arguments: &[&str], expected: &str| {
        let (said, code) = run(arguments, "");
        assert!(code == Some(2) && said.contains(expected), "{code:?} {said}");
    };
    for (help, extra) in [("new", ".xlsx"), ("read", ".json"), ("results", ".xlsx"), ("template", ".xlsx")] {
        let (help, _) = run(&["sheet", help, "--help"], "");
        let examples = help.lines().filter_map(|line| line.split_once("pejling sheet ").filter(|_| line.contains(" -o ")));
        let examples: Vec<_> = examples.collect();
        assert!(!examples.is_empty(), "{help}");
        for (_, example) in examples {
            let (example, _) = example.rsplit_once(' ').unwrap(); // into the folder instead
            let made = path(&format!("example{extra}"));
            fine(&["sheet"].into_iter().chain(example.split(' ')).chain([made.as_str()]).collect::<Vec<_>>());
            std::fs::remove_file(made).unwrap();
        }
    }
    fine(&["sheet", "new", "--from", REGION, "--lang", "da", "-o", &path("region.xlsx")]);
    refused(&["sheet", "new", "--from", REGION, "-o", &path("region.xlsx")], "--force"); // somebody may have filled it in
    refused(&["sheet", "template", "exercise", "-o", &path("region.xlsx")], "--force");
    fine(&["sheet", "new", "--from", REGION, "--lang", "da", "--force", "-o", &path("region.xlsx")]);
    refused(&["score", &path("region.xlsx")], "pejling sheet read");
    let said = fine(&["sheet", "read", &path("region.xlsx"), "-o", &path("region.json"), "--lang", "en"]);
    assert!(said.contains("624 evidences"), "{said}");
    let digest = |file: &str| run(&["check", file], "").0.lines().nth(1).map(str::to_owned);
    assert_eq!(digest(&path("region.json")), digest(REGION));
    assert_eq!(fine(&["sheet", "read", &path("region.xlsx")]), std::fs::read_to_string(path("region.json")).unwrap());
    refused(&["sheet", "read", &path("region.xlsx"), "-o", &path("region.xlsx")], "choose another name");
    refused(&["sheet", "results", REGION, "-o", &path("results.pdf")], ".xlsx or .csv");

    let said = fine(&["sheet", "read", RECORD, "--into", REGION, "-o", &path("with.json"), "--lang", "en"]);
    assert!(said.contains("626 evidences"), "{said}"); // two more than before: it names two requirements
    let said = fine(&["sheet", "read", RECORD, RECORD, "--into", &path("with.json"), "-o", &path("again.json"), "--lang", "en"]);
    assert!(said.contains("626 evidences") && said.contains("[record-known]"), "{said}");
    refused(&["sheet", "read", RECORD, "--into", REGION, "-o", REGION], "choose another name");
    refused(&["sheet", "read", RECORD, RECORD], "--into");
    fine(&["sheet", "results", REGION, "-o", &path("results.csv"), "--entity", "nordhede-sygehus"]);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What a file of somebody else's would be read as, what it gives and what it refuses.
#[test]
fn other_peoples_files_are_imported() {
    const SOA: &str = "fixtures/import/soa-da.csv";
    let base = ["sheet", "import", SOA, "--organisation", "bakkeland", "--date", "2026-06-30"];
    let approved = ["--approved-by", "Direktionen", "--class", "no_such_activity", "--review-by", "2027-06-30"];
    let all = [&base[..], &approved].concat();
    check("sheet-import-da", &[&all[..], &["--lang", "da"]].concat(), 0);
    check("sheet-import-en", &[&all[..], &["--lang", "en"]].concat(), 0);
    check("sheet-import-unapproved-da", &[&base[..], &["--lang", "da"]].concat(), 2);
    let wrong = ["sheet", "import", "fixtures/import/gap-en.csv", "--organisation", "bakkeland"];
    check("sheet-import-wrong-en", &[&wrong[..], &["--lang", "en"]].concat(), 2);
    check("sheet-import-wrong-da", &[&wrong[..], &["--lang", "da"]].concat(), 2);
    let folder = std::env::temp_dir().join(format!("pejling-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (map, out, copy) = (path("map.toml"), path("out.json"), path("soa.csv"));
    // Windows saves it in its own encoding: less than fully sure, so nothing is written before somebody accepts
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(SOA)).unwrap();
    std::fs::write(&copy, text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect::<Vec<_>>()).unwrap();
    let again = [&["sheet", "import", copy.as_str()], &all[3..], &["-o", &out]].concat();
    let (said, code) = run(&[&again[..], &["--write-map", &map]].concat(), "");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("[import-accept]") && !Path::new(&out).exists(), "{said}");
    let read = |more: &[&str]| {
        let (said, code) = run(&[&again[..], more].concat(), "");
        assert_eq!(code, Some(0), "{said}");
        std::fs::read_to_string(&out).unwrap()
    };
    let accepted = read(&["--accept"]);
    assert_eq!(accepted, read(&["--map", &map]));
    let text = std::fs::read_to_string(&map).unwrap();
    std::fs::write(&map, [b"# kort\n# f\xe6lles\n", text.as_bytes()].concat()).unwrap(); // æ, as Windows writes it
    let (said, code) = run(&[&again[..], &["--map", &map]].concat(), "");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("map.toml:2:4: ") && said.contains("[import-map-not-utf8]"), "{said}");
    let (said, code) = run(&["check", &out], "");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("4 evidences, 1 exclusion"), "{said}");
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What is written into a file is the golden of the library, and what cannot be written is said in words.
#[test]
fn reports_are_written() {
    let folder = std::env::temp_dir().join(format!("pejling-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (ending, golden) in [("md", "screening-da.md"), ("html", "")] {
        let path = folder.join(format!("screening.{ending}"));
        let screening =
            ["report", "fixtures/screening/assessment.json", "--audience", "screening", "--lang", "da", "-o", path.to_str().unwrap()];
        let (said, code) = run(&screening, "");
        assert_eq!((said.as_str(), code), (format!("skrevet til {}\n", path.display()).as_str(), Some(0)));
        let written = std::fs::read_to_string(&path).unwrap();
        if golden.is_empty() {
            assert!(written.starts_with("<!DOCTYPE html>\n<html lang=\"da\">"));
            let (said, _) = run(&[&screening[..6], &["--format", "html"]].concat(), "");
            assert!(said == written, "a file and standard output differ");
        } else {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/report");
            assert!(written == std::fs::read_to_string(root.join(golden)).unwrap());
        }
    }
    let (said, code) = run(&["report", A_YEAR_LATER, "--previous", REGION, "--format", "json"], "");
    assert_eq!(code, Some(0));
    let extract = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/report/extract.json")).unwrap();
    assert!(said == extract, "the command and the golden of all surfaces differ");
    std::fs::remove_dir_all(&folder).unwrap();
    #[cfg(not(feature = "pdf"))]
    check("report-pdf-da", &["report", EXAMPLE, "-o", "report.pdf", "--lang", "da"], 2);
    check("report-ending-en", &["report", EXAMPLE, "-o", "report.docx"], 2);
    check("report-two-files-en", &["report", EXAMPLE, REGION], 2);
    check("report-no-json-en", &["report", EXAMPLE, "--audience", "ciso", "--format", "json"], 2);
    check("score-as-html-en", &["score", EXAMPLE, "--format", "html"], 2);
}
