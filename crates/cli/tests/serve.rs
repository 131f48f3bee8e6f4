//! `pejling serve` as a process: where it listens, what it logs, how it ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds something else than it expects has to stop there")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejling"));
    command.arg("serve").args(arguments).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").env("NO_COLOR", "1");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A server that listens, with what it says from then on and its port.
fn start(arguments: &[&str]) -> (Child, BufReader<ChildStderr>, u16) {
    let mut child = command(&[&["--listen", "127.0.0.1:0"], arguments].concat()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let address = line.strip_prefix("listening on http://127.0.0.1:").unwrap_or_else(|| panic!("{line}"));
    let port = address.split(';').next().unwrap().parse().unwrap();
    (child, said, port)
}

fn tell(child: &Child, signal: &str) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

/// The server has begun to read a request when it is told to stop: it answers that one, and nobody else.
#[test]
fn what_runs_is_finished() {
    for signal in ["-TERM", "-INT"] {
        let (mut child, mut said, port) = start(&[]);
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let body = r#"{"name": "oestdanmark"}"#;
        let head = format!(
            "POST /v1/regions HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert_eq!(line, "HTTP/1.1 100 Continue\r\n"); // it waits for the body
        tell(&child, signal);
        while TcpStream::connect(("127.0.0.1", port)).is_ok() {
            std::thread::yield_now(); // until it no longer listens
        }
        stream.write_all(body.as_bytes()).unwrap();
        let mut answer = String::new();
        reader.read_to_string(&mut answer).unwrap(); // to the end: the connection is closed
        assert!(answer.contains("HTTP/1.1 200 OK\r\n") && answer.contains("\"oestdanmark\""), "{answer}");
        assert_eq!(child.wait().unwrap().code(), Some(0), "{signal}");
        let mut log = String::new();
        said.read_to_string(&mut log).unwrap();
        assert!(log.starts_with("POST /v1/regions 200 ") && log.lines().count() == 1, "{log}");
    }
}

/// A connection that says nothing holds up no end; one whose body never comes does, for as long as a request may take.
#[test]
fn an_end_is_not_waited_for_for_ever() {
    let (mut child, _said, port) = start(&["--most-seconds", "1"]);
    let _silent = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut slow = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let head =
        format!("POST /v1/regions HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{{");
    slow.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    BufReader::new(slow.try_clone().unwrap()).read_line(&mut answer).unwrap();
    assert_eq!(answer, "HTTP/1.1 408 Request Timeout\r\n");
    tell(&child, "-TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn others_are_let_in_behind_a_proxy_alone() {
    let refused = |arguments: &[&str], expected: &str| {
        let output = command(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && output.stdout.is_empty() && said.contains(expected), "{arguments:?}: {said}");
    };
    refused(&["--listen", "0.0.0.0:0"], "others can reach 0.0.0.0:0");
    refused(&["--listen", "[::]:0", "--lang", "da"], "andre kan nå [::]:0");
    refused(&["--listen", "8080"], "invalid");
    refused(&["--most-bytes", "0"], "invalid");
    refused(&["--overlay", "fixtures"], "`catalogues`");
    refused(&["--format", "json"], "--format");
    let (mut child, _said, port) = start(&["--behind-proxy"]);
    refused(&["--listen", &format!("127.0.0.1:{port}")], "cannot be listened on");
    tell(&child, "-TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
