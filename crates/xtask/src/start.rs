//! `start`: from a fresh clone to a page on the screen.

use crate::bundle;
use crate::failure::Failure;
use crate::serve::Server;
use crate::setup;
use crate::steps::Steps;
use crate::workspace;

/// What to do once everything is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afterwards {
    /// Serve the hosted variant until Ctrl+C.
    Serve,
    /// Stop, for scripts.
    Stop,
}

/// Sets up, builds, shows both addresses, and serves if asked to.
///
/// # Errors
/// A step fails, or no port can be had.
pub fn run(afterwards: Afterwards) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_building(&mut steps)?;
    bundle::build(&mut steps, &tools)?;
    println!("\nReady after {}.", steps.elapsed());
    println!("  One file: {}", file_url());
    match afterwards {
        Afterwards::Stop => Ok(()),
        Afterwards::Serve => {
            let server = Server::bind(workspace::dist())?;
            println!("  Hosted:   {}   (Ctrl+C ends)", server.url());
            server.run();
            Ok(())
        }
    }
}

/// The address of the one file as a browser shows it.
fn file_url() -> String {
    let path = workspace::one_file()
        .display()
        .to_string()
        .replace('\\', "/");
    format!("file:///{}", path.trim_start_matches('/'))
}
