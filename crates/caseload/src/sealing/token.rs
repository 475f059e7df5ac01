//! Bytes of a fixed length as text in headers: base64 in the alphabet of addresses, unpadded.
//!
//! Each value has one spelling only. A second one for the same bytes would let a header change
//! without its meaning changing, so it is refused.

/// The letters in the order of their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bits that a letter stands for.
const BITS: u32 = 6;

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut letter = |value: u32| {
        if let Some(letter) = LETTERS.get((value & 63) as usize) {
            text.push(char::from(*letter));
        }
    };
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        while count >= BITS {
            count -= BITS;
            letter(held >> count);
        }
        held &= (1 << count) - 1;
    }
    if count > 0 {
        letter(held << (BITS - count));
    }
    text
}

/// The bytes, if the text is one spelling of exactly `N`.
pub(super) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    decoded(text)?.try_into().ok()
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = held << BITS | u32::try_from(value).ok()?;
        count += BITS;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count).ok()?);
            held &= (1 << count) - 1;
        }
    }
    // What is left over fills the last letter, and there is no letter that only fills.
    (held == 0 && count < BITS).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back_in_the_spelling_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decoded(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn one_spelling_per_value() {
        assert_eq!(encode(&[0xff, 0xfe]), "__4");
        assert_eq!(decode("__4"), Some([0xff, 0xfe]));
        for other in ["__5", "__4=", "//4", "_ _4", "__4_", "__"] {
            assert_eq!(decode::<2>(other), None, "{other}");
        }
    }
}
