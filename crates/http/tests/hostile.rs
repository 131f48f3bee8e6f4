//! Bodies that nobody who means well sends: each is answered or refused, and nothing of it stays. A process of its own, because its memory is watched.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects has to stop there"
)]

use pejling_documents::Operation;
use pejling_http::router;
use serde_json::{Value, json};

use crate::ask::{options, post, read};

mod ask;

/// Numbers that look drawn, the same in every run.
struct Chance(u64);

impl Chance {
    /// One below a limit (xorshift64).
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// Does something to a body that it was not made for.
fn spoil(chance: &mut Chance, body: &mut Vec<u8>) {
    let at = chance.below(body.len().max(1));
    match chance.below(9) {
        0 => body.truncate(at),
        1 => (0..=chance.below(8)).for_each(|_| {
            let (at, bit) = (chance.below(body.len().max(1)), chance.below(8));
            if let Some(byte) = body.get_mut(at) {
                *byte ^= 1 << bit;
            }
        }),
        2 => drop(body.splice(at..at, "[{\"a\":".repeat(chance.below(100_000)).into_bytes())),
        3 => {
            let digit = body.iter().skip(at).position(u8::is_ascii_digit).map_or(at, |found| at + found);
            drop(body.splice(digit..digit, ["-", "9e", "0.", "1e-", ""][chance.below(5)].bytes().chain(vec![b'9'; chance.below(400)])));
        }
        4 => *body = String::from_utf8_lossy(body).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        5 => *body = String::from_utf8_lossy(body).chars().map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?')).collect(), // Latin-1
        6 => *body = (0..chance.below(2000)).map(|_| chance.byte()).collect(),
        7 => {
            let part = body[at..(at + chance.below(400)).min(body.len())].to_vec();
            let to = chance.below(body.len().max(1));
            drop(body.splice(to..to, part)); // keys and brackets twice
        }
        _ => drop(body.splice(at..at, vec![b"\"\\ \x00/"[chance.below(5)]; chance.below(5000)])),
    }
}

/// Pages of memory that this process holds, where the system tells.
fn resident() -> Option<usize> {
    std::fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()
}

#[tokio::test]
async fn hostile_bodies_are_refused_and_leave_nothing() {
    let count: usize = std::env::var("PEJLING_CASES").map_or(300, |it| it.parse().unwrap());
    let description: Value = serde_json::from_str(&read("crates/http/openapi.json")).unwrap();
    let mut bodies: Vec<(&str, String)> = Operation::ALL
        .iter()
        .map(|(name, _)| {
            let media = &description["paths"][format!("/v1/{name}")]["post"]["requestBody"]["content"]["application/json"];
            (*name, media["example"].to_string())
        })
        .collect();
    for path in ["worked-example-1", "dissent", "cycles", "forecast", "empty"] {
        let text = read(&format!("fixtures/{path}/assessment.json"));
        bodies.push(("score", json!({"assessment": text}).to_string())); // the text of a file, in which places are told
        bodies.push(("check", format!(r#"{{"assessment": {text}}}"#)));
    }
    let (router, mut chance) = (router(&options()), Chance(7));
    let (mut refused, mut half) = (0, None);
    for round in 0..count {
        let (operation, body) = &bodies[round % bodies.len()];
        let mut body = body.clone().into_bytes();
        (0..=chance.below(3)).for_each(|_| spoil(&mut chance, &mut body));
        let got = post(&router, operation, &[], body).await;
        assert!([200, 400, 422].contains(&got.status), "round {round}, {operation}: {}", got.status);
        if got.status != 200 {
            assert!(!got.codes().is_empty(), "round {round}, {operation}: nothing is said to be wrong");
            refused += 1;
        }
        if round == count / 2 {
            half = resident();
        }
    }
    assert!(refused * 10 > count * 8, "{refused} of {count}"); // else they were not hostile
    if let (Some(half), Some(end)) = (half, resident()) {
        let grown = end.saturating_sub(half) * 4; // kilobytes, in pages of 4
        println!("{count} bodies, {refused} refused; {} MB held at the half, {grown} kB more at the end", half / 256);
        assert!(grown < 16_384, "{grown} kB more are held after the second half than after the first");
    }
}
