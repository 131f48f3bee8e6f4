//! Prints the invented region: `cargo run -p pejling-tests --example generate-region > fixtures/region/assessment.json`; with `later` behind
//! it, after `--`, the region a year later, which is kept in `fixtures/region-2027/`.

use std::path::Path;

fn main() -> Result<(), String> {
    let controls = Path::new(env!("CARGO_MANIFEST_DIR")).join("../controls");
    let is_later = std::env::args().nth(1).as_deref() == Some("later");
    let make = if is_later { pejling_tests::region_a_year_later } else { pejling_tests::region };
    let region = make(&controls, pejling_tests::SEED)?;
    println!("{region:#}");
    Ok(())
}
