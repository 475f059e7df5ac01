//! Days and times in the one spelling that is the same everywhere: in files, in addresses of weeks, in
//! what a browser's date field answers. The readers of the date library take far more spellings, and
//! far more code.

use chrono::{NaiveDate, NaiveTime};

/// Reads a day: `YYYY-MM-DD`, four, two and two digits, a day that exists.
pub fn iso_day(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = i32::try_from(decimal(&[*y1, *y2, *y3, *y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, decimal(&[*m1, *m2])?, decimal(&[*d1, *d2])?)
}

/// Reads a time: `HH:MM` from 00:00 to 23:59.
pub fn iso_time(text: &str) -> Option<NaiveTime> {
    let [h1, h2, b':', m1, m2] = text.as_bytes() else {
        return None;
    };
    NaiveTime::from_hms_opt(decimal(&[*h1, *h2])?, decimal(&[*m1, *m2])?, 0)
}

fn decimal(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::{iso_day, iso_time};

    #[test]
    fn only_the_one_spelling_of_a_day_is_read() {
        for good in ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(iso_day(good).unwrap().to_string(), good);
        }
        let bad = [
            "",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-1",
            "26-01-01",
            " 2026-01-01",
            "2026-01-01 ",
            "2026-01-01T00:00",
            "+2026-01-01",
            "+026-01-01",
            "2026/01/01",
            "01.01.2026",
            "２026-01-01",
        ];
        for bad in bad {
            assert_eq!(iso_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_the_one_spelling_of_a_time_is_read() {
        for good in ["00:00", "09:05", "23:59"] {
            assert_eq!(iso_time(good).unwrap().format("%H:%M").to_string(), good);
        }
        for bad in [
            "", "24:00", "12:60", "9:00", "09:00:00", " 9:00", "0900", "+9:00",
        ] {
            assert_eq!(iso_time(bad), None, "{bad}");
        }
    }
}
