//! What is asked and answered over HTTP, in one process and without a socket.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds something else than it expects has to stop there"
)]

use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use pejling_documents::{Operation, SCHEMAS};
use pejling_http::{Listen, Options, router};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::ask::{ask, get, options, post, read, request};

mod ask;
mod openapi;

/// The golden answers of all surfaces, byte for byte; then the digest of all of them.
#[tokio::test]
async fn every_surface_answers_the_same_bytes() {
    let cases: Value = serde_json::from_str(&read("fixtures/surfaces/cases.json")).unwrap();
    let (router, mut all) = (router(&options()), Sha256::new());
    for case in cases.as_array().unwrap() {
        let mut asked = case["fields"].clone();
        for (field, paths) in case["documents"].as_object().unwrap() {
            let text = |path: &Value| Value::from(read(path.as_str().unwrap()));
            asked[field] = paths.as_array().map_or_else(|| text(paths), |paths| paths.iter().map(text).collect());
        }
        let name = case["name"].as_str().unwrap();
        let got = post(&router, case["operation"].as_str().unwrap(), &[], asked.to_string()).await;
        assert_eq!((got.status, got.header("content-type")), (200, "application/json"), "{name}");
        let golden = case["answer"].as_str().unwrap();
        assert!(got.body == read(golden), "{name}: {golden} differs");
        all.update(&got.body);
    }
    let digest: String = all.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(format!("sha256:{digest}\n"), read("fixtures/surfaces/digest.txt"));
}

/// A document is given as what it is, or as the text of its file: then a fault has the lines of that file.
#[tokio::test]
async fn every_fault_is_told_with_its_place_and_in_the_readers_language() {
    let router = router(&options());
    let text = read("fixtures/wrong/ten-mistakes.json");
    let got = post(&router, "check", &[], json!({"assessment": text}).to_string()).await;
    assert_eq!((got.status, got.codes().len()), (422, 10));
    let problem: Value = serde_json::from_slice(&got.body).unwrap();
    assert_eq!(problem["faults"][0]["at"]["line"], 4, "{problem}"); // the date, which is the first mistake
    for (headers, field, expected) in [
        (&[][..], None, "en"),
        (&[("accept-language", "da-DK,da;q=0.9,en;q=0.8")][..], None, "da"),
        (&[("accept-language", "sv, en;q=0.3, DA;q=0.4")][..], None, "da"),
        (&[("accept-language", "da;q=0, en;q=0.1")][..], None, "en"),
        (&[("accept-language", "da")][..], Some("en"), "en"), // what the request says comes first
    ] {
        let mut asked = json!({"assessment": {}});
        if let Some(language) = field {
            asked["language"] = language.into();
        }
        let got = post(&router, "score", headers, asked.to_string()).await;
        assert_eq!(got.status, 422);
        let danish = String::from_utf8_lossy(&got.body).contains("mangler");
        assert_eq!(danish, expected == "da", "{headers:?}: {}", String::from_utf8_lossy(&got.body));
    }
}

#[tokio::test]
async fn each_refusal_has_its_status() {
    let few = router(&Options { bytes: 100, ..options() });
    let empty = json!({"assessment": {}}).to_string();
    let check = async |operation: &str, headers: &[(&str, &str)], body: &str, status: u16, code: &str| {
        let got = post(&few, operation, headers, body.to_owned()).await;
        assert_eq!((got.status, got.codes()), (status, vec![code.to_owned()]), "{operation} {headers:?} {body}");
        got
    };
    check("score", &[], "", 400, "json-empty").await;
    check("score", &[], r#"{"assessment": "#, 400, "json-ends-early").await;
    check("score", &[], "{'assessment': 1}", 400, "not-json").await;
    check("score", &[], "{}", 422, "missing-field").await;
    check("score", &[], r#"{"assessment": "not json"}"#, 422, "not-json").await; // what is sent is JSON, the document in it is not
    check("score", &[], r#"{"assessmnet": {}}"#, 422, "unknown-field").await;
    check("score", &[("content-type", "text/plain")], &empty, 415, "body-not-json").await;
    check("score", &[("content-encoding", "gzip")], &empty, 415, "body-not-json").await;
    check("score", &[], &" ".repeat(101), 413, "body-too-large").await;
    let got = check("skore", &[], &empty, 404, "unknown-operation").await;
    assert!(String::from_utf8_lossy(&got.body).contains("Did you mean `score`?"));
    let streamed = Body::new(Streamed(2)); // 200 bytes of which the head does not tell
    let got = post(&few, "score", &[], streamed).await;
    assert_eq!((got.status, got.codes()), (413, vec!["body-too-large".to_owned()]));
    let got = post(&few, "score", &[], Bytes::from_static(b"{\"assessment\": \"\xff\"}")).await;
    assert_eq!((got.status, got.codes()), (400, vec!["not-json".to_owned()]));
    let got = get(&few, "/v1/score", &[]).await;
    assert_eq!((got.status, got.header("allow"), got.codes()), (405, "POST", vec!["wrong-method".to_owned()]));
    for path in ["/page", "/page/index.js", "/v2/score"] {
        let got = get(&few, path, &[]).await;
        assert_eq!((got.status, got.codes()), (404, vec!["unknown-path".to_owned()]), "{path}");
    }
    let got = get(&few, "/v1/schemas/reslt", &[]).await;
    assert_eq!((got.status, got.codes()), (404, vec!["unknown-name".to_owned()]));
}

/// A body in parts of 100 blanks whose length nobody knows; after the last it never ends.
struct Streamed(usize);

impl axum::body::HttpBody for Streamed {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        let Some(left) = self.0.checked_sub(1) else { return std::task::Poll::Pending };
        self.0 = left;
        std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(Bytes::from(vec![b' '; 100])))))
    }
}

