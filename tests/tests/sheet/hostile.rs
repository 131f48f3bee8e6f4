//! Files that are no workbook, or want to do harm: a clear fault, in bounded time and memory.

use std::io::{Cursor, Read as _, Write as _};
use std::time::Duration;

use cpu_time::ProcessTime;
use pejling_sheet::{WORKBOOK_LIMIT, read_workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::book::{Book, danish, told};

fn codes(bytes: &[u8]) -> Vec<String> {
    let read = read_workbook(&danish(), None, bytes);
    told(&read).iter().map(|it| it.code.clone()).collect()
}

#[track_caller]
fn refused(bytes: &[u8], code: &str) {
    let start = ProcessTime::now();
    assert_eq!(codes(bytes), [code]);
    assert!(start.elapsed() < Duration::from_mins(1), "{code} after {:?}", start.elapsed());
}

/// A workbook with some of its parts replaced, or added.
fn with_parts(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let bytes = Book::empty().bytes();
    let mut old = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        if parts.iter().any(|(part, _)| *part == name) {
            continue;
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        new.start_file(name, SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    for (name, content) in parts {
        new.start_file(*name, SimpleFileOptions::default()).unwrap();
        new.write_all(content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn other_formats_are_told_by_what_they_are() {
    refused(b"", "workbook-other-format");
    refused("Krav;Dato\nA.8.15;2026-04-03\n".as_bytes(), "workbook-other-format"); // a renamed CSV
    refused(b"<html><table></table></html>", "workbook-other-format");
    refused(&[0, 1, 2, 3], "workbook-other-format");
    let ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    refused(&[&ole[..], &[0; 600]].concat(), "workbook-old");
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&[&ole[..], &[0; 600], &name, &[0; 100]].concat(), "workbook-locked");
    let archive = |name: &str| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    refused(&archive("content.xml"), "workbook-other-format");
    refused(&archive("xl/workbook.bin"), "workbook-other-format");
    refused(&archive("letter.txt"), "workbook-other-format");
    refused(b"PK\x03\x04 and then nothing", "workbook-broken");
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "Budget").unwrap();
    refused(&other.save_to_buffer().unwrap(), "workbook-not-ours");
}

/// A workbook with thirty parts of eight million spaces, each packed into a few thousand bytes; and the size of one.
fn bomb() -> (Vec<u8>, usize) {
    let part = vec![b' '; 8 << 20];
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    packed.start_file("part", SimpleFileOptions::default()).unwrap();
    packed.write_all(&part).unwrap();
    let mut packed = ZipArchive::new(packed.finish().unwrap()).unwrap();
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..30 {
        bomb.raw_copy_file_rename(packed.by_index(0).unwrap(), format!("xl/media/{at}.png")).unwrap();
    }
    (bomb.finish().unwrap().into_inner(), part.len())
}

#[test]
fn a_bomb_is_not_unpacked() {
    refused(&vec![0; WORKBOOK_LIMIT + 1], "workbook-too-big");
    let (bomb, part) = bomb();
    refused(&bomb, "workbook-too-big");
    // the same when the file says that its parts are small: in the directory at the end, and in front of each part
    let mut lying = bomb;
    let size = u32::try_from(part).unwrap().to_le_bytes();
    let places: Vec<usize> = lying.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(at, _)| at).collect();
    assert!(places.len() >= 60, "{}", places.len());
    for at in places {
        lying[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let found = codes(&lying);
    assert!(matches!(found.as_slice(), [code] if code == "workbook-too-big" || code == "workbook-broken"), "{found:?}");
    let many: Vec<(String, Vec<u8>)> = (0..2_001).map(|at| (format!("xl/media/{at}.png"), Vec::new())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    refused(&with_parts(&many), "workbook-too-many");
}

#[test]
fn a_million_empty_rows_and_far_cells_cost_little() {
    let bytes = Book::empty().bytes();
    let name = "xl/worksheets/sheet2.xml";
    let sheet = part(&bytes, name);
    let (front, back) = sheet.split_once("</sheetData>").unwrap();
    let rows: String = (200..1_000_200).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>")).collect();
    let far = "<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t>A.8.15</t></is></c></row>";
    let start = ProcessTime::now();
    assert_eq!(codes(with_parts(&[(name, format!("{front}{rows}{far}</sheetData>{back}").as_bytes())]).as_slice()), Vec::<String>::new());
    assert!(start.elapsed() < Duration::from_mins(2), "{:?}", start.elapsed());
    // a cell in the last column of the last row: seventeen thousand million cells, if anybody laid them out
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>hej</t></is></c></row>";
    assert_eq!(codes(with_parts(&[(name, format!("{front}{corner}</sheetData>{back}").as_bytes())]).as_slice()), ["cell-outside"]);
}

#[test]
fn links_are_not_followed() {
    assert_eq!(codes(&with_parts(&[("xl/externalLinks/externalLink1.xml", b"<externalLink/>")])), ["workbook-links"]);
}

/// Cells of the wrong type, positions that are none, strings that are not there, entities that grow: refused or told, never a panic.
#[test]
fn wrong_types_are_told() {
    let bytes = Book::empty().bytes();
    let name = "xl/worksheets/sheet2.xml";
    let sheet = part(&bytes, name);
    let (front, back) = sheet.split_once("</sheetData>").unwrap();
    let with = |cells: &str| {
        let text = format!("{front}<row r=\"500\">{cells}</row></sheetData>{back}");
        codes(&with_parts(&[(name, text.as_bytes())]))
    };
    // the row says something, so it lacks a requirement, a finding, a kind, a date and an assurance
    let lacking = ["cell-missing", "row-without-finding", "cell-missing", "cell-missing", "cell-missing"];
    let after = |code: &str| lacking.iter().map(|it| (*it).to_owned()).chain([code.to_owned()]).collect::<Vec<_>>();
    assert_eq!(with("<c r=\"L500\" t=\"e\"><v>#N/A</v></c>"), after("cell-error"));
    assert_eq!(with("<c r=\"L500\"><f>1+1</f></c>"), after("cell-formula")); // without a value that was kept
    assert_eq!(with("<c r=\"L500\"><f>[1]Ark1!A1</f><v>2</v></c>"), after("cell-formula"));
    for cells in [
        "<c r=\"L500\" t=\"s\"><v>99999999</v></c>",
        "<c r=\"L500\" t=\"s\"><v>-1</v></c>",
        "<c r=\"L500\" t=\"n\"><v>abc</v></c>",
        "<c r=\"L500\" t=\"b\"><v>7</v></c>",
        "<c r=\"L500\" t=\"d\"><v>2026-99-99</v></c>",
        "<c r=\"L500\" t=\"zzz\"><v>1</v></c>",
        "<c r=\"L500\" s=\"99999\"><v>1</v></c>",
        "<c r=\"ZZZZZZZ99999999999\"><v>1</v></c>",
        "<c r=\"500\"><v>1</v></c>",
        "<c r=\"L0\"><v>1</v></c>",
        "<c r=\"\"><v>1</v></c>",
        "<c r=\"H500\" s=\"1\"><v>1e308</v></c>",
        "<c r=\"F500\"><v>1e308</v></c>",
        "<c r=\"F500\"><v>NaN</v></c>",
        "<c r=\"L500\" t=\"inlineStr\"><is><t>&lol;</t></is></c>",
        "<c r=\"L500\" t=\"inlineStr\"><is><t>_xD800__xZZZZ_</t></is></c>",
        "<c><c><c>",
        "<row><c>",
    ] {
        assert!(!with(cells).is_empty(), "{cells} is told");
    }
}

/// Bytes changed anywhere: an answer, and never a panic.
#[test]
fn no_file_ends_in_a_panic() {
    let bytes = Book::filled().bytes();
    let names: Vec<String> =
        ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/_rels/workbook.xml.rels"]
            .map(str::to_owned)
            .to_vec();
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below.max(1)
    };
    for _ in 0..40 {
        let mut changed = bytes.clone();
        for _ in 0..=next(4) {
            let at = next(changed.len());
            changed[at] = u8::try_from(next(256)).unwrap();
        }
        changed.truncate(if next(4) == 0 { next(changed.len()) } else { changed.len() });
        let _ = codes(&changed);
        let name = &names[next(names.len())];
        let mut content = part(&bytes, name).into_bytes();
        for _ in 0..=next(6) {
            let at = next(content.len());
            match next(3) {
                0 => content[at] = u8::try_from(next(128)).unwrap(),
                1 => content.truncate(at.max(1)),
                _ => {
                    let end = (at + next(40)).min(content.len());
                    content.drain(at..end);
                }
            }
        }
        let _ = codes(&with_parts(&[(name, &content)]));
    }
}
