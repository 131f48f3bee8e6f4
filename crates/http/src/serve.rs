//! Listening, until somebody says to stop.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::signal::unix::{SignalKind, signal};
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
        (options.log)(&panic.location().map_or_else(String::new, |place| format!("panic at {place}")));
    }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(listen(options, ready));
    runtime.shutdown_background(); // what is still computed then has nobody left to answer
    outcome
}

async fn listen(mut options: Options, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let listener = TcpListener::bind(options.listen.address).await?;
    options.listen.address = listener.local_addr()?; // port 0 has become one
    let service = TowerToHyperService::new(router(&options));
    let (graceful, free) = (GracefulShutdown::new(), Arc::new(Semaphore::new(CONNECTIONS)));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let mut stop = pin!(told_to_stop()?);
    ready(options.listen.address);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            sleep(Duration::from_millis(100)).await; // too many open files, or the other side has left
            continue;
        };
        let Ok(one) = Arc::clone(&free).try_acquire_owned() else { continue };
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            let _ended = connection.await; // how a connection ends concerns nobody
            drop(one);
        });
    }
    drop(listener);
    let _in_time = timeout(options.time, graceful.shutdown()).await;
    Ok(())
}

/// Waits for SIGTERM or SIGINT. From the call on neither ends the process by itself.
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let [mut terminate, mut interrupt] = [signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?];
    #[cfg(windows)]
    let (mut terminate, mut interrupt) = (tokio::signal::windows::ctrl_close()?, tokio::signal::windows::ctrl_c()?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    })
}
