//! What stands in the way of an answer, as a problem of RFC 9457 with every fault.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use pejling_documents::{Diagnostic, Faults, Language, Operation, Place, Severity};
use serde::Serialize;

/// Codes of a text that is no JSON at all.
const UNREADABLE: [&str; 3] = ["json-empty", "json-ends-early", "not-json"];

/// A status, and when it is the answer.
pub(crate) type Status = (StatusCode, &'static str);

/// What may be refused on any path.
pub(crate) const ANYWHERE: [Status; 5] = [
    (StatusCode::FORBIDDEN, "A name of the server that is not its own, or the page of a stranger in a browser."),
    (StatusCode::METHOD_NOT_ALLOWED, "The path is not for this method."),
    (StatusCode::REQUEST_TIMEOUT, "It took longer than this server gives a request."),
    (StatusCode::TOO_MANY_REQUESTS, "Too many requests wait already."),
    (StatusCode::INTERNAL_SERVER_ERROR, "An error in Pejling."),
];

/// What may be refused where an operation is asked.
pub(crate) const ASKED: [Status; 5] = [
    (StatusCode::BAD_REQUEST, "The body is not JSON."),
    (StatusCode::PRECONDITION_FAILED, "If-None-Match names the answer."),
    (StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than this server reads."),
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is not application/json, or it is compressed."),
    (StatusCode::UNPROCESSABLE_ENTITY, "The operation cannot be performed on this; every fault is told, with its place."),
];

/// What may be refused where a path holds a name.
pub(crate) const NOT_FOUND: Status = (StatusCode::NOT_FOUND, "There is nothing of that name.");

/// A status, and everything that is wrong.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    faults: Faults,
}

/// What is sent of it.
#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    #[serde(flatten)]
    faults: Faults,
}

impl Problem {
    fn one(status: StatusCode, fault: Diagnostic) -> Self {
        Self { status, faults: Faults { faults: vec![fault], more: 0 } }
    }

    /// What an operation finds wrong with what it was asked: 400 where that cannot be read at all.
    pub(crate) fn of(faults: Faults) -> Self {
        let unreadable = faults.faults.iter().any(|it| it.at.pointer.is_empty() && UNREADABLE.contains(&it.code.as_str()));
        Self { status: if unreadable { StatusCode::BAD_REQUEST } else { StatusCode::UNPROCESSABLE_ENTITY }, faults }
    }

    /// What is wrong with a name in a path.
    pub(crate) fn not_found(faults: Faults) -> Self {
        Self { status: StatusCode::NOT_FOUND, faults }
    }

    pub(crate) fn unreadable(detail: &str, language: Language) -> Self {
        Self::one(StatusCode::BAD_REQUEST, say("not-json", &[("detail", detail)], language))
    }

    pub(crate) fn foreign_host(language: Language) -> Self {
        Self::one(StatusCode::FORBIDDEN, say("foreign-host", &[], language))
    }

    pub(crate) fn foreign_origin(language: Language) -> Self {
        Self::one(StatusCode::FORBIDDEN, say("foreign-origin", &[], language))
    }

    pub(crate) fn unknown_path(path: &str, language: Language) -> Self {
        let fault = match path.strip_prefix("/v1/") {
            Some(name) => {
                let known: Vec<_> = Operation::ALL.iter().map(|(name, _)| *name).collect();
                let fault = say("unknown-operation", &[("name", name), ("known", &known.join(", "))], language);
                fault.suggesting(name, known.into_iter(), language)
            }
            None => say("unknown-path", &[("path", path)], language),
        };
        Self::one(StatusCode::NOT_FOUND, fault)
    }

    pub(crate) fn wrong_method(method: &Method, language: Language) -> Self {
        Self::one(StatusCode::METHOD_NOT_ALLOWED, say("wrong-method", &[("method", method.as_str())], language))
    }

    pub(crate) fn too_slow(seconds: u64, language: Language) -> Self {
        Self::one(StatusCode::REQUEST_TIMEOUT, say("too-slow", &[("seconds", &seconds.to_string())], language))
    }

    pub(crate) fn unchanged(language: Language) -> Self {
        Self::one(StatusCode::PRECONDITION_FAILED, say("answer-unchanged", &[], language))
    }

    pub(crate) fn too_large(limit: usize, language: Language) -> Self {
        Self::one(StatusCode::PAYLOAD_TOO_LARGE, say("body-too-large", &[("limit", &limit.to_string())], language))
    }

    pub(crate) fn not_json_media(language: Language) -> Self {
        Self::one(StatusCode::UNSUPPORTED_MEDIA_TYPE, say("body-not-json", &[], language))
    }

    pub(crate) fn too_many(language: Language) -> Self {
        Self::one(StatusCode::TOO_MANY_REQUESTS, say("too-many-requests", &[], language))
    }

    /// An error of ours: nothing that the sender could mend.
    pub(crate) fn broken() -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, faults: Faults::default() }
    }
}

/// A fault that has no place in a text.
fn say(code: &'static str, args: &[(&'static str, &str)], language: Language) -> Diagnostic {
    Diagnostic::of(code, args, Severity::Error, Place::default(), language)
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { status, faults } = self;
        let title = status.canonical_reason().unwrap_or_default();
        let kind = format!("/problems/{}", title.to_ascii_lowercase().replace(' ', "-"));
        let body = serde_json::to_string(&Body { kind, title, status: status.as_u16(), faults }).unwrap_or_default(); // it has text keys
        let mut response = (status, body).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
