//! Dates and times as people in an office write them. The only place that formats one for the screen;
//! the formats of the date library are read at run time, by far more code than this.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// "14.01.2027".
pub fn date(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// "Do 14.01.2027".
pub fn weekday_date(day: NaiveDate) -> String {
    format!("{} {}", weekday_short(day.weekday()), date(day))
}

/// "09:30".
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "14.01.2027 09:30".
pub fn moment(at: NaiveDateTime) -> String {
    format!("{} {}", date(at.date()), time(at.time()))
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
    use super::{date, moment, weekday_date, weekday_name};
    use chrono::{Datelike, NaiveDate};

    #[test]
    fn a_day_is_written_with_two_digits_each_and_a_full_year() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
        assert_eq!(date(day), "04.01.2027");
        assert_eq!(weekday_date(day), "Mo 04.01.2027");
        let at = day.and_hms_opt(9, 5, 59).unwrap();
        assert_eq!(moment(at), "04.01.2027 09:05");
    }

    #[test]
    fn a_weekday_is_written_in_full_or_with_two_letters() {
        let monday = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
        let names: Vec<&str> = monday
            .iter_days()
            .take(7)
            .map(|day| weekday_name(day.weekday()))
            .collect();
        assert_eq!(
            names.join(" "),
            "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
        );
        for (day, name) in monday.iter_days().zip(names) {
            assert!(name.starts_with(&weekday_date(day)[..2]), "{day}");
        }
    }
}
