//! What typst may see: one template, one file of data and two fonts. There is nothing else: no folder, no package, no clock.

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};

const REGULAR: &[u8] = include_bytes!("../fonts/SourceSans3-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/SourceSans3-Bold.ttf");

/// Heads of rows are among what typst has not settled yet.
static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()));

/// Regular first.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| [REGULAR, BOLD].into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The desk on which one report is set.
pub(crate) struct Desk {
    template: Source,
    data_id: FileId,
    data: Bytes,
}

impl Desk {
    pub(crate) fn new(data: &Value) -> Result<Self, String> {
        let id = |name: &str| match VirtualPath::new(name) {
            Ok(path) => Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path))),
            Err(fault) => Err(fault.to_string()),
        };
        let template = Source::new(id("report.typ")?, include_str!("report.typ").to_owned());
        Ok(Self { template, data_id: id("report.json")?, data: Bytes::from_string(data.to_string()) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
