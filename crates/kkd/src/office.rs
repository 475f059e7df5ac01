//! A whole office: every caseload file of a directory, on all cores, in flat memory.
//!
//! The promise of `kkd` is nothing on standard output if any input is bad, and whether the last
//! file is good is known only at the end. So each core takes the next file, evaluates it and lays
//! its lines down in one temporary file; in memory there is never more than one caseload per core.
//! If all were good, the stretches are copied out in the order of the file names. The temporary
//! file has no name that others could open and is gone when the run ends, however it ends.

use crate::failure::Failure;
use crate::input;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Lines of all files, in the order in which they were ready.
struct Spool {
    file: File,
    end: u64,
}

/// Where the lines of one file lie in the spool.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: u64,
    length: u64,
}

impl Spool {
    fn new() -> io::Result<Self> {
        Ok(Spool {
            file: tempfile::tempfile()?,
            end: 0,
        })
    }

    fn lay_down(&mut self, lines: &[u8]) -> io::Result<Stretch> {
        self.file.write_all(lines)?;
        let start = self.end;
        let length = u64::try_from(lines.len()).map_err(io::Error::other)?;
        self.end += length;
        Ok(Stretch { start, length })
    }

    fn copy_out(mut self, stretches: &[Stretch], out: impl Write) -> io::Result<()> {
        let mut out = BufWriter::new(out);
        for stretch in stretches {
            self.file.seek(SeekFrom::Start(stretch.start))?;
            let mut lines = BufReader::new(&self.file).take(stretch.length);
            io::copy(&mut lines, &mut out)?;
        }
        out.flush()
    }
}

/// Runs `lines` over every caseload file of `dir` and writes what it gives to `out`, in the order
/// of the file names; nothing if it fails for any of them.
///
/// # Errors
/// All faults of all files together, or the first failure of another kind in the order of the files.
pub fn evaluate(
    dir: &Path,
    out: impl Write,
    lines: impl Fn(&Path) -> Result<Vec<u8>, Failure> + Sync,
) -> Result<(), Failure> {
    let files = input::files_in(dir)?;
    let spool = Mutex::new(Spool::new()?);
    let next = AtomicUsize::new(0);
    let work = || -> Vec<(usize, Result<Stretch, Failure>)> {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.get(index) else {
                return done;
            };
            let stretch = lines(path).and_then(|lines| {
                let mut spool = spool.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(spool.lay_down(&lines)?)
            });
            done.push((index, stretch));
        }
    };
    let mut results = on_all_cores(&files, work)?;
    results.sort_by_key(|(index, _)| *index);
    let stretches = all_good(results.into_iter().map(|(_, result)| result))?;
    let spool = spool.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(spool.copy_out(&stretches, out)?)
}

/// Runs `work` once per core, and gathers what it gives.
fn on_all_cores<T: Send>(
    files: &[PathBuf],
    work: impl Fn() -> Vec<T> + Sync,
) -> Result<Vec<T>, Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(files.len()))
            .map(|_| thread::Builder::new().spawn_scoped(scope, &work))
            .collect::<io::Result<_>>()?;
        let mut all = Vec::new();
        for thread in threads {
            match thread.join() {
                Ok(done) => all.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(all)
    })
}

fn all_good(
    results: impl Iterator<Item = Result<Stretch, Failure>>,
) -> Result<Vec<Stretch>, Failure> {
    let mut good = Vec::new();
    let mut faults = Vec::new();
    for result in results {
        match result {
            Ok(stretch) => good.push(stretch),
            Err(Failure::BadInput(of_file)) => faults.extend(of_file),
            Err(other @ (Failure::FindingsExist | Failure::BadUsage(_) | Failure::Output(_))) => {
                return Err(other);
            }
        }
    }
    if faults.is_empty() {
        Ok(good)
    } else {
        Err(Failure::BadInput(faults))
    }
}
