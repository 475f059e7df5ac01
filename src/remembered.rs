//! Small things that a new start takes up again: which caseload was on screen, which page, whether
//! there is an own caseload, after how many minutes it locks itself, how long closed customers are
//! kept. None of it says anything about anybody.

use crate::route::Route;
use crate::settings;
use crate::stock::Place;
use caseload::retention::RetentionPeriod;
use std::time::Duration;

const PLACE: &str = "kontaktdichte.place";
const PAGE: &str = "kontaktdichte.page";
const OWN: &str = "kontaktdichte.own";
const LOCK_AFTER: &str = "kontaktdichte.lock-after";
const RETENTION: &str = "kontaktdichte.retention-months";

/// Minutes that can be chosen, and the one that holds until somebody chooses.
pub const LOCK_MINUTES: [u64; 6] = [2, 5, 10, 15, 30, 60];
const USUAL_LOCK_MINUTES: u64 = 10;

/// Months of retention that can be chosen.
pub const RETENTION_MONTHS: [u16; 8] = [6, 12, 24, 36, 48, 60, 84, 120];

/// The caseload that was on screen last.
pub fn place() -> Option<Place> {
    match settings::read(PLACE)?.as_str() {
        "own" => Some(Place::Own),
        "example" => Some(Place::Example),
        _ => None,
    }
}

/// Remembers the caseload on screen.
pub fn set_place(place: Place) {
    let name = match place {
        Place::Own => "own",
        Place::Example => "example",
    };
    settings::write(PLACE, name);
}

/// The page that was on screen last, if it is one to come back to.
pub fn page() -> Option<Route> {
    let hash = settings::read(PAGE)?;
    match Route::parse(&hash) {
        route @ (Route::Today
        | Route::Due
        | Route::Week
        | Route::Customers
        | Route::Missed
        | Route::Check
        | Route::Figures
        | Route::Transfers
        | Route::Policy
        | Route::Data) => Some(route),
        Route::Welcome | Route::Case(_) | Route::Privacy | Route::Unknown => None,
    }
}

/// Remembers a page. The page of a customer is not one: its address names somebody.
pub fn set_page(route: &Route) {
    match route {
        Route::Today
        | Route::Due
        | Route::Week
        | Route::Customers
        | Route::Missed
        | Route::Check
        | Route::Figures
        | Route::Transfers
        | Route::Policy
        | Route::Data => settings::write(PAGE, &route.href()),
        Route::Welcome | Route::Case(_) | Route::Privacy | Route::Unknown => {}
    }
}

/// What is noted of an own caseload: that there is one, or that it came back from its copy and
/// nobody has said yet that they know.
const KEPT: &str = "kept";
const RETURNED: &str = "returned";

/// Whether this browser has kept an own caseload that nobody has deleted.
pub fn had_own() -> bool {
    settings::read(OWN).is_some()
}

/// Notes that there is an own caseload.
pub fn note_own() {
    if !had_own() {
        settings::write(OWN, KEPT);
    }
}

/// Whether the own caseload came back from its copy, and nobody has said yet that they know.
pub fn has_returned() -> bool {
    settings::read(OWN).as_deref() == Some(RETURNED)
}

/// Notes that it came back.
pub fn note_return() {
    settings::write(OWN, RETURNED);
}

/// Notes that the user knows.
pub fn forget_return() {
    settings::write(OWN, KEPT);
}

/// After how many minutes without a touch the own caseload locks itself.
pub fn lock_minutes() -> u64 {
    settings::read(LOCK_AFTER)
        .and_then(|text| text.parse().ok())
        .filter(|minutes| LOCK_MINUTES.contains(minutes))
        .unwrap_or(USUAL_LOCK_MINUTES)
}

/// Remembers after how many minutes the own caseload locks itself.
pub fn set_lock_minutes(minutes: u64) {
    settings::write(LOCK_AFTER, &minutes.to_string());
}

/// The time without a touch after which the own caseload locks itself.
pub fn lock_after() -> Duration {
    Duration::from_secs(lock_minutes() * 60)
}

/// How long closed customers are kept.
pub fn retention() -> RetentionPeriod {
    settings::read(RETENTION)
        .and_then(|text| text.parse().ok())
        .filter(|months| RETENTION_MONTHS.contains(months))
        .and_then(|months| RetentionPeriod::of_months(months).ok())
        .unwrap_or_default()
}

/// Remembers how long closed customers are kept.
pub fn set_retention(period: RetentionPeriod) {
    settings::write(RETENTION, &period.months().to_string());
}
