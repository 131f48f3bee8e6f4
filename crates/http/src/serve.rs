//! Listening, until somebody says to stop.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use crate::{Options, router};

/// Connections at once; more are closed as they come.
const CONNECTIONS: usize = 512;

/// How long the head of a request may take, and a connection be idle.
const HEAD: Duration = Duration::from_secs(10);

/// Serves until the process is told to stop (SIGTERM, SIGINT), then finishes what runs, for as long as a request may take.
///
/// `ready` is told the address once connections are accepted.
///
/// # Errors
///
/// That the address cannot be listened on.
pub fn serve(options: Options, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    // an error of ours says where it is, never what it was reading
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string);
        (options.log)(&format!("panic at {}", place.unwrap_or_default()));
    }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(listen(options, ready));
    runtime.shutdown_background(); // what is still computed then has nobody left to answer
    outcome
}

async fn listen(mut options: Options, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let listener = TcpListener::bind(options.listen.address).await?;
    options.listen.address = listener.local_addr()?; // port 0 has become one
    let mut stop = Stop::new()?;
    let service = TowerToHyperService::new(router(&options));
    let (graceful, free) = (GracefulShutdown::new(), Arc::new(Semaphore::new(CONNECTIONS)));
    ready(options.listen.address);
    loop {
        let accepted = poll_fn(|cx| if stop.poll(cx).is_ready() { Poll::Ready(None) } else { listener.poll_accept(cx).map(Some) });
        let stream = match accepted.await {
            None => break,
            Some(Ok((stream, _))) => stream,
            Some(Err(_)) => {
                sleep(Duration::from_millis(100)).await; // too many open files, or the other side has left
                continue;
            }
        };
        let Ok(one) = Arc::clone(&free).try_acquire_owned() else { continue };
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .serve_connection(TokioIo::new(stream), service.clone());
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _ended = connection.await; // how a connection ends concerns nobody
            drop(one);
        });
    }
    drop(listener);
    let _in_time = timeout(options.time, graceful.shutdown()).await;
    Ok(())
}

/// What tells the process to stop.
#[cfg(unix)]
struct Stop([tokio::signal::unix::Signal; 2]);

#[cfg(unix)]
impl Stop {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self([signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?]))
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        // each is asked, so that each wakes
        let told = self.0.each_mut().map(|signal| signal.poll_recv(cx).is_ready());
        if told.contains(&true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

#[cfg(windows)]
struct Stop(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Stop {
    fn new() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.0.poll_recv(cx).map(|_| ())
    }
}
