//! Numbers: whole ones as they are, fractions as far as anybody needs them.

use std::fmt;

/// A number, whole as long as it is written so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// Any other, and whole ones that are written like one.
    Fraction(f64),
}

/// A number with more digits than this is not told apart from its neighbours.
const ALL_DIGITS: f64 = 1e16;

impl Number {
    /// The number if it is a small whole one; `45.0` is the same number as `45`.
    pub fn small(self) -> Option<u16> {
        match self {
            Number::Whole(number) => u16::try_from(number).ok(),
            Number::Fraction(number) => {
                let exact = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
                exact.then_some(number as u16)
            }
        }
    }

    /// Reads a number that follows the grammar of JSON. `None` if it is beyond all bounds.
    ///
    /// Numbers of up to fifteen digits, and all that have a whole part and few places, are read
    /// exactly. More digits than that may cost the last of them.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if let Ok(whole) = text.parse() {
            // There is no whole number that is a negative zero.
            return Some(if text == "-0" {
                Number::Fraction(-0.0)
            } else {
                Number::Whole(whole)
            });
        }
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().unwrap_or(i32::MAX)),
            None => (text, 0),
        };
        let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits = 0_u64;
        let mut shift = exponent;
        for digit in whole
            .bytes()
            .chain(places.bytes())
            .filter(u8::is_ascii_digit)
        {
            let longer = digits
                .checked_mul(10)
                .and_then(|digits| digits.checked_add(u64::from(digit - b'0')));
            match longer {
                Some(longer) => digits = longer,
                // What does not fit any more only makes the number longer.
                None => shift = shift.saturating_add(1),
            }
        }
        shift = shift.saturating_sub(i32::try_from(places.len()).unwrap_or(i32::MAX));
        let size = scaled(digits as f64, shift);
        let number = if text.starts_with('-') { -size } else { size };
        number.is_finite().then_some(Number::Fraction(number))
    }
}

/// A number times ten to a power.
fn scaled(mut number: f64, power: i32) -> f64 {
    // The greatest power of ten that is exact.
    const STEP: u32 = 22;
    let mut left = power.unsigned_abs();
    while left > 0 && number != 0.0 && number.is_finite() {
        let step = left.min(STEP);
        let factor = power_of_ten(step);
        number = if power < 0 {
            number / factor
        } else {
            number * factor
        };
        left -= step;
    }
    number
}

fn power_of_ten(power: u32) -> f64 {
    (0..power).fold(1.0, |product, _| product * 10.0)
}

impl fmt::Display for Number {
    /// The shortest spelling that reads back the same, for numbers that a person would write.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Whole(number) => write!(f, "{number}"),
            Number::Fraction(number) => fraction(f, *number),
        }
    }
}

fn fraction(f: &mut fmt::Formatter<'_>, number: f64) -> fmt::Result {
    let size = number.abs();
    if number.is_sign_negative() {
        f.write_str("-")?;
    }
    // Large and tiny ones as a number from one to ten and a power.
    let mut power = 0_i32;
    let mut shown = size;
    if size != 0.0 && !(1e-5..1e15).contains(&size) {
        while shown >= 10.0 && shown.is_finite() {
            shown /= 10.0;
            power += 1;
        }
        while shown < 1.0 {
            shown *= 10.0;
            power -= 1;
        }
        // The way here has cost the last digits.
        shown = (shown * 1e9).round() / 1e9;
    }
    let mut width = 1;
    let mut factor = 10.0;
    while (shown * factor).round() / factor != shown && shown * factor < ALL_DIGITS {
        width += 1;
        factor *= 10.0;
    }
    let units = (shown * factor).round() as u64;
    let factor = factor as u64;
    write!(f, "{}.{:0width$}", units / factor, units % factor)?;
    if power == 0 {
        Ok(())
    } else {
        write!(f, "e{power}")
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn read(text: &str) -> Number {
        Number::of(text).unwrap()
    }

    #[test]
    fn numbers_are_read_as_the_compiler_reads_them() {
        for text in [
            "0.05",
            "1.0",
            "-12.75",
            "0.1",
            "45e0",
            "1E3",
            "2.5e-3",
            "123456.789",
            "9e22",
        ] {
            assert_eq!(
                read(text),
                Number::Fraction(text.parse().unwrap()),
                "{text}"
            );
        }
        assert_eq!(read("17"), Number::Whole(17));
        assert_eq!(read("-9223372036854775808"), Number::Whole(i64::MIN));
        assert_eq!(
            read("9223372036854775808"),
            Number::Fraction(9223372036854775808.0)
        );
        assert_eq!(read("1e-400"), Number::Fraction(0.0));
        assert_eq!(Number::of("1e400"), None);
        assert_eq!(Number::of("1e99999999999"), None);
    }

    #[test]
    fn fractions_are_written_as_people_write_them() {
        for text in [
            "0.05",
            "1.0",
            "-12.75",
            "0.755",
            "45.0",
            "123456.789",
            "0.0",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        assert_eq!(Number::Fraction(1e300).to_string(), "1.0e300");
        assert_eq!(Number::Fraction(-2.5e-9).to_string(), "-2.5e-9");
    }

    #[test]
    fn only_small_whole_numbers_are_small() {
        assert_eq!(read("45.0").small(), Some(45));
        assert_eq!(read("65535").small(), Some(65_535));
        for other in ["65536", "-1", "0.5", "1e9"] {
            assert_eq!(read(other).small(), None, "{other}");
        }
    }
}
