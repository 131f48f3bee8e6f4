//! What can be written after `serve`.

use std::net::SocketAddr;
use std::num::{NonZeroU16, NonZeroU64, NonZeroUsize};

use clap::Args;

#[derive(Args, Debug)]
pub(crate) struct ServeOptions {
    /// The address and port to listen on; port 0 is any that is free.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,

    /// A proxy in front does TLS and sign-in: an address that others can reach may be listened on.
    #[arg(long)]
    pub(crate) behind_proxy: bool,

    /// The most bytes of a request.
    #[arg(long, value_name = "N", default_value = "67108864")]
    pub(crate) most_bytes: NonZeroUsize,

    /// The longest that a request may take.
    #[arg(long, value_name = "N", default_value = "30")]
    pub(crate) most_seconds: NonZeroU64,

    /// How many requests are computed at once; four times as many wait [default: one for each processor].
    #[arg(long, value_name = "N")]
    pub(crate) at_once: Option<NonZeroU16>,
}
