//! Trees in few bytes, version 1: how a snapshot is written.
//!
//! A caseload as JSON is mostly the names of its fields, and every byte is sealed, stored and opened
//! again at each start. Here each text is written once and from then on called by its number, and
//! so is each *shape*, the names of an object's members in their order. That takes a tenth of the
//! bytes, and what is read borrows its texts from them.
//!
//! After the four bytes `KDT` and 1 comes one value. A value begins with a head: the upper three
//! bits are the kind, the lower five a number; 31 means that the number less 31 follows, seven bits a
//! byte, lowest first, the top bit set on all but the last.
//!
//! | kind | number | then |
//! |---|---|---|
//! | 0 | 0 null, 1 false, 2 true, 3 fraction | for a fraction its 8 bytes, lowest first |
//! | 1 | a whole number from 0 | |
//! | 2 | n, for the whole number -1 - n | |
//! | 3 | length in bytes | a text in UTF-8, which gets the next number |
//! | 4 | number of a text | |
//! | 5 | count | the elements of a list |
//! | 6 | count | the names of a shape (kind 3 or 4), which gets the next number, then the members' values |
//! | 7 | number of a shape | the members' values |
//!
//! Members that are `null` are left out.

mod reader;
mod writer;

pub(crate) use reader::read;
pub(crate) use writer::write;

/// What packed bytes begin with, before the version.
const MAGIC: &[u8; 3] = b"KDT";

const VERSION: u8 = 1;

/// Kinds of values, as the table above has them.
mod kind {
    pub(super) const SIMPLE: u8 = 0;
    pub(super) const WHOLE: u8 = 1;
    pub(super) const NEGATIVE: u8 = 2;
    pub(super) const NEW_TEXT: u8 = 3;
    pub(super) const KNOWN_TEXT: u8 = 4;
    pub(super) const LIST: u8 = 5;
    pub(super) const NEW_SHAPE: u8 = 6;
    pub(super) const KNOWN_SHAPE: u8 = 7;
}

/// Values of the simple kind.
mod simple {
    pub(super) const NULL: u64 = 0;
    pub(super) const FALSE: u64 = 1;
    pub(super) const TRUE: u64 = 2;
    pub(super) const FRACTION: u64 = 3;
}

/// The number in a head from which on it follows the head.
const FOLLOWS: u8 = 31;

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::file::fault::Fault;
    use json::{Node, Number};

    fn tree() -> Node<'static> {
        Node::parse(concat!(
            r#"{"a":[{"id":"x","n":0},{"id":"y","n":30},{"id":"x","n":31}],"ü":"a","b":"b","#,
            r#""c":[-1,-32,-33,127,158,159,16415,9223372036854775807,-9223372036854775808],"#,
            r#""d":[true,false,null,0.05,-1.5],"e":{},"f":[],"g":"","h":{"a":{"id":"z","n":1}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn a_tree_comes_back() {
        assert_eq!(read(&write(&tree())), Ok(tree()));
    }

    #[test]
    fn members_without_a_value_are_left_out() {
        let full = Node::parse(r#"{"a":null,"b":[null,{"c":null}]}"#).unwrap();
        let short = Node::parse(r#"{"b":[null,{}]}"#).unwrap();
        assert_eq!(read(&write(&full)), Ok(short));
    }

    #[test]
    fn what_was_met_before_takes_two_bytes() {
        let once = Node::parse(r#"[{"name":"value"}]"#).unwrap();
        let twice = Node::parse(r#"[{"name":"value"},{"name":"value"}]"#).unwrap();
        assert_eq!(write(&twice).len(), write(&once).len() + 2);
    }

    #[test]
    fn every_part_of_the_bytes_alone_is_refused_with_its_place() {
        let bytes = write(&tree());
        assert_eq!(read(&[]), Err(Fault::Empty.into()));
        for length in 1..bytes.len() {
            assert!(read(&bytes[..length]).is_err(), "{length}");
        }
        let more = [bytes.as_slice(), b"\0"].concat();
        let byte = more.len();
        assert_eq!(read(&more), Err(Fault::Malformed { byte }.into()));
    }

    #[test]
    fn any_byte_may_be_another_without_harm() {
        let bytes = write(&tree());
        for place in 0..bytes.len() {
            for value in 0..=u8::MAX {
                let mut other = bytes.clone();
                other[place] = value;
                // It is another tree or a fault; it neither falls over nor takes all memory.
                let _either = read(&other);
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        let mut bytes = write(&Node::Number(Number::Whole(1)));
        bytes[3] = 2;
        assert!(read(&bytes).unwrap_err().is_newer_version());
    }

    #[test]
    fn deep_nesting_is_refused() {
        let mut node = Node::Null;
        for _ in 0..40 {
            node = Node::List(vec![node]);
        }
        assert!(read(&write(&node)).is_err());
    }
}
