//! The command answers what every other surface answers, byte for byte: `fixtures/surfaces`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that finds something else than it expects has to stop there")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

#[test]
fn the_command_answers_the_golden_of_all_surfaces() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |file: &str| std::fs::read(root.join(file)).unwrap();
    let cases: Vec<Value> = serde_json::from_slice(&read("fixtures/surfaces/cases.json")).unwrap();
    let mut asked = 0;
    for case in &cases {
        let Some(arguments) = case["command"].as_array() else { continue };
        let arguments = arguments.iter().map(|argument| argument.as_str().unwrap());
        let output =
            Command::new(env!("CARGO_BIN_EXE_pejling")).args(arguments).args(["--format", "json"]).current_dir(&root).output().unwrap();
        assert!(output.status.success(), "{}: {}", case["name"], String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout == read(case["answer"].as_str().unwrap()), "{}: the command prints something else", case["name"]);
        asked += 1;
    }
    assert!(asked >= 20, "{asked} of {} have a command", cases.len());
}
