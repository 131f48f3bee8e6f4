//! From a request to its answer: body, turn, operation, entity tag.

use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest as _, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use pejling_documents::{Faults, Language, Limits, Operation};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tokio::sync::{OwnedSemaphorePermit as Permit, Semaphore};
use tokio::task::spawn_blocking;
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

/// What an operation answers.
type Answer = Result<String, Faults>;

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
        let answered = async {
            let place = self.place(language)?;
            let headers = request.headers().clone();
            let body = self.body(request, language).await?;
            let tag = tag(&[operation.name().as_bytes(), language.code().as_bytes(), body.as_bytes()]);
            if names(&headers, &tag) {
                let unchanged = Problem::say("answer-unchanged", StatusCode::PRECONDITION_FAILED, &[], language); // RFC 9110, section 13.1.2
                return Ok(([(header::ETAG, tag)], unchanged).into_response());
            }
            let text = self.perform(place, operation, body, language).await?.map_err(Problem::of)?;
            Ok(ok("application/json", text, tag, "no-store"))
        };
        self.in_time(language, answered).await
    }

    /// Performs an operation on what a path says.
    pub(crate) async fn look_up(&self, operation: Operation, request: &Value, headers: &HeaderMap, media: &'static str) -> Response {
        let language = language(headers);
        let answered = async {
            let text = self.perform(self.place(language)?, operation, request.to_string(), language).await?;
            let text = text.map_err(|faults| Problem { status: StatusCode::NOT_FOUND, faults })?;
            Ok(shown(headers, media, text))
        };
        self.in_time(language, answered).await
    }

    fn place(&self, language: Language) -> Result<Permit, Problem> {
        let too_many = |_| Problem::say("too-many-requests", StatusCode::TOO_MANY_REQUESTS, &[], language);
        Arc::clone(&self.places).try_acquire_owned().map_err(too_many)
    }

    async fn in_time(&self, language: Language, answered: impl Future<Output = Result<Response, Problem>>) -> Response {
        let seconds = self.options.time.as_secs().to_string();
        let too_slow = |_| Err(Problem::say("too-slow", StatusCode::REQUEST_TIMEOUT, &[("seconds", &seconds)], language));
        timeout(self.options.time, answered).await.unwrap_or_else(too_slow).unwrap_or_else(Problem::into_response)
    }

    /// Waits for a turn and performs an operation. Nothing stops it once it has begun: it keeps its place and turn until it ends, even where
    /// nobody waits for the answer any more.
    async fn perform(&self, place: Permit, what: Operation, request: String, language: Language) -> Result<Answer, Problem> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let limits = Limits { bytes: self.options.bytes, ..Limits::default() };
        let work = move || {
            let _until_it_ends = (place, turn);
            what.perform_in(&request, limits, language)
        };
        spawn_blocking(work).await.map_err(|_| Problem { status: StatusCode::INTERNAL_SERVER_ERROR, faults: Faults::default() }) // the sender can mend nothing
    }

    /// The body, where it is JSON by its head and not too large.
    async fn body(&self, request: Request, language: Language) -> Result<String, Problem> {
        let media = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
        let is_json = media.split(';').next().is_some_and(|it| it.trim().eq_ignore_ascii_case("application/json"));
        if !is_json || request.headers().contains_key(header::CONTENT_ENCODING) {
            return Err(Problem::say("body-not-json", StatusCode::UNSUPPORTED_MEDIA_TYPE, &[], language));
        }
        let limit = self.options.bytes.to_string();
        let too_large = || Problem::say("body-too-large", StatusCode::PAYLOAD_TOO_LARGE, &[("limit", &limit)], language);
        if request.body().size_hint().lower() > u64::try_from(self.options.bytes).unwrap_or(u64::MAX) {
            return Err(too_large()); // before any of it is read
        }
        String::from_request(request, &()).await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            status => Problem::say("not-json", status, &[("detail", &error.body_text())], language),
        })
    }
}

/// What is there to look at, and has not changed where the asker has it already.
pub(crate) fn shown(headers: &HeaderMap, media: &'static str, content: impl Into<Bytes>) -> Response {
    let content = content.into();
    let tag = tag(&[&content]);
    if headers.get_all(header::IF_NONE_MATCH).iter().any(|it| it == "*") || names(headers, &tag) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ok(media, content, tag, "no-cache")
}

fn ok(media: &'static str, content: impl Into<Body>, tag: HeaderValue, cache: &'static str) -> Response {
    let [media, cache] = [media, cache].map(HeaderValue::from_static);
    ([(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, cache), (header::ETAG, tag)], content.into()).into_response()
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
    let named = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    named.flat_map(|it| it.split(',')).map(str::trim).any(|it| it.strip_prefix("W/").unwrap_or(it) == tag)
}

/// Danish or English, whichever `Accept-Language` likes better; English where it names neither.
pub(crate) fn language(headers: &HeaderMap) -> Language {
    let asked = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(','));
    let read = |range: &str| {
        let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
        let language: Language = tag.trim().split('-').next()?.to_ascii_lowercase().parse().ok()?;
        let quality: f32 = quality.trim().strip_prefix("q=")?.parse().ok()?;
        (quality > 0.0).then_some((language, quality))
    };
    let best = asked.filter_map(read).min_by(|(_, one), (_, other)| other.total_cmp(one)); // the first of equals
    best.map_or(Language::default(), |(language, _)| language)
}
