//! The page at `/`: a client of the operations in a browser. Its files are served as they are, its words come from the texts.

use pejling_documents::Language;
use serde_json::{Map, Value};

/// The path, media type and content of each file. The content security policy of `around.rs` holds for them: no script or style within the page.
pub(crate) const FILES: &[(&str, &str, &[u8])] = &[
    ("/", "text/html; charset=utf-8", include_bytes!("../page/index.html")),
    ("/page/page.css", "text/css; charset=utf-8", include_bytes!("../page/page.css")),
    ("/page/page.js", "text/javascript; charset=utf-8", include_bytes!("../page/page.js")),
    ("/page/icon.svg", "image/svg+xml", include_bytes!("../page/icon.svg")),
    ("/page/example.json", "application/json", include_bytes!("../page/example.json")),
];

/// The texts of the page: a key of the texts on each line, and what the browser fills in.
const WORDS: &str = include_str!("../page/words.txt");

/// The words of the page in a language, by key: where the browser fills something in stands its name in braces.
pub(crate) fn words(language: Language) -> String {
    let word = |line: &str| {
        let mut names = line.split(' ');
        let key = names.next()?;
        let filled_in: Vec<(&str, String)> = names.map(|name| (name, format!("{{{name}}}"))).collect();
        Some((key.to_owned(), Value::String(language.text_with(key, &filled_in))))
    };
    Value::Object(WORDS.lines().filter_map(word).collect::<Map<_, _>>()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key that the page names is served, and every text that is filled in is filled in with a known name.
    #[test]
    fn no_word_is_missing() {
        let (script, page) = (include_str!("../page/page.js"), include_str!("../page/index.html"));
        let named = script.split("say('").skip(1).filter_map(|rest| rest.split('\'').next());
        let named = named.chain(page.split("data-text=\"").skip(1).filter_map(|rest| rest.split('"').next()));
        let known: Vec<_> = WORDS.lines().filter_map(|line| line.split(' ').next()).collect();
        for key in named {
            assert!(known.contains(&key), "{key}");
        }
        for language in Language::ALL {
            let words: Map<String, Value> = serde_json::from_str(&words(language)).unwrap_or_default();
            assert_eq!(words.len(), known.len());
            for (key, text) in &words {
                assert!(text.as_str().is_some_and(|text| !text.starts_with("page-") && !text.contains('$')), "{key}: {text}");
            }
        }
    }
}
