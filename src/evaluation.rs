//! What the rules say about the caseload on screen, as one value from which every figure is read.

use crate::reactive::{Memo, RwSignal};
use crate::stock::Stock;
use caseload::{Caseload, Overview};
use chrono::NaiveDate;
use rules::edition::EditionError;
use std::sync::Arc;

/// A caseload with what the rules say about it on one day.
#[derive(Debug)]
pub struct Evaluation {
    /// The facts.
    pub caseload: Arc<Caseload>,
    /// The results.
    pub overview: Overview,
}

/// An evaluation, or why there is none for this day.
pub type Evaluated = Result<Arc<Evaluation>, EditionError>;

/// One evaluation for every figure on the page. Two evaluations are never compared: a new one is
/// made only when the caseload or the day is new.
pub fn evaluation(stock: RwSignal<Stock>, today: Memo<NaiveDate>) -> Memo<Option<Evaluated>> {
    let shown = Memo::new_with_compare(
        move |_| stock.with(|stock| stock.caseload().map(Arc::clone)),
        |old, new| match (old, new) {
            (Some(Some(old)), Some(Some(new))) => !Arc::ptr_eq(old, new),
            (Some(None), Some(None)) => false,
            (_, _) => true,
        },
    );
    Memo::new_with_compare(
        move |before: Option<&Option<Evaluated>>| {
            let caseload = shown.get()?;
            let today = today.get();
            let result = match before {
                Some(Some(Ok(before))) => {
                    before.overview.renewed(&before.caseload, &caseload, today)
                }
                Some(Some(Err(_)) | None) | None => caseload::overview(&caseload, today),
            };
            Some(result.map(|overview| Arc::new(Evaluation { caseload, overview })))
        },
        |_, _| true,
    )
}