/// One is computed and four wait, each with a body that does not end: the sixth is one too many, and after the time all are refused.
#[tokio::test(start_paused = true)]
async fn who_comes_too_late_is_told_to_come_again() {
    let router = router(&Options { at_once: 1, ..options() });
    let slow: Vec<_> = (0..5)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { post(&router, "score", &[], Body::new(Streamed(1))).await })
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let got = post(&router, "score", &[], "{}").await;
    assert_eq!((got.status, got.header("retry-after"), got.codes()), (429, "1", vec!["too-many-requests".to_owned()]));
    assert_eq!(get(&router, "/v1/catalogues", &[]).await.status, 429);
    assert_eq!(get(&router, "/healthz", &[]).await.status, 200);
    for one in slow {
        let got = one.await.unwrap();
        assert_eq!((got.status, got.codes()), (408, vec!["too-slow".to_owned()]));
    }
    assert_eq!(post(&router, "catalogues", &[], "{}").await.status, 200); // the places are free again
}

/// A page of a stranger reaches this machine by a name of its own, or in the browser of whoever runs the server.
#[tokio::test]
async fn strangers_are_kept_out() {
    let own = router(&options());
    let address = "[::1]:8080".parse().unwrap();
    let proxied = router(&Options { listen: Listen::new("0.0.0.0:8080".parse().unwrap(), true).unwrap(), ..options() });
    assert!(Listen::new(address, false).is_some() && Listen::new("192.0.2.1:80".parse().unwrap(), false).is_none());
    let check = async |router: &Router, headers: &[(&str, &str)], code: Option<&str>| {
        let got = post(router, "catalogues", headers, "{}").await;
        assert_eq!(got.status, if code.is_some() { 403 } else { 200 }, "{headers:?}");
        assert!(code.is_none_or(|code| got.codes() == [code]), "{headers:?}");
    };
    for host in ["localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"] {
        check(&own, &[("host", host)], None).await;
        check(&own, &[("host", host), ("origin", &format!("http://{host}")), ("sec-fetch-site", "same-origin")], None).await;
    }
    for host in
        ["", "evil.example:8080", "evil.example", "localhost", "localhost:80", "localhost:8080.evil.example", "127.0.0.1.evil.example:8080"]
    {
        check(&own, &[("host", host)], Some("foreign-host")).await;
        assert_eq!(get(&own, "/healthz", &[("host", host)]).await.status, 403, "{host}");
        check(&proxied, &[("host", host)], None).await;
    }
    for origin in ["https://evil.example", "null", "http://localhost:3000", "https://127.0.0.1:8080"] {
        check(&own, &[("origin", origin)], Some("foreign-origin")).await;
    }
    for site in ["cross-site", "same-site"] {
        check(&own, &[("sec-fetch-site", site)], Some("foreign-origin")).await;
        check(&proxied, &[("sec-fetch-site", site), ("origin", "https://pejling.example")], Some("foreign-origin")).await;
    }
    check(&proxied, &[("sec-fetch-site", "same-origin"), ("origin", "https://pejling.example")], None).await;
    let got = get(&own, "/healthz", &[]).await;
    assert!(got.header("content-security-policy").starts_with("default-src 'none';"));
    assert_eq!(got.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn what_has_not_changed_is_not_given_again() {
    let router = router(&options());
    let asked = json!({"name": "A.8.15"}).to_string();
    let got = post(&router, "requirement", &[], asked.clone()).await;
    let tag = got.header("etag").to_owned();
    assert!(got.status == 200 && tag.len() == 66 && got.header("cache-control") == "no-store", "{tag}"); // 32 bytes and the quotes
    assert_eq!(post(&router, "requirement", &[], asked.clone()).await.header("etag"), tag);
    for other in [("accept-language", "da", asked.as_str()), ("x-other", "1", r#"{"name": "A.8.16"}"#)] {
        let differs = post(&router, "requirement", &[(other.0, other.1)], other.2.to_owned()).await;
        assert_ne!(differs.header("etag"), tag, "{other:?}");
    }
    for named in [tag.clone(), format!("\"other\", W/{tag}")] {
        let got = post(&router, "requirement", &[("if-none-match", &named)], asked.clone()).await;
        assert_eq!((got.status, got.header("etag"), got.codes()), (412, tag.as_str(), vec!["answer-unchanged".to_owned()]));
    }
    assert_eq!(post(&router, "requirement", &[("if-none-match", "*")], asked.clone()).await.status, 200); // nothing is there before it is asked
    for path in ["/v1/catalogues", "/v1/schemas", "/v1/schemas/result", "/openapi.json", "/healthz"] {
        let tag = get(&router, path, &[]).await.header("etag").to_owned();
        for named in [tag.as_str(), "*"] {
            let got = get(&router, path, &[("if-none-match", named)]).await;
            assert_eq!((got.status, got.header("etag"), got.body.len()), (304, tag.as_str(), 0), "{path}");
        }
    }
    let packed = post(&router, "requirement", &[("accept-encoding", "gzip")], asked).await;
    assert_eq!((packed.header("content-encoding"), packed.header("etag")), ("gzip", format!("W/{tag}").as_str()));
    assert!(packed.body.starts_with(&[0x1f, 0x8b]) && packed.body.len() < got.body.len()); // RFC 1952
    assert!(packed.headers.get_all("vary").iter().any(|it| it == "accept-encoding"));
}

#[tokio::test]
async fn what_is_looked_up_is_what_the_operation_answers() {
    let router = router(&options());
    assert_eq!(get(&router, "/v1/catalogues", &[]).await.body, post(&router, "catalogues", &[], "{}").await.body);
    assert_eq!(get(&router, "/v1/schemas", &[]).await.body, format!("{:#}\n", json!(SCHEMAS)));
    for name in SCHEMAS {
        let got = get(&router, &format!("/v1/schemas/{name}"), &[]).await;
        assert_eq!((got.status, got.header("content-type")), (200, "application/schema+json"), "{name}");
        assert!(got.body == read(&format!("crates/documents/schemas/{name}.json")), "{name}");
    }
}

/// The description is made of the schemas, and served; every operation is in it, and every example is answered.
#[tokio::test]
async fn the_description_is_true() {
    let made = openapi::openapi();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    if std::env::var_os("PEJLING_WRITE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap_or_default() == made, "openapi.json differs; PEJLING_WRITE=1 rewrites it");
    let router = router(&options());
    let served = get(&router, "/openapi.json", &[]).await.body;
    assert!(served == made || std::env::var_os("PEJLING_WRITE").is_some()); // what was just written is served by the next build
    let description: Value = serde_json::from_str(&made).unwrap();
    for (name, _) in Operation::ALL {
        let example = &description["paths"][format!("/v1/{name}")]["post"]["requestBody"]["content"]["application/json"]["example"];
        let got = post(&router, name, &[], example.to_string()).await;
        assert_eq!(got.status, 200, "{name}: {}", String::from_utf8_lossy(&got.body));
    }
}

static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What was sent is in no line: no name, no content, no query, no header.
#[tokio::test]
async fn the_log_holds_nothing_that_was_sent() {
    let router = router(&Options { log: |line| LOG.lock().unwrap().push(line.to_owned()), ..options() });
    post(&router, "score?secret=1", &[("x-secret", "secret")], r#"{"secret": 1}"#).await;
    get(&router, "/secret", &[]).await;
    get(&router, "/v1/schemas/secret", &[]).await;
    ask(&router, request("SECRET", "/v1/score", &[("host", "secret")], Body::empty())).await;
    let mut log = LOG.lock().unwrap().clone();
    let time = |line: &mut String| {
        let (start, end) = (line[..line.find(" ms").unwrap()].rfind(' ').unwrap(), line.find(" ms").unwrap());
        assert!(line[start + 1..end].parse::<u64>().is_ok(), "{line}");
        line.replace_range(start + 1..end, "0");
        let out = line.rfind(", ").unwrap();
        line.truncate(out);
    };
    log.iter_mut().for_each(time);
    let expected = ["POST /v1/score 422 0 ms, 13 bytes in", "GET - 404 0 ms, 0 bytes in", "GET /v1/schemas/{name} 404 0 ms, 0 bytes in"];
    assert_eq!(log[..3], expected);
    assert_eq!(log[3..], ["- /v1/score 403 0 ms, 0 bytes in"]);
}
