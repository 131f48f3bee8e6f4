//! `pejling serve`: the operations over HTTP.

use std::time::Duration;

use pejling_http::{Listen, Options, serve};

use crate::args::{Arguments, ServeOptions};
use crate::input::Problem;
use crate::{Outcome, complain};

pub(crate) fn run(arguments: &Arguments, options: &ServeOptions) -> Result<Outcome, Problem> {
    let (language, address) = (arguments.language(), options.listen.to_string());
    let Some(listen) = Listen::new(options.listen, options.behind_proxy) else {
        return Err(Problem::Other(language.text_with("serve-needs-proxy", &[("address", &address)])));
    };
    let limits = Options::new(listen);
    let limits = Options {
        bytes: options.most_bytes.get(),
        time: Duration::from_secs(options.most_seconds.get()),
        at_once: options.at_once.map_or(limits.at_once, |it| it.get().into()),
        log: |line| complain(&format!("{line}\n")),
        ..limits
    };
    let ready = |address: std::net::SocketAddr| {
        complain(&format!("{}\n", language.text_with("serve-listening", &[("address", &address.to_string())])));
    };
    let failed = |error: std::io::Error| {
        Problem::Other(language.text_with("serve-cannot-listen", &[("address", &address), ("detail", &error.to_string())]))
    };
    serve(limits, ready).map(|()| Outcome::Fine).map_err(failed)
}
