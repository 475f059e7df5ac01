//! Section E over one customer: category, profile and marker.

use super::Dossier;
use crate::due::Setting;
use crate::finding::Finding;
use crate::policy::{category_3, minimum_standards, profiles, u25};

/// Adds what the rules on categories object to or point out.
pub(super) fn check(dossier: &Dossier<'_>, setting: &Setting, findings: &mut Vec<Finding>) {
    let Dossier { case, due, .. } = dossier;
    findings.extend(minimum_standards::category_against_the_rules(case, due));
    findings.extend(minimum_standards::category_missing(case, due));
    findings.extend(profiles::profile_i_unfounded(case));
    findings.extend(profiles::profile_z_without_reason(case));
    findings.extend(profiles::profile_z_ended(case, setting));
    findings.extend(profiles::reduced_capacity_too_long(case, setting));
    findings.extend(profiles::profile_z_ending(case, setting));
    findings.extend(category_3::marker_not_set(case, due));
    findings.extend(u25::youth_ends(case, due, setting));
    findings.extend(minimum_standards::group_open(due));
}
