//! Prints the invented region: `cargo run -p pejling-tests --example generate-region > fixtures/region/assessment.json`.

use std::path::Path;

fn main() -> Result<(), String> {
    let controls = Path::new(env!("CARGO_MANIFEST_DIR")).join("../controls");
    let region = pejling_tests::region(&controls, pejling_tests::SEED)?;
    println!("{region:#}");
    Ok(())
}
