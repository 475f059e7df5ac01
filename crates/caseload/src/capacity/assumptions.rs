//! What the sum rests on: the caseload as it is, or as it might be.

use crate::overview::Overview;
use crate::record::Caseload;
use crate::schedule::appointments;
use rules::facts::Fte;
use rules::{Group, Share, Standard, attendance};

/// What can be asked "what if" about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumptions {
    /// Customers in U25.
    pub u25: u32,
    /// Customers in K1.
    pub k1: u32,
    /// Customers in K3.
    pub k3: u32,
    /// Share of a post.
    pub fte: Fte,
    /// Appointments that come about, of all; 0 of 0 counts as all.
    pub attendance: Share,
}

impl Assumptions {
    /// Customers of a standard.
    pub fn of(&self, standard: Standard) -> u32 {
        match standard {
            Standard::U25 => self.u25,
            Standard::K1 => self.k1,
            Standard::K3 => self.k3,
        }
    }

    /// Everybody under a standard.
    pub fn customers(&self) -> u32 {
        self.u25.saturating_add(self.k1).saturating_add(self.k3)
    }
}

/// The caseload as it is: groups by the rules, the share of a post as recorded, attendance over the
/// last twelve months (G3).
pub fn assumptions(caseload: &Caseload, overview: &Overview) -> Assumptions {
    let mut found = Assumptions {
        u25: 0,
        k1: 0,
        k3: 0,
        fte: caseload.caseworker.office.fte,
        attendance: attendance(appointments(caseload), overview.setting.today),
    };
    for entry in &overview.entries {
        match entry.due.group {
            Group::Under(Standard::U25) => found.u25 += 1,
            Group::Under(Standard::K1) => found.k1 += 1,
            Group::Under(Standard::K3) => found.k3 += 1,
            Group::Exempt | Group::Open => {}
        }
    }
    found
}
