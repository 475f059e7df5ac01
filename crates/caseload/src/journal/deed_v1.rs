//! Deeds, version 1: most are a name; undoing and redoing name the event that they are about.

use crate::file::fault::{Expected, Faults, Found, Noted};
use crate::file::fields::Fields;
use crate::file::place::Place;
use crate::file::value::Value;
use crate::history::Deed;
use json::Node;

const UNDONE: &str = "undone";
const REDONE: &str = "redone";

/// Gives each deed that is only a name this name, both ways; a forgotten deed does not compile.
macro_rules! named {
    ($($deed:ident = $name:literal),+ $(,)?) => {
        const NAMES: &[&str] = &[$($name),+];

        fn of_name(name: &str) -> Option<Deed> {
            match name {
                $($name => Some(Deed::$deed),)+
                _ => None,
            }
        }

        /// The tree of a deed.
        pub(super) fn write<'n>(deed: Deed) -> Node<'n> {
            match deed {
                $(Deed::$deed => $name.node(),)+
                Deed::Undone(event) => Node::object([(UNDONE, event.node())]),
                Deed::Redone(event) => Node::object([(REDONE, event.node())]),
            }
        }
    };
}

named! {
    ListImported = "list_imported",
    FileOpened = "file_opened",
    BackupRestored = "backup_restored",
    BackupMerged = "backup_merged",
    CustomerAdded = "customer_added",
    CustomerRevised = "customer_revised",
    CustomerClosed = "customer_closed",
    CustomerReopened = "customer_reopened",
    CustomerRemoved = "customer_removed",
    CustomersRevised = "customers_revised",
    ContactRecorded = "contact_recorded",
    ContactRevised = "contact_revised",
    ContactRemoved = "contact_removed",
    AppointmentMade = "appointment_made",
    AppointmentRevised = "appointment_revised",
    AppointmentRemoved = "appointment_removed",
    OutcomeRecorded = "outcome_recorded",
    PlanAccepted = "plan_accepted",
    FindingCorrected = "finding_corrected",
    FindingKept = "finding_kept",
    FindingReopened = "finding_reopened",
    ParametersChanged = "parameters_changed",
    TransferDone = "transfer_done",
    TransferReopened = "transfer_reopened",
    OfficeRevised = "office_revised",
    HandoverTaken = "handover_taken",
    HandoverGivenBack = "handover_given_back",
    HandoverReturned = "handover_returned",
}

/// Reads a deed.
pub(super) fn read(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<Deed, Noted> {
    if let Node::Text(name) = node {
        return of_name(name).ok_or_else(|| {
            let expected = Expected::OneOf(NAMES.to_vec());
            faults.unexpected(place, Found::text(name), expected)
        });
    }
    let mut fields = Fields::of(node, place, &[UNDONE, REDONE], faults)?;
    match (fields.has(UNDONE), fields.has(REDONE)) {
        (true, false) => Ok(Deed::Undone(fields.required(UNDONE, faults)?)),
        (false, true) => Ok(Deed::Redone(fields.required(REDONE, faults)?)),
        (true, true) | (false, false) => {
            let expected = Expected::OneOf(vec![UNDONE, REDONE]);
            Err(faults.unexpected(place, Found::Object, expected))
        }
    }
}
