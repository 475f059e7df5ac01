//! Names for customers in addresses. The browser writes addresses into its history, in clear, and a
//! case id may contain a customer number; so an address names a customer by a key that only this
//! caseload can make and that says nothing.

use crate::history::CaseloadId;
use crate::record::{Caseload, Customer};
use blake2::Blake2bMac;
use blake2::digest::consts::U8;
use blake2::digest::{FixedOutput, KeyInit, Update};
use rules::facts::CaseId;
use std::fmt::Write as _;
use std::sync::Arc;

/// The key of a case in addresses: 16 hexadecimal digits, the same at every start.
pub fn address_key(lineage: CaseloadId, case: &CaseId) -> String {
    keyed(lineage, &[case.as_str()])
}

/// 16 hexadecimal digits that stand for these texts and that only this caseload can make.
pub(crate) fn keyed(lineage: CaseloadId, parts: &[&str]) -> String {
    let mut key = String::with_capacity(16);
    // A name of 16 bytes is never too long for a key.
    if let Ok(mut mac) = Blake2bMac::<U8>::new_from_slice(&lineage.bytes()) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                mac.update(&[0]);
            }
            mac.update(part.as_bytes());
        }
        for byte in mac.finalize_fixed() {
            // Writing to a text does not fail.
            let _ = write!(key, "{byte:02x}");
        }
    }
    key
}

/// The customer that an address means, by its key or, from a hand-written address, by its case id.
pub fn customer_at<'c>(
    caseload: &'c Caseload,
    lineage: CaseloadId,
    address: &str,
) -> Option<&'c Customer> {
    let customers = &caseload.customers;
    customers
        .iter()
        .find(|customer| customer.id.as_str() == address)
        .or_else(|| {
            customers
                .iter()
                .find(|customer| address_key(lineage, &customer.id) == address)
        })
        .map(Arc::as_ref)
}

#[cfg(test)]
mod tests {
    use super::{address_key, customer_at};
    use crate::history::CaseloadId;
    use crate::record::{Caseload, Customer, CustomerNumber};
    use rules::facts::{CaseId, FederalState};

    #[test]
    fn a_key_names_one_customer_of_one_caseload_and_says_nothing() {
        let (here, there) = (CaseloadId::new([1; 16]), CaseloadId::new([2; 16]));
        let ids = ["liste-617D000001", "liste-617D000002"].map(CaseId::from);
        let mut caseload = Caseload::empty(FederalState::BW);
        for id in &ids {
            let number = CustomerNumber::new("617D000001").unwrap();
            let customer = Customer::new(id.clone(), number);
            caseload.customers.push(customer.into());
        }
        for id in &ids {
            let key = address_key(here, id);
            assert_eq!(key.len(), 16);
            assert!(key.chars().all(|digit| digit.is_ascii_hexdigit()), "{key}");
            assert_ne!(key, address_key(there, id));
            assert_eq!(customer_at(&caseload, here, &key).unwrap().id, *id);
            assert_eq!(customer_at(&caseload, here, id.as_str()).unwrap().id, *id);
            assert!(customer_at(&caseload, there, &key).is_none());
        }
    }
}
