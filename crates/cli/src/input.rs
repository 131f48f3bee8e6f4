//! Files, read once and named in every message.

use std::io::Read as _;
use std::path::Path;

use pejling_documents::{Faults, Language, Library, Limits, Source};

use crate::args::Arguments;

/// Why a run ends without an answer.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Something is wrong with the input.
    Faults(Faults),
    /// Something else, in words.
    Other(String),
    /// The output cannot be written.
    Unwritable(String),
}

impl From<Faults> for Problem {
    fn from(faults: Faults) -> Self {
        Self::Faults(faults)
    }
}

/// The texts of all files, in the order of the command line.
#[derive(Debug)]
pub(crate) struct Inputs {
    files: Vec<(String, String)>,
    overlays: Vec<Vec<(String, String)>>, // a catalogue, then its texts and guides
}

impl Inputs {
    /// Reads all files that the command line names.
    pub(crate) fn read(arguments: &Arguments) -> Result<Self, Problem> {
        let read = |path: &Path| read(path, arguments);
        let files = arguments.files().iter().map(|path| read(path)).collect::<Result<_, _>>()?;
        let overlays = arguments.overlay.iter().map(|path| catalogue(path, arguments));
        let overlays = overlays.collect::<Result<_, Problem>>()?;
        Ok(Self { files, overlays })
    }

    /// The files that the command works on.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        self.files.iter().map(|(name, text)| Source { name: Some(name), text })
    }

    /// Lays all overlays over the built-in catalogues, in their order.
    pub(crate) fn lay_overlays<'a>(&'a self, library: &mut Library<'a>) -> Result<(), Faults> {
        let source = |(name, text): &'a (String, String)| Source { name: Some(name), text };
        for overlay in &self.overlays {
            let mut sources = overlay.iter().map(source);
            if let Some(catalogue) = sources.next() {
                library.lay_over(catalogue, &sources.collect::<Vec<_>>())?;
            }
        }
        Ok(())
    }
}

/// A catalogue, its texts and its guides, from a folder or from one file.
pub(crate) fn catalogue(path: &Path, arguments: &Arguments) -> Result<Vec<(String, String)>, Problem> {
    if !path.is_dir() {
        return Ok(vec![read(path, arguments)?]);
    }
    let words = ["", "guide-"].iter().flat_map(|kind| Language::ALL.map(|language| format!("{kind}{}.toml", language.code())));
    let words = words.map(|name| path.join(name)).filter(|path| path.exists());
    std::iter::once(path.join("catalogue.toml")).chain(words).map(|path| read(&path, arguments)).collect()
}

/// The name and the text of a file; `-` is standard input. Never more than the library would read.
fn read(path: &Path, arguments: &Arguments) -> Result<(String, String), Problem> {
    let (name, bytes) = read_bytes(path, Limits::default().bytes, arguments)?;
    let tell =
        |key: &str, detail: &str| Problem::Other(arguments.language().text_with(key, &[("file", name.as_str()), ("detail", detail)]));
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(tell("workbook-for-text", "")); // how every workbook begins
    }
    let text = String::from_utf8(bytes).map_err(|error| tell("not-utf8", &error.utf8_error().valid_up_to().to_string()))?;
    let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned); // editors of Windows put a mark in front
    Ok((name, text))
}

/// The name and the bytes of a file; `-` is standard input. One more than the most at most, which is enough to refuse it.
pub(crate) fn read_bytes(path: &Path, most: usize, arguments: &Arguments) -> Result<(String, Vec<u8>), Problem> {
    let name = path.display().to_string();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    let tell = |detail: &str| Problem::Other(arguments.language().text_with("cannot-read", &[("file", name.as_str()), ("detail", detail)]));
    read.map_err(|error| tell(&error.to_string()))?;
    Ok((name, bytes))
}

/// Refuses to write over a file that was read, in the words of that key.
pub(crate) fn not_over(path: &Path, read: impl IntoIterator<Item: AsRef<Path>>, key: &str, library: &Library<'_>) -> Result<(), Problem> {
    if read.into_iter().any(|file| is_same(file.as_ref(), path)) {
        return Err(Problem::Other(library.language.text_with(key, &[("file", &path.display().to_string())])));
    }
    Ok(())
}

/// Whether two paths are of one file.
fn is_same(file: &Path, other: &Path) -> bool {
    file == other || matches!((file.canonicalize(), other.canonicalize()), (Ok(file), Ok(other)) if file == other)
}
