//! The check sum of ZIP: CRC-32.

/// The sums of the sixteen half-bytes.
const SUMS: [u32; 16] = {
    let mut sums = [0; 16];
    let mut half = 0;
    while half < 16 {
        let mut sum = half as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        #[expect(
            clippy::indexing_slicing,
            reason = "computed by the compiler, which checks it"
        )]
        {
            sums[half] = sum;
        }
        half += 1;
    }
    sums
};

/// The check sum of these bytes.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..2 {
            let half = SUMS.get((sum & 15) as usize).copied().unwrap_or_default();
            sum = (sum >> 4) ^ half;
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::crc;

    #[test]
    fn the_sums_are_the_known_ones() {
        assert_eq!(crc(b""), 0);
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc("Fünf Äpfel".as_bytes()), 0xED63_E0F8);
    }
}
