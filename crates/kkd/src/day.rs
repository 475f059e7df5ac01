//! The day that a command is asked about.

use chrono::NaiveDate;
use rules::calendar::iso_day;
use rules::edition::EditionId;

/// Reads `--today`: `YYYY-MM-DD`, a day that exists, not before the first edition of the policy.
///
/// # Errors
/// A sentence for the person who typed it.
pub fn today(text: &str) -> Result<NaiveDate, String> {
    let day = iso_day(text).ok_or("expected a day as YYYY-MM-DD")?;
    let first = EditionId::E2025_04.valid_from();
    if day < first {
        return Err(format!(
            "lies before the first day of the oldest edition of the rules, {first}"
        ));
    }
    Ok(day)
}
