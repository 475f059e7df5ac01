//! Unpacking what was deflated (RFC 1951).
//!
//! A deflated text is a row of blocks. A block is stored as it is, or a row of symbols: a byte, or
//! "repeat so many bytes from so far back". Symbols have codes of one to fifteen bits, short for
//! frequent ones; which, follows from the lengths of the codes alone, and those stand in front of the
//! block or are the fixed ones. Read bit by bit this is slower than it could be, and a tenth of the
//! code of a fast reader; a list is a few hundred kilobytes.

/// Most bits of a code.
const MOST_BITS: usize = 15;
/// Symbols for bytes and lengths, and for distances.
const LITERALS: usize = 288;
const DISTANCES: usize = 30;
const END_OF_BLOCK: usize = 256;

/// Unpacks to exactly `length` bytes; `None` if that is not what it is.
pub(crate) fn inflate(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut bits = Bits {
        rest: packed,
        waiting: 0,
        count: 0,
    };
    // A length from outside reserves nothing before there is something to fill it with.
    let mut out = Vec::with_capacity(length.min(packed.len().saturating_mul(4)));
    loop {
        let is_last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out, length)?,
            1 => {
                let (literals, distances) = fixed()?;
                block(&mut bits, &literals, &distances, &mut out, length)?;
            }
            2 => {
                let (literals, distances) = described(&mut bits)?;
                block(&mut bits, &literals, &distances, &mut out, length)?;
            }
            _ => return None,
        }
        if is_last {
            return (out.len() == length).then_some(out);
        }
    }
}

/// The bits of a text, the lowest of each byte first.
struct Bits<'p> {
    rest: &'p [u8],
    waiting: u32,
    count: u32,
}

impl Bits<'_> {
    /// So many bits as a number, at most 16.
    fn take(&mut self, count: u32) -> Option<usize> {
        while self.count < count {
            let (byte, rest) = self.rest.split_first()?;
            self.waiting |= u32::from(*byte) << self.count;
            self.count += 8;
            self.rest = rest;
        }
        let bits = self.waiting & ((1 << count) - 1);
        self.waiting >>= count;
        self.count -= count;
        usize::try_from(bits).ok()
    }
}

/// A code in its order: how many symbols have each length, and the symbols, short codes first.
struct Code {
    counts: [usize; MOST_BITS + 1],
    symbols: Vec<usize>,
}

impl Code {
    /// The code with these lengths; 0 for symbols without one. `None` if there are more codes of a
    /// length than can be told apart.
    fn of(lengths: &[usize]) -> Option<Code> {
        let mut counts = [0; MOST_BITS + 1];
        let mut symbols = Vec::new();
        let mut free = 1_usize;
        for (bits, count) in counts.iter_mut().enumerate().skip(1) {
            let with = lengths
                .iter()
                .enumerate()
                .filter(|(_, length)| **length == bits);
            let before = symbols.len();
            symbols.extend(with.map(|(symbol, _)| symbol));
            *count = symbols.len() - before;
            free = (free * 2).checked_sub(*count)?;
        }
        Some(Code { counts, symbols })
    }

    fn symbol(&self, bits: &mut Bits<'_>) -> Option<usize> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in self.counts.iter().skip(1) {
            code = code * 2 + bits.take(1)?;
            first *= 2;
            if code < first + count {
                return self.symbols.get(index + code - first).copied();
            }
            index += count;
            first += count;
        }
        None
    }
}

fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>, length: usize) -> Option<()> {
    // What is left of the byte belongs to nothing.
    bits.take(bits.count % 8)?;
    let (count, check) = (bits.take(16)?, bits.take(16)?);
    if count != !check & 0xFFFF || count > length - out.len() {
        return None;
    }
    let (content, rest) = bits.rest.split_at_checked(count)?;
    out.extend_from_slice(content);
    bits.rest = rest;
    Some(())
}

fn fixed() -> Option<(Code, Code)> {
    let mut lengths = [8; LITERALS];
    lengths.get_mut(144..256)?.fill(9);
    lengths.get_mut(256..280)?.fill(7);
    Some((Code::of(&lengths)?, Code::of(&[5; DISTANCES])?))
}

