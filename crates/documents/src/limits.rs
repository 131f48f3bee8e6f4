//! How much a document may hold: limits against hostile input, adjustable by whoever embeds the library.

/// The most that reading accepts. [`Limits::default`] is generous for a country and harmless for a server with a few gigabytes.
///
/// ```
/// let limits = pejling_documents::Limits { bytes: 1_000_000, ..Default::default() };
/// assert!(limits.evidence > 1_000_000);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in one text.
    pub bytes: usize,
    /// Lists and objects within each other, at most 100.
    pub nesting: usize,
    /// Characters in one free text, as a note or a reason.
    pub characters: usize,
    /// Evidences in an assessment.
    pub evidence: usize,
    /// Entities in an assessment.
    pub entities: usize,
    /// Entries in any other list; edges and members of a catalogue, all together, are at most twenty times as many.
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 30, nesting: 24, characters: 10_000, evidence: 5_000_000, entities: 100_000, entries: 20_000 }
    }
}
