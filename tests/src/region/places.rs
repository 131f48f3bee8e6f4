//! The region, its parts, and what they rest on.

use serde_json::{Map, Value, json};

use super::full;

pub(crate) const REGION: &str = "bakkeland";
pub(crate) const LARGE: &str = "bakkeland-universitetshospital";
pub(crate) const NORTH: &str = "nordhede-sygehus";
pub(crate) const SOUTH: &str = "soender-aa-sygehus";
pub(crate) const PSYCHIATRY: &str = "psykiatrien";
pub(crate) const OFFICES: &str = "regionsadministrationen";
pub(crate) const SOCIAL: &str = "sociale-tilbud";
pub(crate) const PLATFORM: &str = "faelles-platform";
pub(crate) const SUPPLIER: &str = "opdigt-medico";

/// A part of the region, and how much work on security shows there.
pub(crate) struct Place {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) weight: u32,
    pub(crate) size: u32,    // per cent of the region's units
    pub(crate) present: u32, // per cent of the requirements on which it has evidence of its own
    pub(crate) behind: u32,  // half per cents below the theme's results
    pub(crate) late: u32,    // days later than others
}

pub(crate) const PLACES: &[Place] = &[
    place(REGION, "Region Bakkeland (opdigtet)", "region", (1, 100), (100, 0, 0)),
    place(LARGE, "Bakkeland Universitetshospital (opdigtet)", "hospital", (5, 45), (64, 0, 0)),
    place(NORTH, "Nordhede Sygehus (opdigtet)", "hospital", (3, 25), (48, 3, 15)),
    place(SOUTH, "Sønder Å Sygehus (opdigtet)", "hospital", (2, 12), (26, 8, 60)),
    place(PSYCHIATRY, "Psykiatrien i Bakkeland (opdigtet)", "unit", (2, 9), (12, 3, 20)),
    place(OFFICES, "Regionsadministrationen i Bakkeland (opdigtet)", "unit", (1, 6), (8, 0, 10)),
    place(SOCIAL, "Sociale tilbud i Bakkeland (opdigtet)", "unit", (1, 3), (6, 5, 40)),
    place(PLATFORM, "Fælles it-platform for opdigtede regioner", "platform", (1, 30), (0, 0, 0)),
    place(SUPPLIER, "Opdigt Medico A/S (opdigtet leverandør)", "supplier", (1, 4), (0, 4, 30)),
];

pub(crate) const fn place(
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    (weight, size): (u32, u32),
    (present, behind, late): (u32, u32, u32),
) -> Place {
    Place { id, name, kind, weight, size, present, behind, late }
}

/// Who serves whom for what, and for which share of it.
pub(crate) type Service = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

pub(crate) const SERVICES: &[Service] = &[
    (PLATFORM, "iso:A.8.6", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.7", &[(LARGE, "60"), (NORTH, "60"), (SOUTH, "60")]),
    (PLATFORM, "iso:A.8.8", &[(LARGE, "37.5"), (NORTH, "50"), (SOUTH, "62.5")]),
    (PLATFORM, "iso:A.8.9", &[(LARGE, "37.5"), (NORTH, "50"), (SOUTH, "62.5")]),
    (PLATFORM, "iso:A.8.13", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "80")]),
    (PLATFORM, "iso:A.8.14", &[(LARGE, "60"), (NORTH, "80"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.15", &[(LARGE, "37.5"), (NORTH, "37.5"), (SOUTH, "37.5")]),
    (PLATFORM, "iso:A.8.16", &[(LARGE, "50"), (NORTH, "50"), (SOUTH, "50")]),
    (PLATFORM, "iso:A.8.17", &[(LARGE, "100"), (NORTH, "100"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.20", &[(LARGE, "60"), (NORTH, "75"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.21", &[(LARGE, "60"), (NORTH, "75"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.22", &[(LARGE, "40"), (NORTH, "40"), (SOUTH, "66.67")]),
    (PLATFORM, "iso:A.8.23", &[(LARGE, "100"), (NORTH, "100"), (SOUTH, "100")]),
    (PLATFORM, "iso:A.8.24", &[(LARGE, "50"), (NORTH, "50"), (SOUTH, "50")]),
    (SUPPLIER, "iso:A.8.8", &[(NORTH, "12.5")]),
    (SUPPLIER, "iso:A.8.19", &[(NORTH, "12.5")]),
];

impl Place {
    pub(crate) fn json(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), self.id.into());
        fields.insert("name".to_owned(), self.name.into());
        fields.insert("kind".to_owned(), self.kind.into());
        if self.is_in_region() {
            fields.insert("parent".to_owned(), REGION.into());
            fields.insert("weight".to_owned(), self.weight.into());
        }
        let served = SERVICES.iter().filter(|(service, ..)| *service == self.id).flat_map(|(_, requirement, served)| {
            served.iter().map(|(entity, share)| json!({ "entity": entity, "requirement": full(requirement), "share": share }))
        });
        let served: Vec<Value> = served.collect();
        if !served.is_empty() {
            fields.insert("serves".to_owned(), served.into());
        }
        fields.into()
    }

    pub(crate) fn is_in_region(&self) -> bool {
        matches!(self.kind, "hospital" | "unit")
    }
}
