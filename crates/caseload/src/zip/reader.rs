//! Reading: the directory at the end says which files there are; their bytes are taken out one by
//! one, unpacked and checked.
//!
//! An archive comes from outside. Every place and length in it is looked up and never relied on, and
//! what a file unpacks to is bounded before anything is unpacked.

use super::crc::crc;

/// Unpacks deflated bytes to so many; `None` if they are not that.
pub(crate) type Inflate = dyn Fn(&[u8], usize) -> Option<Vec<u8>>;

/// How every archive with files begins.
pub(crate) const BEGIN: &[u8] = b"PK\x03\x04";

const END: u32 = 0x0605_4B50;
const END_BYTES: usize = 22;
const ENTRY: u32 = 0x0201_4B50;
const ENTRY_BYTES: usize = 46;
const FILE: u32 = 0x0403_4B50;
const FILE_BYTES: usize = 30;
/// The longest comment behind the end.
const MOST_COMMENT: usize = 0xFFFF;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const ENCRYPTED: u16 = 1;

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ZipFault {
    /// It is incomplete or changed.
    Damaged,
    /// It is protected with a password.
    Encrypted,
    /// It unpacks to more than is read.
    TooLarge,
}

/// An archive whose directory was read.
pub(crate) struct Archive<'b> {
    bytes: &'b [u8],
    files: Vec<File<'b>>,
}

/// What the directory says about a file.
struct File<'b> {
    name: &'b [u8],
    flags: u16,
    method: u16,
    sum: u32,
    packed: usize,
    length: usize,
    start: usize,
}

impl<'b> Archive<'b> {
    /// Reads the directory.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, ZipFault> {
        let files = directory(bytes).ok_or(ZipFault::Damaged)?;
        Ok(Archive { bytes, files })
    }

    /// The content of a file, if there is one of this name. Capitals do not matter, and neither does
    /// which stroke parts the names of folders.
    ///
    /// # Errors
    /// [`ZipFault`]; also if it would be longer than `most`.
    pub(crate) fn file(
        &self,
        name: &str,
        most: usize,
        inflate: &Inflate,
    ) -> Result<Option<Vec<u8>>, ZipFault> {
        let Some(file) = self.files.iter().find(|file| is_named(file.name, name)) else {
            return Ok(None);
        };
        if file.flags & ENCRYPTED != 0 {
            return Err(ZipFault::Encrypted);
        }
        if file.length > most {
            return Err(ZipFault::TooLarge);
        }
        let content = match (file.method, self.packed(file).ok_or(ZipFault::Damaged)?) {
            (STORED, packed) => Some(packed.to_vec()),
            (DEFLATED, packed) => inflate(packed, file.length),
            _ => None,
        };
        content
            .filter(|content| content.len() == file.length && crc(content) == file.sum)
            .map(Some)
            .ok_or(ZipFault::Damaged)
    }

    /// The bytes of a file behind its own header, whose names may have another length than those in
    /// the directory.
    fn packed(&self, file: &File<'_>) -> Option<&'b [u8]> {
        let header = self.bytes.get(file.start..)?;
        if number(header, 0)? != FILE {
            return None;
        }
        let begin = FILE_BYTES
            .checked_add(small(header, 26)?)?
            .checked_add(small(header, 28)?)?;
        header.get(begin..)?.get(..file.packed)
    }
}

fn is_named(name: &[u8], wanted: &str) -> bool {
    let letters = || {
        name.iter().map(|letter| match letter {
            b'\\' => b'/',
            letter => letter.to_ascii_lowercase(),
        })
    };
    letters().eq(wanted.bytes().map(|letter| letter.to_ascii_lowercase()))
}

fn directory(bytes: &[u8]) -> Option<Vec<File<'_>>> {
    let end = end(bytes)?;
    let count = small(end, 10)?;
    let start = length(end, 16)?;
    let mut rest = bytes.get(start..)?;
    let mut files = Vec::new();
    for _ in 0..count {
        if number(rest, 0)? != ENTRY {
            return None;
        }
        let (name, extra, comment) = (small(rest, 28)?, small(rest, 30)?, small(rest, 32)?);
        files.push(File {
            flags: half(rest, 8)?,
            method: half(rest, 10)?,
            sum: number(rest, 16)?,
            packed: length(rest, 20)?,
            length: length(rest, 24)?,
            start: length(rest, 42)?,
            name: rest.get(ENTRY_BYTES..)?.get(..name)?,
        });
        rest = rest.get(ENTRY_BYTES + name + extra + comment..)?;
    }
    Some(files)
}

/// The end of the directory, searched from behind.
fn end(bytes: &[u8]) -> Option<&[u8]> {
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(MOST_COMMENT);
    (first..=last)
        .rev()
        .filter_map(|at| bytes.get(at..))
        .find(|end| number(end, 0) == Some(END))
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

fn small(bytes: &[u8], at: usize) -> Option<usize> {
    half(bytes, at).map(usize::from)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

/// A length or place. The highest number says that the real one stands elsewhere, which only
/// archives of more than four gigabytes need.
fn length(bytes: &[u8], at: usize) -> Option<usize> {
    let number = number(bytes, at).filter(|number| *number != u32::MAX)?;
    usize::try_from(number).ok()
}
