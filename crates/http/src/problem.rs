//! What stands in the way of an answer, as a problem of RFC 9457 with every fault.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pejling_documents::{Diagnostic, Faults, Language, Operation, Place, Severity};
use serde_json::json;

/// Codes of a text that is no JSON at all.
const UNREADABLE: [&str; 3] = ["json-empty", "json-ends-early", "not-json"];

/// A status, and everything that is wrong.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    pub(crate) faults: Faults,
}

impl Problem {
    /// One thing that is wrong with a request, not with a document in it.
    pub(crate) fn say(code: &'static str, status: StatusCode, args: &[(&'static str, &str)], language: Language) -> Self {
        let fault = Diagnostic::of(code, args, Severity::Error, Place::default(), language);
        Self { status, faults: Faults { faults: vec![fault], more: 0 } }
    }

    /// What an operation finds wrong with what it was asked: 400 where that cannot be read at all.
    pub(crate) fn of(faults: Faults) -> Self {
        let unreadable = faults.faults.iter().any(|it| it.at.pointer.is_empty() && UNREADABLE.contains(&it.code.as_str()));
        Self { status: if unreadable { StatusCode::BAD_REQUEST } else { StatusCode::UNPROCESSABLE_ENTITY }, faults }
    }

    /// A path that there is not: one below `/v1/` is an operation that there is not.
    pub(crate) fn unknown_path(path: &str, language: Language) -> Self {
        let unknown = path.strip_prefix("/v1/").and_then(|name| Operation::named(name, language).err());
        let unlisted = || Self::say("unknown-path", StatusCode::NOT_FOUND, &[("path", path)], language);
        unknown.map_or_else(unlisted, |faults| Self { status: StatusCode::NOT_FOUND, faults })
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { status, faults: Faults { faults, more } } = self;
        let title = status.canonical_reason().unwrap_or_default();
        let kind = format!("/problems/{}", title.to_ascii_lowercase().replace(' ', "-"));
        let body = json!({"faults": faults, "more": more, "status": status.as_u16(), "title": title, "type": kind});
        let mut response = (status, body.to_string()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
