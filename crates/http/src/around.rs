//! What surrounds every request: who may ask, what the headers of an answer say, one line in the log.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::body::HttpBody as _;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::answer::{Server, language};
use crate::problem::Problem;

/// For a page of our own with files of its own, which asks nobody but this server; for anything else nothing at all.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

pub(crate) async fn around(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned(); // as it is declared, not as it was sent
    let received = request.body().size_hint().exact();
    let response = match admit(&server, &method, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    let mut response = (HEADERS, response).into_response();
    response.headers_mut().append(header::VARY, HeaderValue::from(header::ACCEPT_LANGUAGE));
    let bytes = |count: Option<u64>| count.map_or_else(|| "-".to_owned(), |count| count.to_string());
    let (status, sent) = (response.status().as_u16(), bytes(response.body().size_hint().exact()));
    let method = if known(&method) { method.as_str() } else { "-" }; // a method may be any word
    let (milliseconds, received) = (began.elapsed().as_millis(), bytes(received));
    (server.options.log)(&format!("{method} {path} {status} {milliseconds} ms, {received} bytes in, {sent} out"));
    response
}

fn known(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS].contains(method)
}

/// Whether the page of a stranger, in the browser of somebody who runs this server, is kept out.
fn admit(server: &Server, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    let listen = server.options.listen;
    let said = |name: &str| headers.get(name).map(|it| it.to_str().unwrap_or("?"));
    let host = said(header::HOST.as_str()).unwrap_or_default();
    if !listen.behind_proxy && !is_own(host, listen.address) {
        return Err(Problem::say("foreign-host", StatusCode::FORBIDDEN, &[], language(headers))); // a stranger's name that leads here: DNS rebinding
    }
    if *method != Method::POST {
        return Ok(());
    }
    let from = said("sec-fetch-site"); // only browsers say it, and no page can forge it
    let origin = said(header::ORIGIN.as_str()).filter(|_| !listen.behind_proxy); // a proxy may call this server by another name
    if from.is_some_and(|it| !["same-origin", "none"].contains(&it)) || origin.is_some_and(|it| it != format!("http://{host}")) {
        return Err(Problem::say("foreign-origin", StatusCode::FORBIDDEN, &[], language(headers)));
    }
    Ok(())
}

/// Whether a host is this machine by one of its own names, with the port that is listened on.
fn is_own(host: &str, address: SocketAddr) -> bool {
    let own = ["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{}", address.port()));
    let host = host.to_ascii_lowercase();
    [format!("{host}:80"), host].iter().any(|host| own.contains(host) || *host == address.to_string()) // a browser leaves out 80
}

/// A compressed answer is no longer the same bytes: its tag becomes a weak one.
pub(crate) fn weakened(mut response: Response) -> Response {
    if response.headers().contains_key(header::CONTENT_ENCODING)
        && let Some(tag) = response.headers_mut().get_mut(header::ETAG)
        && let Ok(weak) = HeaderValue::from_bytes(&[b"W/", tag.as_bytes()].concat())
    {
        *tag = weak;
    }
    response
}
