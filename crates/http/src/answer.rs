//! From a request to its answer: body, turn, operation, entity tag.

use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest as _, Request};
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use pejling_documents::{Language, Limits, Operation};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::Options;
use crate::problem::Problem;

/// What all requests share: how many there may be.
pub(crate) struct Server {
    pub(crate) options: Options,
    /// A place for each request that is read, waits or is computed: their bodies are what memory is needed for.
    places: Arc<Semaphore>,
    /// A turn for each that is computed.
    turns: Arc<Semaphore>,
}

/// How many requests wait for each that is computed.
const WAITING: usize = 4;

impl Server {
    pub(crate) fn new(options: Options) -> Self {
        let at_once = options.at_once.clamp(1, Semaphore::MAX_PERMITS / (1 + WAITING));
        Self { options, places: Arc::new(Semaphore::new(at_once * (1 + WAITING))), turns: Arc::new(Semaphore::new(at_once)) }
    }

    /// Performs an operation on the body of a request.
    pub(crate) async fn answer(&self, operation: Operation, request: Request) -> Response {
        let language = language(request.headers());
        let asked = async {
            let place = self.place(language)?;
            let headers = request.headers().clone();
            let body = self.body(request, language).await?;
            let tag = tag(&[operation.name().as_bytes(), language.code().as_bytes(), &body]);
            if names(&headers, &tag) {
                let mut unchanged = Problem::unchanged(language).into_response(); // RFC 9110, section 13.1.2
                unchanged.headers_mut().insert(ETAG, tag);
                return Ok(unchanged);
            }
            let text = self.perform(place, operation, body, language).await?.map_err(Problem::of)?;
            Ok(ok("application/json", text, tag, "no-store"))
        };
        self.in_time(language, asked).await.unwrap_or_else(Problem::into_response)
    }

    /// Performs an operation on what a path says.
    pub(crate) async fn look_up(&self, operation: Operation, request: &Value, headers: &HeaderMap, media: &'static str) -> Response {
        let language = language(headers);
        let asked = async {
            let body = Bytes::from(request.to_string());
            let text = self.perform(self.place(language)?, operation, body, language).await?.map_err(Problem::not_found)?;
            Ok(shown(headers, media, text))
        };
        self.in_time(language, asked).await.unwrap_or_else(Problem::into_response)
    }

    fn place(&self, language: Language) -> Result<OwnedSemaphorePermit, Problem> {
        Arc::clone(&self.places).try_acquire_owned().map_err(|_| Problem::too_many(language))
    }

    async fn in_time<T>(&self, language: Language, asked: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
        let too_slow = || Problem::too_slow(self.options.time.as_secs(), language);
        timeout(self.options.time, asked).await.unwrap_or_else(|_| Err(too_slow()))
    }

    /// The body, where it is JSON by its head and not too large.
    async fn body(&self, request: Request, language: Language) -> Result<Bytes, Problem> {
        let media = request.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
        let is_json = media.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"));
        if !is_json || request.headers().contains_key(CONTENT_ENCODING) {
            return Err(Problem::not_json_media(language));
        }
        let too_large = || Problem::too_large(self.options.bytes, language);
        if request.body().size_hint().lower() > u64::try_from(self.options.bytes).unwrap_or(u64::MAX) {
            return Err(too_large()); // before any of it is read
        }
        Bytes::from_request(request, &()).await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            _ => Problem::unreadable(&error.body_text(), language),
        })
    }

    /// Waits for a turn and performs an operation. Nothing stops it once it has begun: it keeps its place and turn until it ends, even where
    /// nobody waits for the answer any more.
    async fn perform(
        &self,
        place: OwnedSemaphorePermit,
        operation: Operation,
        body: Bytes,
        language: Language,
    ) -> Result<Result<String, pejling_documents::Faults>, Problem> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Problem::too_many(language))?;
        let limits = Limits { bytes: self.options.bytes, ..Limits::default() };
        let work = move || {
            let _until_it_ends = (place, turn);
            let text = std::str::from_utf8(&body).map_err(|error| Problem::unreadable(&error.to_string(), language))?;
            Ok(operation.perform_in(text, limits, language))
        };
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(Problem::broken()))
    }
}

/// What is there to look at, and has not changed where the asker has it already.
pub(crate) fn shown(headers: &HeaderMap, media: &'static str, content: impl Into<Bytes>) -> Response {
    let content = content.into();
    let tag = tag(&[&content]);
    if headers.get_all(IF_NONE_MATCH).iter().any(|it| it == "*") || names(headers, &tag) {
        let mut unchanged = StatusCode::NOT_MODIFIED.into_response();
        unchanged.headers_mut().insert(ETAG, tag);
        return unchanged;
    }
    ok(media, content, tag, "no-cache")
}

fn ok(media: &'static str, content: impl Into<Body>, tag: HeaderValue, cache: &'static str) -> Response {
    let mut response = Response::new(content.into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(ETAG, tag);
    response
}

/// The entity tag: a digest of all that the answer depends on, and of the version that gives it.
fn tag(parts: &[&[u8]]) -> HeaderValue {
    let mut hash = Sha256::new_with_prefix(env!("CARGO_PKG_VERSION"));
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let hexadecimal: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("\"{hexadecimal}\"")).unwrap_or(HeaderValue::from_static("\"\"")) // letters, digits and quotes
}

/// Whether `If-None-Match` names the tag, by the weak comparison of RFC 9110.
fn names(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let named = headers.get_all(IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    named.flat_map(|it| it.split(',')).map(str::trim).any(|it| it.strip_prefix("W/").unwrap_or(it) == tag)
}

/// Danish or English, whichever `Accept-Language` likes better; English where it names neither.
pub(crate) fn language(headers: &HeaderMap) -> Language {
    let asked = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(','));
    let read = |range: &str| {
        let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
        let language: Language = tag.trim().split('-').next()?.to_ascii_lowercase().parse().ok()?;
        let quality: f32 = quality.trim().strip_prefix("q=")?.parse().ok()?;
        (quality > 0.0).then_some((language, quality))
    };
    let best = asked.filter_map(read).min_by(|(_, one), (_, other)| other.total_cmp(one)); // the first of equals
    best.map_or(Language::default(), |(language, _)| language)
}
