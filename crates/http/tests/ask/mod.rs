//! Asking in one process and without a socket.
#![allow(dead_code, reason = "not every test needs all of it")]

use std::path::Path;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderName, Request, StatusCode};
use pejling_http::{Listen, Options};
use serde_json::Value;
use tower::ServiceExt as _;

pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn options() -> Options {
    Options::new(Listen::new("127.0.0.1:8080".parse().unwrap(), false).unwrap())
}

/// What came of a request.
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Got {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// The codes of a problem, after all that every problem has to be.
    #[track_caller]
    pub(crate) fn codes(&self) -> Vec<String> {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem["status"], self.status);
        assert_eq!(problem["title"], StatusCode::from_u16(self.status).unwrap().canonical_reason().unwrap());
        assert!(problem["type"].as_str().unwrap().starts_with("/problems/"));
        problem["faults"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
    }
}

pub(crate) async fn ask(router: &Router, request: Request<Body>) -> Got {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Got { status: parts.status.as_u16(), headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap() }
}

/// A request with headers of its own, which take the place of the usual ones.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).body(body.into()).unwrap();
    let usual = [("host", "127.0.0.1:8080"), ("content-type", "application/json")];
    for (name, value) in usual.iter().chain(headers) {
        request.headers_mut().insert(HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
    }
    request
}

pub(crate) async fn post(router: &Router, operation: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Got {
    ask(router, request("POST", &format!("/v1/{operation}"), headers, body)).await
}

pub(crate) async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> Got {
    ask(router, request("GET", path, headers, Body::empty())).await
}
