//! Requests a second: scoring over HTTP beside a plain axum echo of the same body, and beside the operation itself, in turns, in one process.
#![allow(missing_docs, clippy::unwrap_used, clippy::float_arithmetic, clippy::indexing_slicing, reason = "a measurement")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use pejling_documents::{Limits, Operation};
use pejling_http::{Listen, Options, serve};

/// How long each side is asked in each turn, by how many clients, and how often.
const TURN: Duration = Duration::from_secs(2);
const CLIENTS: usize = 2;
const TURNS: usize = 7;

/// A server that gives back what it gets.
fn echo() -> SocketAddr {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let router = Router::new().route("/", post(async |body: Bytes| body)).layer(DefaultBodyLimit::max(64 << 20));
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let stream = listener.accept().await.unwrap().0;
                stream.set_nodelay(true).unwrap();
                let stream = TokioIo::new(stream);
                let service = TowerToHyperService::new(router.clone());
                tokio::spawn(async move { hyper::server::conn::http1::Builder::new().serve_connection(stream, service).await });
            }
        });
    });
    told.recv().unwrap()
}

fn pejling() -> SocketAddr {
    let (tell, told) = channel();
    let options = Options::new(Listen::new("127.0.0.1:0".parse().unwrap(), false).unwrap());
    std::thread::spawn(move || serve(options, |address| tell.send(address).unwrap()).unwrap());
    told.recv().unwrap()
}

/// Requests a second, one after the other on each connection.
fn rate(address: SocketAddr, path: &str, body: &str) -> f64 {
    let head =
        format!("POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    let asked = &(head + body);
    by_all(|| {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        move || {
            stream.write_all(asked.as_bytes()).unwrap();
            let (mut line, mut length) = (String::new(), 0);
            reader.read_line(&mut line).unwrap();
            assert!(line.starts_with("HTTP/1.1 200 "), "{line}");
            while line != "\r\n" {
                line.clear();
                reader.read_line(&mut line).unwrap();
                length = line.strip_prefix("content-length: ").map_or(length, |it| it.trim().parse().unwrap());
            }
            reader.read_exact(&mut vec![0; length]).unwrap();
        }
    })
}

/// The same without HTTP.
fn direct(body: &str) -> f64 {
    by_all(|| || assert!(Operation::Score.perform(body, Limits::default()).is_ok()))
}

/// How often in a second all clients together do something.
fn by_all<F: FnMut()>(client: impl Fn() -> F + Sync) -> f64 {
    let ask = || {
        let mut once = client();
        let (began, mut count) = (Instant::now(), 0_u32);
        while began.elapsed() < TURN {
            once();
            count += 1;
        }
        f64::from(count) / began.elapsed().as_secs_f64()
    };
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(ask)).collect();
        clients.into_iter().map(|it| it.join().unwrap()).sum()
    })
}

fn main() {
    let (echo, pejling) = (echo(), pejling());
    for name in ["worked-example-1", "region"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name).join("assessment.json");
        let body = format!(r#"{{"assessment": {}}}"#, std::fs::read_to_string(path).unwrap());
        let turns: Vec<_> = (0..TURNS).map(|_| [rate(echo, "/", &body), rate(pejling, "/v1/score", &body), direct(&body)]).collect();
        let middle = |ratio: fn(&[f64; 3]) -> f64| {
            let mut ratios: Vec<_> = turns.iter().map(ratio).collect();
            ratios.sort_by(f64::total_cmp);
            ratios[TURNS / 2]
        };
        let (echo, direct) = (middle(|it| it[0] / it[1]), middle(|it| it[1] / it[2]));
        println!(
            "{name}, {} bytes: score {:.0} a second; echo {echo:.0} times that; over HTTP {direct:.2} of the operation itself",
            body.len(),
            middle(|it| it[1])
        );
    }
}
