//! Dates as people in an office write them. The only place that formats one for the screen.

use chrono::{Datelike, NaiveDate, Weekday};

/// "14.01.2027".
pub fn date(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// "Do 14.01.2027".
pub fn weekday_date(day: NaiveDate) -> String {
    format!("{} {}", weekday_short(day.weekday()), date(day))
}

/// "Donnerstag".
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Montag",
        Weekday::Tue => "Dienstag",
        Weekday::Wed => "Mittwoch",
        Weekday::Thu => "Donnerstag",
        Weekday::Fri => "Freitag",
        Weekday::Sat => "Samstag",
        Weekday::Sun => "Sonntag",
    }
}

fn weekday_short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Mo",
        Weekday::Tue => "Di",
        Weekday::Wed => "Mi",
        Weekday::Thu => "Do",
        Weekday::Fri => "Fr",
        Weekday::Sat => "Sa",
        Weekday::Sun => "So",
    }
}

#[cfg(test)]
mod tests {
    use super::{date, weekday_date};
    use chrono::NaiveDate;

    #[test]
    fn a_day_is_written_with_two_digits_each_and_a_full_year() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
        assert_eq!(date(day), "04.01.2027");
        assert_eq!(weekday_date(day), "Mo 04.01.2027");
    }
}
