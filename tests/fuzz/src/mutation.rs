//! Changes to documents that keep most of their shape, so that they get past the reader of JSON or TOML and reach what is behind it.

use crate::hostile::{FIELDS, VALUES, chain, item, usual};
use crate::tree::Tree;

/// What divides a catalogue from its texts in an input, alone on a line.
pub const DIVIDER: &str = "\n#---\n";

/// Numbers that follow from a seed.
struct Chance(u64);

impl Chance {
    /// The next number below `end`, which is at least 1.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15); // splitmix64
        let mut next = self.0;
        next = (next ^ (next >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((next ^ (next >> 31)) % end.max(1) as u64).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// The text with up to four changes to its tree; nothing where it has none, or is no JSON.
pub fn json(text: &str, seed: u32) -> Option<String> {
    let mut tree = Tree::parse(text)?;
    changed(&mut tree, seed);
    Some(tree.json())
}

/// A catalogue and its texts, of which one has up to four changes; it stays TOML, or becomes JSON once in a while.
pub fn catalogue(text: &str, seed: u32) -> Option<String> {
    let parts: Vec<&str> = text.split(DIVIDER).collect();
    let chosen = Chance(seed.into()).below(parts.len() + 1).min(parts.len() - 1);
    let is_json = parts[chosen].trim_start().starts_with('{');
    let mut tree = if is_json { Tree::parse(parts[chosen]) } else { Tree::parse_toml(parts[chosen]) }?;
    changed(&mut tree, seed);
    let new = if is_json || seed.is_multiple_of(16) { tree.json() } else { tree.toml() };
    let parts: Vec<&str> = parts.iter().enumerate().map(|(at, part)| if at == chosen { new.as_str() } else { part }).collect();
    Some(parts.join(DIVIDER))
}

fn changed(tree: &mut Tree, seed: u32) {
    let mut chance = Chance(seed.into());
    for _ in 0..=chance.below(4) {
        change(tree, &mut chance);
    }
}

fn change(tree: &mut Tree, chance: &mut Chance) {
    let number = chance.below(tree.count());
    let Some((_, field)) = tree.nth(number) else { return };
    let field = field.to_owned();
    let all = tree.atoms();
    let borrowed = if all.is_empty() { "0".to_owned() } else { chance.pick(&all).1.to_owned() };
    let alike: Vec<&str> =
        all.iter().filter(|(other, _)| *other == field).map(|(_, atom)| *atom).chain(usual(&field).iter().copied()).collect();
    // a name that something has: what points to it makes circles, what takes it makes duplicates
    let names: Vec<&str> = all.iter().filter(|(field, _)| ["id", "organisation", "name"].contains(field)).map(|(_, atom)| *atom).collect();
    let name = if names.is_empty() { borrowed.clone() } else { (*chance.pick(&names)).to_owned() };
    let atom = match chance.below(8) {
        0 => borrowed,
        1 => name,
        2..=4 if !alike.is_empty() => (*chance.pick(&alike)).to_owned(),
        _ => chance.pick(&VALUES).clone(),
    };
    let Some((value, _)) = tree.nth(number) else { return };
    match value {
        Tree::Atom(text) => match chance.below(12) {
            0 => *value = deep(text, 1 + chance.below(30)),
            1 => *text = quoted_number(text),
            _ => *text = atom,
        },
        Tree::List(items) => in_list(items, &field, atom, chance),
        Tree::Object(fields) => in_object(fields, atom, chance),
    }
}

fn in_list(items: &mut Vec<Tree>, field: &str, atom: String, chance: &mut Chance) {
    let at = chance.below(items.len());
    match chance.below(10) {
        0 if !items.is_empty() => drop(items.remove(at)),
        1 if !items.is_empty() => items.swap(at, 0),
        2 => items.extend(items.get(at).cloned()),
        3 => {
            let copies = chance.below(40);
            let item = items.get(at).cloned();
            items.extend(item.into_iter().flat_map(|it| vec![it; copies]));
        }
        4 => items.insert(at, Tree::Atom(atom)),
        6 | 7 => {
            let mut item = items.get(at).cloned();
            if let Some(Tree::Object(fields)) = &mut item {
                let new = Tree::text(&format!("c{}", chance.below(1_000)));
                fields.iter_mut().filter(|(name, _)| name == "id").for_each(|(_, id)| *id = new.clone());
            }
            items.extend(item);
        }
        5 => {
            let length = 1 + chance.below(40);
            items.extend(chain(field, u32::try_from(length).unwrap_or(1), chance.below(2) == 0).unwrap_or_default());
        }
        _ => {
            let number = u32::try_from(chance.below(6)).unwrap_or_default();
            items.extend(item(field, number).or(Some(Tree::Atom(atom))));
        }
    }
}

fn in_object(fields: &mut Vec<(String, Tree)>, atom: String, chance: &mut Chance) {
    let at = chance.below(fields.len());
    let name = chance.pick(&FIELDS).clone();
    match chance.below(8) {
        0 if !fields.is_empty() => drop(fields.remove(at)),
        1 => fields.extend(fields.get(at).cloned()),
        2 => fields.iter_mut().skip(at).take(1).for_each(|(old, _)| old.clone_from(&name)),
        3 if !fields.is_empty() => fields.swap(at, 0),
        4 => {
            let number = u32::try_from(chance.below(6)).unwrap_or_default();
            fields.extend(item(&name, number).map(|item| (name, Tree::List(vec![item]))));
        }
        5 => {
            // a key that is itself hostile, as the names of members and catalogues may be
            let key = serde_json::from_str(&atom).unwrap_or(atom);
            fields.push((key, Tree::atom("1")));
        }
        _ => fields.insert(at, (name, Tree::Atom(atom))),
    }
}

/// A value inside as many lists.
fn deep(text: &str, depth: usize) -> Tree {
    (0..depth).fold(Tree::atom(text), |inner, _| Tree::List(vec![inner]))
}

/// A number as text, or text as what stands in it.
fn quoted_number(text: &str) -> String {
    text.strip_prefix('"').and_then(|it| it.strip_suffix('"')).map_or_else(|| format!("\"{text}\""), str::to_owned)
}

/// A mutator for libFuzzer: two times in three the document's tree is changed, else its bytes, which knows the dictionary.
#[macro_export]
macro_rules! structured {
    ($change:path) => {
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            let text = if seed % 3 == 0 { None } else { std::str::from_utf8(&data[..size]).ok() };
            match text.and_then(|text| $change(text, seed)).filter(|new| new.len() <= max_size) {
                Some(new) => {
                    data[..new.len()].copy_from_slice(new.as_bytes());
                    new.len()
                }
                None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
            }
        });
    };
}
