//! The object of `kkd report`. The order of the fields here is the order of the keys in the output;
//! every key is described in `docs/handbuch.md`.

use caseload::{Caseload, FollowUp, MonthEnd, Overview};
use chrono::NaiveDate;
use rules::{Density, WeekFigures, YearFigures};
use serde::Serialize;

/// The figures of one caseload.
#[derive(Debug, Serialize)]
pub struct ReportLine<'f> {
    caseworker: Option<&'f str>,
    today: NaiveDate,
    edition: &'static str,
    local_parameters: Vec<&'static str>,
    density: DensityOverTime,
    year: Year,
    weeks: Weeks,
}

#[derive(Debug, Serialize)]
struct Share {
    part: u32,
    of: u32,
}

#[derive(Debug, Serialize)]
struct DensityOverTime {
    now: ByGroup,
    months: Vec<Month>,
}

#[derive(Debug, Serialize)]
struct ByGroup {
    all: Share,
    k1: Share,
    k3: Share,
    u25: Share,
}

#[derive(Debug, Serialize)]
struct Month {
    last_day: NaiveDate,
    density: Option<ByGroup>,
}

#[derive(Debug, Serialize)]
struct Year {
    from: NaiveDate,
    to: NaiveDate,
    channels: Channels,
    unknown_channel: u32,
    phone_not_counting: Share,
    phone_open: u32,
    attendance: Share,
    documented_in_time: Share,
}

#[derive(Debug, Serialize)]
struct Channels {
    in_person: Share,
    video: Share,
    phone: Share,
    group: Share,
    written: Share,
}

#[derive(Debug, Serialize)]
struct Weeks {
    quota_reached: Share,
    even: Share,
    weeks: Vec<Week>,
}

#[derive(Debug, Serialize)]
struct Week {
    week: String,
    quota: u32,
    reachable: u32,
    scheduled: u32,
    held: u32,
    spread: u32,
}

impl<'f> ReportLine<'f> {
    /// The object of a caseload.
    pub fn of(caseload: &'f Caseload, overview: &Overview, figures: &FollowUp) -> Self {
        let edition = &overview.setting.edition;
        ReportLine {
            caseworker: caseload.caseworker.name.as_deref(),
            today: overview.setting.today,
            edition: edition.id().key(),
            local_parameters: edition
                .local()
                .iter()
                .map(|change| change.parameter.key())
                .collect(),
            density: DensityOverTime {
                now: figures.now.into(),
                months: figures.months.iter().map(Month::from).collect(),
            },
            year: Year::from(&figures.year),
            weeks: Weeks::from(&figures.year),
        }
    }
}

impl From<rules::Share> for Share {
    fn from(share: rules::Share) -> Self {
        Share {
            part: share.part,
            of: share.of,
        }
    }
}

impl From<Density> for ByGroup {
    fn from(density: Density) -> Self {
        ByGroup {
            all: density.all.into(),
            k1: density.k1.into(),
            k3: density.k3.into(),
            u25: density.u25.into(),
        }
    }
}

impl From<&MonthEnd> for Month {
    fn from(month: &MonthEnd) -> Self {
        Month {
            last_day: month.last_day,
            density: month.density.map(ByGroup::from),
        }
    }
}

impl From<&YearFigures> for Year {
    fn from(year: &YearFigures) -> Self {
        Year {
            from: year.from,
            to: year.to,
            channels: year.channels.into(),
            unknown_channel: year.unknown_channel,
            phone_not_counting: year.phone_not_counting.into(),
            phone_open: year.phone_open,
            attendance: year.attendance.into(),
            documented_in_time: year.documented_in_time.into(),
        }
    }
}

impl From<rules::Channels> for Channels {
    fn from(channels: rules::Channels) -> Self {
        Channels {
            in_person: channels.in_person.into(),
            video: channels.video.into(),
            phone: channels.phone.into(),
            group: channels.group.into(),
            written: channels.written.into(),
        }
    }
}

impl From<&YearFigures> for Weeks {
    fn from(year: &YearFigures) -> Self {
        Weeks {
            quota_reached: year.quota_reached.into(),
            even: year.even.into(),
            weeks: year.weeks.iter().map(Week::from).collect(),
        }
    }
}

impl From<&WeekFigures> for Week {
    fn from(figures: &WeekFigures) -> Self {
        Week {
            week: figures.week.to_string(),
            quota: figures.quota,
            reachable: figures.reachable,
            scheduled: figures.scheduled,
            held: figures.held,
            spread: figures.spread,
        }
    }
}
