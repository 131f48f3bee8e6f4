//! Prints the public items of a crate, one a line, of what rustdoc says of it in JSON: `tests/public-api` compares them with the listing.
#![expect(clippy::print_stdout, reason = "it is what it is for")]

use std::error::Error;
use std::path::Path;

use public_api::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which JSON of rustdoc?")?;
    // what follows from a type alone says nothing of our own: blanket and derived implementations, Send and Sync
    let builder = Builder::from_rustdoc_json(Path::new(&path)).omit_blanket_impls(true).omit_auto_trait_impls(true);
    print!("{}", builder.omit_auto_derived_impls(true).build()?);
    Ok(())
}