/// The order in which the lengths of the code for lengths are given.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// The codes that stand in front of a block, themselves packed.
fn described(bits: &mut Bits<'_>) -> Option<(Code, Code)> {
    let (literals, distances) = (bits.take(5)? + 257, bits.take(5)? + 1);
    let given = bits.take(4)? + 4;
    let mut lengths = [0; ORDER.len()];
    for place in ORDER.iter().take(given) {
        *lengths.get_mut(*place)? = bits.take(3)?;
    }
    let code = Code::of(&lengths)?;
    let mut lengths: Vec<usize> = Vec::with_capacity(literals + distances);
    while lengths.len() < literals + distances {
        let (length, times) = match code.symbol(bits)? {
            16 => (*lengths.last()?, bits.take(2)? + 3),
            17 => (0, bits.take(3)? + 3),
            18 => (0, bits.take(7)? + 11),
            length => (length, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times));
    }
    if lengths.len() > literals + distances || literals > LITERALS {
        return None;
    }
    let (literals, distances) = lengths.split_at_checked(literals)?;
    Some((Code::of(literals)?, Code::of(distances)?))
}

fn block(
    bits: &mut Bits<'_>,
    literals: &Code,
    distances: &Code,
    out: &mut Vec<u8>,
    length: usize,
) -> Option<()> {
    loop {
        let symbol = literals.symbol(bits)?;
        if symbol == END_OF_BLOCK {
            return Some(());
        }
        if let Ok(byte) = u8::try_from(symbol) {
            if out.len() == length {
                return None;
            }
            out.push(byte);
            continue;
        }
        let count = repeated(symbol - END_OF_BLOCK - 1, bits)?;
        let distance = distance(distances.symbol(bits)?, bits)?;
        let start = out.len().checked_sub(distance)?;
        if count > length - out.len() {
            return None;
        }
        // What is repeated may begin before it ends.
        for place in start..start + count {
            out.push(*out.get(place)?);
        }
    }
}

/// How many bytes are repeated: 3 to 258, in steps that double every four symbols.
fn repeated(symbol: usize, bits: &mut Bits<'_>) -> Option<usize> {
    match symbol {
        0..8 => Some(symbol + 3),
        8..28 => stepped(symbol, 4, bits).map(|count| count + 3),
        28 => Some(258),
        _ => None,
    }
}

/// From how far back: 1 to 32768, in steps that double every two symbols.
fn distance(symbol: usize, bits: &mut Bits<'_>) -> Option<usize> {
    match symbol {
        0..4 => Some(symbol + 1),
        4..DISTANCES => stepped(symbol, 2, bits).map(|distance| distance + 1),
        _ => None,
    }
}

fn stepped(symbol: usize, per_step: usize, bits: &mut Bits<'_>) -> Option<usize> {
    let extra = symbol / per_step - 1;
    let base = (per_step + symbol % per_step) << extra;
    Some(base + bits.take(u32::try_from(extra).ok()?)?)
}

#[cfg(test)]
mod tests {
    use super::inflate;
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    #[test]
    fn what_another_program_packed_is_unpacked() {
        let row = "<c r=\"A1\" t=\"inlineStr\"><is><t>Öztürk</t></is></c>";
        let long = row.repeat(40_000);
        for text in ["", "a", row, &"x".repeat(100_000), &long] {
            for level in 0..=10 {
                let packed = compress_to_vec(text.as_bytes(), level);
                let found = inflate(&packed, text.len());
                assert!(
                    found.as_deref() == Some(text.as_bytes()),
                    "{level} {}",
                    text.len()
                );
                assert_eq!(inflate(&packed, text.len() + 1), None);
                assert_eq!(inflate(&packed, text.len().wrapping_sub(1)), None);
            }
        }
    }

    #[test]
    fn every_cut_is_noticed() {
        let packed = compress_to_vec("siehe Akte; 2. Anlauf".repeat(20).as_bytes(), 9);
        for end in 0..packed.len() {
            assert_eq!(inflate(&packed[..end], 420), None, "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(
            bytes in prop::collection::vec(any::<u8>(), 0..4000),
            few in prop::collection::vec(0..4_u8, 0..4000),
            level in 0..=10_u8,
        ) {
            for plain in [bytes, few] {
                let packed = compress_to_vec(&plain, level);
                prop_assert_eq!(inflate(&packed, plain.len()), Some(plain));
            }
        }

        #[test]
        fn arbitrary_bytes_end(packed: Vec<u8>, length in 0..100_000_usize) {
            if let Some(plain) = inflate(&packed, length) {
                prop_assert_eq!(plain.len(), length);
            }
        }

        #[test]
        fn a_change_never_makes_more_than_was_asked_for(at in 0..60_usize, to: u8) {
            let plain = "Kundennr.;Name\r\n617D000001;Öztürk\r\n".repeat(30);
            let mut packed = compress_to_vec(plain.as_bytes(), 9);
            if let Some(byte) = packed.get_mut(at) {
                *byte = to;
            }
            if let Some(found) = inflate(&packed, plain.len()) {
                prop_assert_eq!(found.len(), plain.len());
            }
        }
    }
}
