//! The caseworker's office: which federal state, which days and hours, which days are off.

use chrono::{NaiveDate, NaiveTime, Weekday};
use std::fmt;

/// A federal state of Germany. It decides the public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FederalState {
    /// Baden-Württemberg.
    BW,
    /// Bayern.
    BY,
    /// Berlin.
    BE,
    /// Brandenburg.
    BB,
    /// Bremen.
    HB,
    /// Hamburg.
    HH,
    /// Hessen.
    HE,
    /// Mecklenburg-Vorpommern.
    MV,
    /// Niedersachsen.
    NI,
    /// Nordrhein-Westfalen.
    NW,
    /// Rheinland-Pfalz.
    RP,
    /// Saarland.
    SL,
    /// Sachsen.
    SN,
    /// Sachsen-Anhalt.
    ST,
    /// Schleswig-Holstein.
    SH,
    /// Thüringen.
    TH,
}

impl FederalState {
    /// All sixteen, in the order of their German names.
    pub const ALL: [FederalState; 16] = [
        FederalState::BW,
        FederalState::BY,
        FederalState::BE,
        FederalState::BB,
        FederalState::HB,
        FederalState::HH,
        FederalState::HE,
        FederalState::MV,
        FederalState::NI,
        FederalState::NW,
        FederalState::RP,
        FederalState::SL,
        FederalState::SN,
        FederalState::ST,
        FederalState::SH,
        FederalState::TH,
    ];

    /// The two-letter code used in files.
    pub fn code(self) -> &'static str {
        match self {
            FederalState::BW => "BW",
            FederalState::BY => "BY",
            FederalState::BE => "BE",
            FederalState::BB => "BB",
            FederalState::HB => "HB",
            FederalState::HH => "HH",
            FederalState::HE => "HE",
            FederalState::MV => "MV",
            FederalState::NI => "NI",
            FederalState::NW => "NW",
            FederalState::RP => "RP",
            FederalState::SL => "SL",
            FederalState::SN => "SN",
            FederalState::ST => "ST",
            FederalState::SH => "SH",
            FederalState::TH => "TH",
        }
    }
}

/// Share of a full-time post in hundredths, 5 to 100 inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fte(u8);

/// A share of a full-time post outside 0.05 to 1.00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FteOutOfRange;

impl fmt::Display for FteOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a share of a full-time post lies between 0.05 and 1.00, in hundredths")
    }
}

impl std::error::Error for FteOutOfRange {}

impl Fte {
    /// A whole post.
    pub const FULL: Fte = Fte(100);

    /// A share given in hundredths.
    ///
    /// # Errors
    /// [`FteOutOfRange`] outside 5 to 100 inclusive.
    pub fn from_hundredths(hundredths: u8) -> Result<Self, FteOutOfRange> {
        if (5..=100).contains(&hundredths) {
            Ok(Fte(hundredths))
        } else {
            Err(FteOutOfRange)
        }
    }

    /// The share in hundredths.
    pub fn hundredths(self) -> u8 {
        self.0
    }
}

/// A stretch of consultation hours within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// Start, inclusive.
    pub from: NaiveTime,
    /// End, exclusive.
    pub to: NaiveTime,
}

/// Days on which the caseworker is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// First day, inclusive.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// What for.
    pub reason: Option<String>,
}

/// A day on which the office is closed; municipal holidays are entered like this too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// The day.
    pub date: NaiveDate,
    /// What for.
    pub reason: Option<String>,
}

/// When the caseworker works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeDays {
    /// State whose public holidays hold.
    pub state: FederalState,
    /// Share of a full-time post.
    pub fte: Fte,
    /// The caseworker's weekdays, Monday first, each at most once.
    pub working_days: Vec<Weekday>,
    /// Consultation hours of a day.
    pub hours: Vec<Hours>,
    /// Days away.
    pub absences: Vec<Absence>,
    /// Days closed.
    pub closures: Vec<Closure>,
}

impl OfficeDays {
    /// A full post in `state`: Monday to Friday, 08:00 to 12:00 and 13:00 to 16:30, no day off.
    pub fn usual(state: FederalState) -> Self {
        let stretch = |from: (u32, u32), to: (u32, u32)| {
            Some(Hours {
                from: NaiveTime::from_hms_opt(from.0, from.1, 0)?,
                to: NaiveTime::from_hms_opt(to.0, to.1, 0)?,
            })
        };
        OfficeDays {
            state,
            fte: Fte::FULL,
            working_days: vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ],
            hours: [stretch((8, 0), (12, 0)), stretch((13, 0), (16, 30))]
                .into_iter()
                .flatten()
                .collect(),
            absences: Vec::new(),
            closures: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FederalState, Fte, FteOutOfRange, OfficeDays};
    use chrono::{NaiveTime, Weekday};

    #[test]
    fn the_states_have_their_usual_letters() {
        let codes = FederalState::ALL.map(FederalState::code);
        assert_eq!(
            codes.join(" "),
            "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH"
        );
    }

    #[test]
    fn a_post_is_at_least_a_twentieth_and_at_most_a_whole_one() {
        for hundredths in [5, 50, 100] {
            let share = Fte::from_hundredths(hundredths);
            assert_eq!(share.map(Fte::hundredths), Ok(hundredths));
        }
        for hundredths in [0, 4, 101] {
            assert_eq!(Fte::from_hundredths(hundredths), Err(FteOutOfRange));
        }
        assert!(FteOutOfRange.to_string().contains("0.05 and 1.00"));
    }

    #[test]
    fn usually_there_is_a_break_at_noon_and_a_free_weekend() {
        let usual = OfficeDays::usual(FederalState::BW);
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let hours: Vec<_> = usual
            .hours
            .iter()
            .map(|open| (open.from, open.to))
            .collect();
        assert_eq!(
            hours,
            [(time(8, 0), time(12, 0)), (time(13, 0), time(16, 30))]
        );
        assert_eq!(usual.working_days.len(), 5);
        assert!(!usual.working_days.contains(&Weekday::Sat));
        assert!(!usual.working_days.contains(&Weekday::Sun));
    }
}
