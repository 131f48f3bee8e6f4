//! `Library::read_import_map`: how somebody else's spreadsheet is read, as people edit it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejling_documents::{Language, Library, Source};
use pejling_fuzz::told::{same_but_for_words, told_well};

pejling_fuzz::structured!(pejling_fuzz::mutation::catalogue);

fuzz_target!(|text: &str| {
    let name = if text.trim_start().starts_with('{') { "map.json" } else { "map.toml" };
    let read = |language, text| Library::new(language).read_import_map(Source { name: Some(name), text });
    match (read(Language::English, text), read(Language::Danish, text)) {
        (Ok(map), Ok(_)) => {
            let written = map.to_toml();
            let again = Library::new(Language::English).read_import_map(Source { name: Some("map.toml"), text: &written });
            assert_eq!(again.as_ref(), Ok(&map), "what was read is read otherwise");
        }
        (Err(faults), Err(danish)) => {
            told_well(&faults, "", &[(name, text)]);
            same_but_for_words(&faults, &danish);
        }
        (Ok(_), Err(faults)) | (Err(faults), Ok(_)) => panic!("the language refuses it: {faults}"),
    }
});
