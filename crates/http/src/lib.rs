//! Every operation of Pejling over HTTP.
//!
//! Nothing is computed and nothing is kept here: a request is the text of an [`Operation`], an answer is what it answers, byte for byte as the
//! command prints it. What is wrong becomes a problem (RFC 9457) that holds every fault. [`router`] is all of it as a service; [`serve`] runs it.
//!
//! ```
//! let listen = pejling_http::Listen::new("127.0.0.1:8080".parse().unwrap(), false).unwrap();
//! let router = pejling_http::router(&pejling_http::Options::new(listen));
//! assert!(pejling_http::Listen::new("0.0.0.0:8080".parse().unwrap(), false).is_none()); // only behind a proxy
//! ```

mod answer;
mod around;
mod page;
mod problem;
mod serve;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::{get, post};
use pejling_documents::{Language, Operation, SCHEMAS};
use serde_json::json;
use tower_http::compression::CompressionLayer;

use crate::answer::{Server, language, shown};
use crate::problem::Problem;

pub use crate::serve::serve;

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listen {
    // INVARIANT: the address is this machine's own, or a proxy in front does TLS and sign-in.
    address: SocketAddr,
    behind_proxy: bool,
}

impl Listen {
    /// An address to listen on; `None` for one that others can reach where no proxy does TLS and sign-in.
    #[must_use]
    pub fn new(address: SocketAddr, behind_proxy: bool) -> Option<Self> {
        (behind_proxy || address.ip().is_loopback()).then_some(Self { address, behind_proxy })
    }
}

/// How to serve, and how much at most.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Where to listen.
    pub listen: Listen,
    /// Bytes of the body of a request; beyond: 413.
    pub bytes: usize,
    /// How long a request may take, from its head to its answer; beyond: 408. What is computed then is not stopped, and counts until it ends.
    pub time: Duration,
    /// How many requests are computed at once; four times as many wait; beyond: 429.
    pub at_once: usize,
    /// Who is told one line for each request. It never holds anything that was sent.
    pub log: fn(&str),
}

impl Options {
    /// The limits that hold unless others are given: 64 MiB, 30 seconds, one request for each processor.
    #[must_use]
    pub fn new(listen: Listen) -> Self {
        let at_once = std::thread::available_parallelism().map_or(1, usize::from);
        Self { listen, bytes: 64 << 20, time: Duration::from_secs(30), at_once, log: |_| () }
    }
}

/// What can be asked and answered, as `OpenAPI` 3.1. A test makes it of the schemas of the operations.
const OPENAPI: &str = include_str!("../openapi.json");

/// All paths: the operations, what is to look at, the page.
pub fn router(options: &Options) -> Router {
    let server = Arc::new(Server::new(*options));
    let catalogues = async |State(server): State<Arc<Server>>, headers: HeaderMap| {
        server.look_up(Operation::Catalogues, &json!({}), &headers, "application/json").await
    };
    let schema = async |State(server): State<Arc<Server>>, Path(name): Path<String>, headers: HeaderMap| {
        server.look_up(Operation::Schema, &json!({"name": name}), &headers, "application/schema+json").await
    };
    let wrong_method = async |headers: HeaderMap, method: Method| {
        Problem::say("wrong-method", StatusCode::METHOD_NOT_ALLOWED, &[("method", method.as_str())], language(&headers))
    };
    let mut router = Router::new()
        .route("/healthz", get(async |headers: HeaderMap| shown(&headers, "text/plain; charset=utf-8", "ok\n")))
        .route("/openapi.json", get(async |headers: HeaderMap| shown(&headers, "application/json", OPENAPI)))
        .route("/v1/catalogues", get(catalogues))
        .route("/v1/schemas", get(async |headers: HeaderMap| shown(&headers, "application/json", format!("{:#}\n", json!(SCHEMAS)))))
        .route("/v1/schemas/{name}", get(schema));
    for (name, operation) in Operation::ALL {
        let asked = async |State(server): State<Arc<Server>>, request: Request| server.answer(*operation, request).await;
        router = router.route(&format!("/v1/{name}"), post(asked));
    }
    for (path, media, content) in page::FILES {
        router = router.route(path, get(async |headers: HeaderMap| shown(&headers, media, *content)));
    }
    for language in Language::ALL {
        let words = async move |headers: HeaderMap| shown(&headers, "application/json", page::words(language));
        router = router.route(&format!("/page/{}.json", language.code()), get(words));
    }
    router
        .fallback(async |request: Request| Problem::unknown_path(request.uri().path(), language(request.headers())))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(options.bytes))
        .layer(from_fn_with_state(Arc::clone(&server), around::around))
        .layer(CompressionLayer::new())
        .layer(map_response(async |response| around::weakened(response)))
        .with_state(server)
}
