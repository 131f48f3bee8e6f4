//! What surrounds every request: who may ask, what the headers of an answer say, one line in the log.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::body::HttpBody as _;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, HOST, ORIGIN, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::answer::{Server, language};
use crate::problem::Problem;

/// For a page of our own with files of its own, which asks nobody but this server; for anything else nothing at all.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(crate) async fn around(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned(); // as it is declared, not as it was sent
    let received = request.body().size_hint().exact();
    let mut response = match admit(&server, &method, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.append(VARY, HeaderValue::from(ACCEPT_LANGUAGE));
    let bytes = |count: Option<u64>| count.map_or_else(|| "-".to_owned(), |count| count.to_string());
    let (status, sent) = (response.status().as_u16(), bytes(response.body().size_hint().exact()));
    let method = if known(&method) { method.as_str() } else { "-" }; // a method may be any word
    let milliseconds = began.elapsed().as_millis();
    (server.options.log)(&format!("{method} {path} {status} {milliseconds} ms, {} bytes in, {sent} out", bytes(received)));
    response
}

fn known(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS].contains(method)
}

/// Whether the page of a stranger, in the browser of somebody who runs this server, is kept out.
fn admit(server: &Server, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    let listen = server.options.listen;
    let header = |name: &str| headers.get(name).map(|it| it.to_str().unwrap_or("?"));
    let host = header(HOST.as_str()).unwrap_or_default();
    if !listen.behind_proxy && !is_own(host, listen.address) {
        return Err(Problem::foreign_host(language(headers))); // a stranger's name that leads here: DNS rebinding
    }
    if *method != Method::POST {
        return Ok(());
    }
    let from = header("sec-fetch-site"); // only browsers say it, and no page can forge it
    let origin = header(ORIGIN.as_str()).filter(|_| !listen.behind_proxy); // a proxy may call this server by another name
    if from.is_some_and(|it| !["same-origin", "none"].contains(&it)) || origin.is_some_and(|it| it != format!("http://{host}")) {
        return Err(Problem::foreign_origin(language(headers)));
    }
    Ok(())
}

/// Whether a host is this machine by one of its own names, with the port that is listened on.
fn is_own(host: &str, address: SocketAddr) -> bool {
    let port = format!(":{}", address.port());
    let name = host.strip_suffix(&port).or((address.port() == 80).then_some(host)); // 80 is left out
    let own = SocketAddr::new(address.ip(), 0).to_string();
    let own = own.strip_suffix(":0").unwrap_or_default(); // an address of version 6 in brackets
    name.is_some_and(|name| ["localhost", "127.0.0.1", "[::1]", own].contains(&name.to_ascii_lowercase().as_str()))
}

/// A compressed answer is no longer the same bytes: its tag becomes a weak one.
pub(crate) fn weakened(mut response: Response) -> Response {
    if response.headers().contains_key(CONTENT_ENCODING)
        && let Some(tag) = response.headers_mut().get_mut(ETAG)
        && let Ok(weak) = HeaderValue::from_bytes(&[b"W/", tag.as_bytes()].concat())
    {
        *tag = weak;
    }
    response
}
