//! Lists from other systems: from the bytes of a file to a changed caseload, with a dry run between.
//!
//! A list runs through five steps, each a module that can be read by itself:
//!
//! 1. [`decode`] makes text of the bytes, or says what the file is instead of a list.
//! 2. [`table`] cuts the text into rows and cells, numbered as a spreadsheet numbers them. Out of a
//!    workbook [`workbook`] takes the rows and cells of a sheet instead.
//! 3. [`mapping`] says which column holds what; [`Table::guess_mapping`] proposes it from the
//!    headings, a person may change it.
//! 4. `cells` reads single cells: dates, status, profile, category …
//! 5. [`plan()`] compares every row with the caseload and says what would change. Only
//!    [`ImportPlan::apply`] makes a new caseload; the old one is still there for whoever wants it
//!    back.
//!
//! Two principles decide the details. A cell that cannot be read leaves its fact as it was and is
//! reported with row, column and value. An empty cell never erases what is already recorded, with
//! the one exception of the internal customer code, where empty is itself a statement.

mod cells;
mod comparison;
mod decode;
mod delimiter;
mod edit;
mod fault;
mod field;
mod heading;
mod list_error;
mod mapping;
mod note;
mod plan;
mod quotes;
mod record_index;
mod row_facts;
mod row_plan;
mod signature;
mod table;
mod windows_1252;
mod workbook;

pub use decode::Encoding;
pub use delimiter::Delimiter;
pub use edit::Change;
pub use fault::{Consequence, Fault, FaultKind};
pub use field::Field;
pub use list_error::{ListError, WorkbookFault};
pub use mapping::{Mapping, MappingError};
pub use note::{Hint, Note};
pub use plan::{Counts, ImportPlan, plan};
pub(crate) use record_index::contact_id;
pub use row_plan::{ImportRow, Verdict};
pub use signature::OtherFile;
pub use table::{Source, Table, TableRow, read_table};
