//! Numbers in cells, and how the sheet shows them.
//!
//! Programs write one number in many ways: `46268`, `46268.0`, `4.6268E4`. It is taken apart as text,
//! because only whole numbers and days are needed, and those exactly.

use crate::spreadsheet;
use rules::wording::date;

/// From which day the numbers of days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// The usual one.
    #[default]
    Of1900,
    /// That of old workbooks from another kind of computer.
    Of1904,
}

impl Epoch {
    /// Days between the two.
    fn behind(self) -> u32 {
        match self {
            Epoch::Of1900 => 0,
            Epoch::Of1904 => 1462,
        }
    }
}

/// A number as people read it: a whole one without a fraction or an exponent, any other as it stands.
pub(super) fn shown(text: &str) -> String {
    match Decimal::of(text) {
        Some(Decimal {
            negative,
            whole,
            fraction,
        }) if fraction.is_empty() => {
            let sign = if negative { "-" } else { "" };
            format!("{sign}{whole}")
        }
        Some(_) | None => text.to_owned(),
    }
}

/// A number that stands for a day, with its time if it has one; `None` if there is no such day.
pub(super) fn day(text: &str, epoch: Epoch) -> Option<String> {
    let number = Decimal::of(text).filter(|number| !number.negative)?;
    let days: u32 = number.whole.parse().ok()?;
    let mut minutes = number.minutes()?;
    let mut days = days.checked_add(epoch.behind())?;
    if minutes == MINUTES_OF_A_DAY {
        minutes = 0;
        days = days.checked_add(1)?;
    }
    let mut shown = date(spreadsheet::day(days)?);
    if minutes > 0 {
        shown.push_str(&format!(" {:02}:{:02}", minutes / 60, minutes % 60));
    }
    Some(shown)
}

const MINUTES_OF_A_DAY: u64 = 24 * 60;

/// Digits before and behind the point.
#[derive(Debug, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    /// At least one digit, no zeros in front.
    whole: String,
    /// No zeros at the end.
    fraction: String,
}

/// Far beyond every number that a list holds, and short enough to be written out.
const MOST_EXPONENT: usize = 30;

impl Decimal {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits = [whole, fraction].concat();
        if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        // Where the point stands among the digits, after moving it.
        let shift = usize::try_from(exponent.unsigned_abs()).ok()?;
        if shift > MOST_EXPONENT {
            return None;
        }
        let point = if exponent < 0 {
            let missing = shift.saturating_sub(whole.len());
            digits.insert_str(0, &"0".repeat(missing));
            (whole.len() + missing) - shift
        } else {
            let missing = shift.saturating_sub(fraction.len());
            digits.push_str(&"0".repeat(missing));
            whole.len() + shift
        };
        let (whole, fraction) = digits.split_at_checked(point)?;
        let whole = whole.trim_start_matches('0');
        Some(Decimal {
            negative,
            whole: if whole.is_empty() { "0" } else { whole }.to_owned(),
            fraction: fraction.trim_end_matches('0').to_owned(),
        })
    }

    /// The fraction as minutes of a day, to the nearest.
    fn minutes(&self) -> Option<u64> {
        const DIGITS: usize = 9;
        let digits = self.fraction.get(..DIGITS).unwrap_or(&self.fraction);
        if digits.is_empty() {
            return Some(0);
        }
        let unit = 10_u64.pow(u32::try_from(digits.len()).ok()?);
        let parts: u64 = digits.parse().ok()?;
        Some((parts * MINUTES_OF_A_DAY + unit / 2) / unit)
    }
}

#[cfg(test)]
mod tests {
    use super::{Epoch, day, shown};
    use proptest::prelude::*;

    #[test]
    fn whole_numbers_are_shown_whole() {
        for (text, expected) in [
            ("617000001", "617000001"),
            ("617000001.0", "617000001"),
            ("6.17000001E8", "617000001"),
            ("6.17E+8", "617000000"),
            ("1.5", "1.5"),
            ("-3.0", "-3"),
            ("25e-1", "25e-1"),
            ("2500e-2", "25"),
            ("0", "0"),
            ("007", "7"),
            ("1E400", "1E400"),
            ("", ""),
            ("#N/A", "#N/A"),
            ("1.2.3", "1.2.3"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_of_days_is_shown_as_a_day() {
        for (text, expected) in [
            ("46268", Some("03.09.2026")),
            ("46268.0", Some("03.09.2026")),
            ("4.6268E4", Some("03.09.2026")),
            ("46268.395833333336", Some("03.09.2026 09:30")),
            ("46267.99999", Some("03.09.2026")),
            ("46268.00001", Some("03.09.2026")),
            ("1", Some("01.01.1900")),
            ("0.5", None),
            ("-1", None),
            ("60", None),
            ("99999999", None),
            ("heute", None),
        ] {
            assert_eq!(day(text, Epoch::Of1900).as_deref(), expected, "{text}");
        }
        assert_eq!(day("44806", Epoch::Of1904).as_deref(), Some("03.09.2026"));
    }

    proptest! {
        #[test]
        fn any_text_is_shown(text in "[0-9.eE+-]{0,12}") {
            shown(&text);
            day(&text, Epoch::Of1904);
        }

        #[test]
        fn however_a_number_is_written_it_is_the_same(number in 0..10_000_000_000_u64) {
            prop_assert_eq!(shown(&format!("{number}.00")), number.to_string());
            prop_assert_eq!(shown(&format!("{number}0E-1")), number.to_string());
            prop_assert_eq!(shown(&format!("{:e}", number as f64)), number.to_string());
        }
    }
}
