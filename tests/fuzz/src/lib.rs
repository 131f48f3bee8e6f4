//! What the fuzz targets share: a tree that can be changed with malice, and what must hold of every answer.
#![forbid(unsafe_code)]

pub mod tree;
pub mod hostile;
pub mod mutation;
pub mod at_hand;
pub mod told;
pub mod scored;
