//! ZIP archives, as far as workbooks need them: a few files, each stored as it is.

mod crc;
mod writer;

pub(crate) use writer::Writer;
