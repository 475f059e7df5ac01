//! Caseload files (`*.kkd.json`): a contract that other programs rely on.
//!
//! Reading goes through four gates, and each one answers before the next is tried: size and
//! encoding, JSON, format and version, content. The last gate notes **every** fault with its path
//! before it refuses; a file with any fault changes nothing. Reading and writing go through one
//! small tree (`json`), which a version's module (`v1`) turns into the domain and back. The domain
//! types know nothing of files, so either side can change without the other.
//!
//! To add a version: a module beside `v1`, its number in `gate`, and a fixture that stays for ever.

mod english;
pub(crate) mod fault;
pub(crate) mod fields;
pub(crate) mod gate;
mod german;
mod name;
pub(crate) mod place;
pub(crate) mod print;
pub(crate) mod v1;
pub(crate) mod value;

pub use fault::{Expected, Fault, Found, Problem, ReadError, SyntaxProblem};
pub use place::{FieldPath, Step};

use crate::record::Caseload;
use chrono::NaiveDate;

/// The largest file that is read: 64 MiB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Reads a caseload file. A byte-order mark is passed over. `today` is needed because nobody can
/// be born after it.
///
/// # Errors
/// [`ReadError`] with every fault, in the order of the file.
pub fn read(bytes: &[u8], today: NaiveDate) -> Result<Caseload, ReadError> {
    let text = gate::text(bytes)?;
    let root = gate::json(text)?;
    match gate::version(&root)? {
        gate::Version::V1 => v1::read(&root, today),
    }
}

/// Writes a caseload file of the newest version: every field, in the order of the format's
/// description, one a line; contacts and appointments in the order of their customers. The same
/// caseload always gives the same bytes.
pub fn write(caseload: &Caseload) -> Vec<u8> {
    print::print(&v1::write(caseload))
}
