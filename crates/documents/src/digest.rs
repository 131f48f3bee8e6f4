//! Digests: SHA-256 of the canonical form, so that a result says of exactly what it is the result.

use std::fmt::Write as _;
use std::io;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::catalogue::CatalogueDocument;
use crate::cpr::shown;

/// A document about an assessment as JSON for files and pipes: two spaces a level, fields in alphabetical order, a line end at the end. The
/// same content gives the same bytes on every surface. What looks like a CPR number is [masked](crate::mask()).
#[must_use]
pub fn to_json(document: &impl Serialize) -> String {
    to_text(&shown(document))
}

/// The form of all documents in files and pipes.
pub(crate) fn to_text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// An assessment or catalogue as JSON, in the same form, for its owner: what stands in it stays as it is.
#[must_use]
pub fn content_to_json(document: &impl Serialize) -> String {
    to_text(&serde_json::to_value(document).unwrap_or_default()) // documents have text keys: this cannot fail
}

/// The digest of a catalogue: of all that can move a number, in canonical form. Texts are not part of it.
#[must_use]
pub fn catalogue_digest(document: &CatalogueDocument) -> String {
    digest(&document.canonical())
}

/// `sha256:` and the hexadecimal digest of the canonical JSON: fields in alphabetical order, no white space (RFC 8785).
pub(crate) fn digest(document: &impl Serialize) -> String {
    struct Hash(Sha256);

    impl io::Write for Hash {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut hash = io::BufWriter::new(Hash(Sha256::new()));
    let written = serde_json::to_writer(&mut hash, document).map_err(io::Error::from).and_then(|()| io::Write::flush(&mut hash));
    debug_assert!(written.is_ok(), "documents have text keys, and hashing cannot fail");
    let bytes = hash.into_inner().map(|hash| hash.0.finalize()).unwrap_or_default();
    bytes.iter().fold("sha256:".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // writing to text cannot fail
        text
    })
}
