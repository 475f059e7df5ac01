//! The real program with its standard streams, and directories for it to read.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The example of the format's description.
pub const EXAMPLE: &str = include_str!("../../fixtures/example.kkd.json");

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended {
    pub status: Option<i32>,
    pub out: String,
    pub messages: String,
}

pub fn kkd(arguments: &[&str], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kkd"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that never reads its input may have closed it already.
    let _closed = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ended {
        status: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        messages: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn done(out: &str) -> Ended {
    Ended {
        status: Some(0),
        out: out.to_owned(),
        messages: String::new(),
    }
}

pub fn bad_input(messages: &str) -> Ended {
    Ended {
        status: Some(3),
        out: String::new(),
        messages: messages.to_owned(),
    }
}

/// A directory with these files, gone when it is dropped.
pub struct Office(pub tempfile::TempDir);

impl Office {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let office = Office(tempfile::tempdir().unwrap());
        for (name, content) in files {
            fs::write(office.path(name), content).unwrap();
        }
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
