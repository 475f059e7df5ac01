//! Addresses. The page is one file, so the place inside it stands behind the `#`; nothing personal
//! is ever part of it. A question mark and what follows belongs to the page and is left alone.

use leptos::ev;
use leptos::prelude::*;
use std::borrow::Cow;

/// A page of the application.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// What this is, and the doors into it.
    Welcome,
    /// The day: appointments, things to do, who presses.
    Today,
    /// The due list.
    Due,
    /// The appointments of a week, and what planning proposes.
    Week,
    /// All customers.
    Customers,
    /// Appointments that do not take place, and who could come instead.
    Missed,
    /// What the rules object to.
    Check,
    /// Whether the caseload can be carried.
    Figures,
    /// What is still to be entered in VerBIS and ATV.
    Transfers,
    /// The policy in plain words, its numbers and its examples.
    Policy,
    /// Bringing data in and taking it out.
    Data,
    /// One customer, by the key that stands for them in addresses.
    Case(String),
    /// What is stored, where, and how it is protected.
    Privacy,
    /// An address that leads nowhere.
    Unknown,
}

impl Route {
    /// The page behind the hash of an address; the empty hash is the start.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.split_once('?').map_or(path, |(before, _)| before);
        match path.trim_matches('/') {
            "" | "willkommen" => Route::Welcome,
            "heute" => Route::Today,
            "faellig" => Route::Due,
            "woche" => Route::Week,
            "bestand" => Route::Customers,
            "ausfall" => Route::Missed,
            "pruefung" => Route::Check,
            "auswertung" => Route::Figures,
            "uebertrag" => Route::Transfers,
            "regeln" => Route::Policy,
            "daten" => Route::Data,
            "datenschutz" => Route::Privacy,
            other => match other.strip_prefix("fall/") {
                Some(key) if !key.is_empty() => Route::Case(key.to_owned()),
                Some(_) | None => Route::Unknown,
            },
        }
    }

    /// The address that leads to this page.
    pub fn href(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Route::Welcome | Route::Unknown => "#/willkommen",
            Route::Today => "#/heute",
            Route::Due => "#/faellig",
            Route::Week => "#/woche",
            Route::Customers => "#/bestand",
            Route::Missed => "#/ausfall",
            Route::Check => "#/pruefung",
            Route::Figures => "#/auswertung",
            Route::Transfers => "#/uebertrag",
            Route::Policy => "#/regeln",
            Route::Data => "#/daten",
            Route::Privacy => "#/datenschutz",
            Route::Case(key) => return Cow::Owned(format!("#/fall/{key}")),
        })
    }

    /// The heading of the page, also the title of the window.
    pub fn title(&self) -> &'static str {
        match self {
            Route::Welcome => "Willkommen",
            Route::Today => "Heute",
            Route::Due => "Fällig",
            Route::Week => "Woche",
            Route::Customers => "Bestand",
            Route::Missed => "Terminausfall",
            Route::Check => "Prüfung",
            Route::Figures => "Auswertung",
            Route::Transfers => "Übertrag",
            Route::Policy => "Regeln",
            Route::Data => "Daten",
            // The window's title stands in the browser's history, so it names nobody.
            Route::Case(_) => "Fall",
            Route::Privacy => "Datenschutz",
            Route::Unknown => "Seite nicht gefunden",
        }
    }

    /// The page that the window's address names now.
    pub fn current() -> Self {
        Route::parse(&location().hash().unwrap_or_default())
    }

    /// Whether the window's address names no page, as after opening the file.
    pub fn is_unnamed() -> bool {
        location()
            .hash()
            .is_ok_and(|hash| hash.trim_matches(['#', '/']).is_empty())
    }

    /// Goes to this page, with an entry in the browser's history.
    pub fn go(&self) {
        // A browser refuses this only while the page is being torn down.
        drop(location().set_hash(&self.href()));
    }

    /// Goes to this page in place of the present one, without an entry in the browser's history.
    pub fn replace(&self) {
        drop(location().replace(&self.href()));
    }
}

/// Calls `arrived` with the page whenever the address changes.
pub fn on_change(arrived: impl Fn(Route) + 'static) {
    let listener = window_event_listener(ev::hashchange, move |_| arrived(Route::current()));
    on_cleanup(move || listener.remove());
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_page_is_found_at_its_own_address() {
        for route in [
            Route::Welcome,
            Route::Today,
            Route::Due,
            Route::Week,
            Route::Customers,
            Route::Missed,
            Route::Check,
            Route::Figures,
            Route::Transfers,
            Route::Policy,
            Route::Data,
            Route::Privacy,
            Route::Case("3f0a".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn a_query_and_slashes_at_the_ends_do_not_matter() {
        for hash in [
            "#/faellig?stand=offen",
            "#faellig",
            "#/faellig/",
            "/faellig",
        ] {
            assert_eq!(Route::parse(hash), Route::Due, "{hash}");
        }
        assert_eq!(Route::parse("#?x=1"), Route::Welcome);
    }

    #[test]
    fn another_address_is_unknown_and_leads_back_to_the_start() {
        for hash in ["#/gestern", "#/Faellig", "#/faellig/5", "#/fall", "#/fall/"] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        assert_eq!(Route::Unknown.href(), Route::Welcome.href());
    }
}
