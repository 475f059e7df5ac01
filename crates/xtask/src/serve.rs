//! A small server for the hosted variant: files of one folder, read only, on this machine only.
//!
//! It exists so that trying the hosted variant needs no further tool. It listens on the loopback address, answers GET
//! and HEAD for plain file names, and sends types strict enough for the browser to compile the program while loading.

use crate::failure::Failure;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The port people get used to; another one is taken if it is busy.
const USUAL_PORT: u16 = 8099;
/// A request line or header longer than this is nobody we know.
const LONGEST_HEAD: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that is ready to answer.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    folder: PathBuf,
    address: SocketAddr,
}

impl Server {
    /// Takes the usual port, or any free one.
    ///
    /// # Errors
    /// No port can be had.
    pub fn bind(folder: PathBuf) -> Result<Self, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .map_err(|error| no_port(&error))?;
        let address = listener.local_addr().map_err(|error| no_port(&error))?;
        Ok(Self {
            listener,
            folder,
            address,
        })
    }

    /// The address for a browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers until the process ends.
    pub fn run(self) {
        for stream in self.listener.incoming().filter_map(Result::ok) {
            let folder = self.folder.clone();
            // A visitor who hangs up early is no reason to stop or to complain.
            thread::spawn(move || drop(answer(&stream, &folder)));
        }
    }

    /// Answers in the background until the process ends.
    pub fn run_in_background(self) {
        thread::spawn(move || self.run());
    }
}

fn no_port(error: &std::io::Error) -> Failure {
    Failure::new(
        format!("no port on 127.0.0.1: {error}"),
        "allow this command to listen on the loopback address",
    )
}

fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.take(LONGEST_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The headers must be read before we answer, or closing would cut the answer off.
    let mut header = String::new();
    while head.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut out = stream;
    out.write_all(&response(&request, folder))
}

/// The whole answer to a request line.
fn response(request: &str, folder: &Path) -> Vec<u8> {
    let mut words = request.split_whitespace();
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if !matches!(method, "GET" | "HEAD") {
        return head("405 Method Not Allowed", "text/plain", 0);
    }
    let found =
        file_name(target).and_then(|name| Some((name, std::fs::read(folder.join(name)).ok()?)));
    let Some((name, content)) = found else {
        return head("404 Not Found", "text/plain", 0);
    };
    let mut answer = head("200 OK", media_type(name), content.len());
    if method == "GET" {
        answer.extend(content);
    }
    answer
}

/// The file that a request means: one plain name, nothing that could lead out of the folder.
fn file_name(target: &str) -> Option<&str> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if path.is_empty() { "index.html" } else { path };
    let plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    (plain && !name.starts_with('.')).then_some(name)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some(_) | None => "application/octet-stream",
    }
}

fn head(status: &str, media_type: &str, length: usize) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{Server, file_name};
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::path::PathBuf;

    fn ask(request: &str) -> String {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let server = Server::bind(folder).expect("a free port");
        let address = server.address;
        server.run_in_background();
        let mut stream = TcpStream::connect(address).expect("connects");
        stream.write_all(request.as_bytes()).expect("asks");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answers");
        answer
    }

    #[test]
    fn a_file_comes_with_its_length_and_type() {
        let answer = ask("GET /Cargo.toml?x HTTP/1.1\r\nHost: a\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("name = \"xtask\""));
    }

    #[test]
    fn head_sends_no_content() {
        let answer = ask("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(answer.ends_with("\r\n\r\n"));
    }

    #[test]
    fn what_is_not_there_or_not_allowed_is_refused() {
        assert!(ask("GET /nothing.html HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(ask("GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn only_plain_names_are_served() {
        assert_eq!(file_name("/"), Some("index.html"));
        assert_eq!(file_name("/a-b_c.js?v=1"), Some("a-b_c.js"));
        for outside in ["/../x", "/a/b", "/.git", "//x", "/%2e%2e", "x", "/a\\b"] {
            assert_eq!(file_name(outside), None, "{outside}");
        }
    }
}
