//! Writing: files one behind the other, then the directory that says where they are.
//!
//! Nothing is deflated; a workbook of a few hundred customers stays under half a megabyte, and code
//! that packs it would cost the page more than it saves. The time of every file is the first that
//! ZIP knows, so that the same content gives the same bytes.

use super::crc::crc;

/// Version of the format that is needed to read it: 2.0.
const VERSION: u16 = 20;
/// 1 January 1980.
const DATE: u16 = 0x0021;

/// An archive under way.
#[derive(Default)]
pub(crate) struct Writer {
    files: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Writer {
    /// Adds a file. Names are ASCII, and there are few of them.
    pub(crate) fn add(&mut self, name: &str, content: &[u8]) {
        let start = number(self.files.len());
        let mut about = Vec::with_capacity(26);
        put16(&mut about, &[VERSION, 0, 0, 0, DATE]);
        put32(
            &mut about,
            &[crc(content), number(content.len()), number(content.len())],
        );
        put16(&mut about, &[small(name.len()), 0]);

        put32(&mut self.files, &[0x0403_4B50]);
        self.files.extend_from_slice(&about);
        self.files.extend_from_slice(name.as_bytes());
        self.files.extend_from_slice(content);

        put32(&mut self.directory, &[0x0201_4B50]);
        put16(&mut self.directory, &[VERSION]);
        self.directory.extend_from_slice(&about);
        put16(&mut self.directory, &[0, 0, 0]);
        put32(&mut self.directory, &[0, start]);
        self.directory.extend_from_slice(name.as_bytes());
        self.count += 1;
    }

    /// The archive.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let start = number(self.files.len());
        let length = number(self.directory.len());
        self.files.append(&mut self.directory);
        put32(&mut self.files, &[0x0605_4B50]);
        put16(&mut self.files, &[0, 0, self.count, self.count]);
        put32(&mut self.files, &[length, start]);
        put16(&mut self.files, &[0]);
        self.files
    }
}

/// No file of this program comes near four gigabytes.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn small(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

fn put16(out: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        out.extend_from_slice(&number.to_le_bytes());
    }
}

fn put32(out: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        out.extend_from_slice(&number.to_le_bytes());
    }
}
