//! Bytes of a fixed length as text in headers: base64 in the alphabet of addresses, unpadded.
//!
//! Each value has one spelling only. A second one for the same bytes would let a header change
//! without its meaning changing, so it is refused.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

pub(super) fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes, if the text is one spelling of exactly `N`.
pub(super) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_per_value() {
        assert_eq!(encode(&[0xff, 0xfe]), "__4");
        assert_eq!(decode("__4"), Some([0xff, 0xfe]));
        for other in ["__5", "__4=", "//4", "_ _4", "__4_", "__"] {
            assert_eq!(decode::<2>(other), None, "{other}");
        }
    }
}
