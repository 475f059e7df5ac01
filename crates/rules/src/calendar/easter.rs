//! Easter Sunday of the Gregorian calendar, on which most movable holidays hang.

use chrono::NaiveDate;

/// Easter Sunday of `year`, by the lunar and solar corrections of Meeus, Jones and Butcher.
/// `None` only outside the years that chrono can hold.
pub(super) fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let skipped_leap_years = century - century / 4;
    let lunar_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + skipped_leap_years - lunar_correction + 15).rem_euclid(30);
    let late_moon = (golden + 11 * epact) / 319;
    let weekday_shift =
        (2 * (century.rem_euclid(4)) + 2 * (in_century / 4) - in_century.rem_euclid(4) - epact
            + late_moon
            + 32)
            .rem_euclid(7);
    let position = epact - late_moon + weekday_shift;
    let month = (position + 90) / 25;
    let day = (position + month + 19).rem_euclid(32);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::easter_sunday;
    use chrono::{Days, NaiveDate};

    /// Easter Sunday by the formula of Gauss with Lichtenberg's additions, as a second opinion.
    fn by_gauss(year: i32) -> NaiveDate {
        let century = year / 100;
        let (moon, in_cycle) = (year % 19, (3 * century + 3) / 4);
        let germ = (19 * moon + 15 + in_cycle - (8 * century + 13) / 25) % 30;
        let full_moon = 21 + germ - (germ + moon / 11) / 29;
        let first_sunday = 7 - (year + year / 4 + 2 - in_cycle) % 7;
        let sunday = full_moon + 7 - (full_moon - first_sunday) % 7;
        let march = NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        march + Days::new(u64::try_from(sunday - 1).unwrap())
    }

    #[test]
    fn two_ways_of_reckoning_agree_in_every_year() {
        for year in 1583..=2999 {
            assert_eq!(easter_sunday(year), Some(by_gauss(year)), "{year}");
        }
    }

    #[test]
    fn known_years_the_extremes_included() {
        for date in [
            "1818-03-22",
            "1943-04-25",
            "2000-04-23",
            "2008-03-23",
            "2019-04-21",
            "2024-03-31",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2285-03-22",
        ] {
            let year = date[..4].parse().unwrap();
            assert_eq!(easter_sunday(year).unwrap().to_string(), date);
        }
    }
}
