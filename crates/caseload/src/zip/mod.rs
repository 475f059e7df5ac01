//! ZIP archives, as far as workbooks need them: a few files, each stored as it is or deflated.

mod crc;
mod inflate;
mod reader;
mod writer;

pub(crate) use inflate::inflate;
pub(crate) use reader::{Archive, BEGIN, Inflate, ZipFault};
pub(crate) use writer::Writer;
