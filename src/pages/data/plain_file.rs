//! The kinds of plain files that a caseload is written as, and handing one over.

use crate::app::App;
use crate::changing::Command;
use crate::clock;
use crate::download;
use crate::stock::{Mode, Stock};
use caseload::export::customers::{self, Column};
use caseload::export::icalendar::{self, Naming, Options, Selection};
use caseload::export::{csv, xlsx};
use caseload::file;
use chrono::NaiveDate;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The whole caseload.
    Caseload,
    /// Customers as a list that a German spreadsheet opens.
    List,
    /// Customers as a workbook.
    Workbook,
    /// Appointments as a calendar.
    Calendar(Naming),
}

/// Why no file was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHandedOver {
    /// The rules do not hold on the day, so there is nothing to list.
    NoRules,
    /// The browser did not take it.
    Refused,
}

impl Kind {
    /// The mark of its button.
    pub fn mark(self) -> &'static str {
        match self {
            Kind::Caseload => "export-json",
            Kind::List => "export-csv",
            Kind::Workbook => "export-xlsx",
            Kind::Calendar(_) => "export-ics",
        }
    }

    /// The name says what it is and from which day, and of the example that it is one.
    fn file_name(self, mode: Mode, today: NaiveDate) -> String {
        let what = match mode {
            Mode::Example => "beispiel",
            Mode::Own | Mode::Empty => "bestand",
        };
        let ending = match self {
            Kind::Caseload => "kkd.json",
            Kind::List => "csv",
            Kind::Workbook => "xlsx",
            Kind::Calendar(_) => "ics",
        };
        format!("kontaktdichte-{what}-{today}.{ending}")
    }

    fn media_type(self) -> &'static str {
        match self {
            Kind::Caseload => "application/json",
            Kind::List => "text/csv",
            Kind::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Calendar(_) => "text/calendar",
        }
    }

    fn bytes(self, app: App) -> Option<Vec<u8>> {
        match self {
            Kind::Caseload => Some(file::write(&*app.caseload_untracked()?)),
            Kind::List => table(app, csv::write),
            Kind::Workbook => table(app, xlsx::write),
            Kind::Calendar(naming) => calendar(app, naming),
        }
    }

    /// Writes the caseload on screen and hands the file to the browser; its name comes back.
    pub fn hand_over(self, app: App) -> Result<String, NotHandedOver> {
        let bytes = self.bytes(app).ok_or(NotHandedOver::NoRules)?;
        let name = self.file_name(app.mode.get_untracked(), app.today.get_untracked());
        download::save(&name, self.media_type(), &bytes)
            .map_err(|download::Refused| NotHandedOver::Refused)?;
        if self == Kind::Caseload {
            // The only one from which everything comes back.
            app.dispatch(Command::Exported);
        }
        Ok(name)
    }
}

/// All customers with what the rules say of them today.
fn table(app: App, write: fn(&caseload::export::Sheet) -> Vec<u8>) -> Option<Vec<u8>> {
    app.evaluation.with_untracked(|evaluated| {
        let evaluation = evaluated.as_ref()?.as_ref().ok()?;
        let entries: Vec<_> = evaluation.overview.entries.iter().collect();
        Some(write(&customers::sheet(
            &evaluation.caseload,
            &evaluation.overview,
            &entries,
            &Column::ALL,
        )))
    })
}

fn calendar(app: App, naming: Naming) -> Option<Vec<u8>> {
    let lineage = app
        .stock
        .with_untracked(|stock| stock.ledger().map(|ledger| ledger.lineage()))?;
    let options = Options {
        selection: Selection::All,
        naming,
        lineage,
        stamp: clock::utc(clock::now()).unwrap_or_default(),
    };
    let caseload = app
        .stock
        .with_untracked(|stock| Stock::caseload(stock).cloned())?;
    Some(icalendar::write(&caseload, app.today.get_untracked(), &options).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use crate::stock::Mode;
    use caseload::export::icalendar::Naming;
    use chrono::NaiveDate;

    #[test]
    fn the_name_tells_the_example_from_the_own_caseload() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (kind, mode, name) in [
            (
                Kind::Caseload,
                Mode::Own,
                "kontaktdichte-bestand-2026-11-22.kkd.json",
            ),
            (
                Kind::Caseload,
                Mode::Example,
                "kontaktdichte-beispiel-2026-11-22.kkd.json",
            ),
            (
                Kind::List,
                Mode::Own,
                "kontaktdichte-bestand-2026-11-22.csv",
            ),
            (
                Kind::Workbook,
                Mode::Example,
                "kontaktdichte-beispiel-2026-11-22.xlsx",
            ),
            (
                Kind::Calendar(Naming::Nobody),
                Mode::Own,
                "kontaktdichte-bestand-2026-11-22.ics",
            ),
        ] {
            assert_eq!(kind.file_name(mode, day), name);
        }
    }
}
