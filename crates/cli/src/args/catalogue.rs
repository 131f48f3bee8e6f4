//! What can be written after `catalogue`.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Catalogues {
    /// List the catalogues at hand.
    List,
    /// Show a catalogue, or one requirement of it.
    ///
    /// Example: pejling catalogue show A.8.15
    Show {
        /// A catalogue, as gdpr; or a requirement, as A.8.15 or gdpr:32.
        id: String,
    },
    /// Draw the dependency graph: in SVG, which browsers show, or in DOT, which Graphviz draws.
    ///
    /// Examples: pejling catalogue graph gdpr --format svg > gdpr.svg
    ///           pejling catalogue graph iso27001-2022 --around A.8.15 --format svg > logging.svg
    #[command(verbatim_doc_comment)]
    Graph {
        /// The catalogue.
        catalogue: String,

        /// Draw only this requirement and what is at most two steps below or above it, as A.8.15.
        #[arg(long, value_name = "REQUIREMENT")]
        around: Option<String>,
    },
    /// Say what changed between two editions, and which scores that can touch.
    ///
    /// Each is a catalogue at hand by its name, or a file or folder as --overlay takes it.
    /// Example: pejling catalogue diff iso27001-2022 my-edition/
    #[command(verbatim_doc_comment)]
    Diff {
        /// The edition before.
        before: String,
        /// The edition after.
        after: String,
    },
    /// Say what an author of catalogues should mend.
    Lint {
        /// Catalogues [default: all].
        catalogues: Vec<String>,
    },
    /// Carry an assessment against ISO/IEC 27001:2013 on into the edition of 2022, and say what became of everything in it.
    ///
    /// Example: pejling catalogue migrate fixtures/iso27001-2013/assessment.json -o new.json
    Migrate {
        /// The assessment (JSON); - is standard input.
        file: PathBuf,

        /// Where to write the new assessment [default: standard output, and the account to the error stream].
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}
