//! Every contact with its judgement, and what the open one would change (section B).

use super::{Detail, Step, Tone};
use crate::facts::Contact;
use crate::ordering::sort_by;
use crate::wording::contact::{day_and_channel, judgement_reason};
use crate::wording::date;
use crate::{Counts, Due, Setting};

/// Every contact with its judgement, newest first.
pub(super) fn contacts_step(contacts: &[Contact], due: &Due, setting: &Setting) -> Option<Step> {
    if contacts.is_empty() {
        return None;
    }
    let mut judged: Vec<_> = contacts.iter().zip(&due.judgements).collect();
    sort_by(&mut judged, |(one, _), (other, _)| {
        (other.date, &other.id).cmp(&(one.date, &one.id))
    });
    let count = |counts: Counts| {
        due.judgements
            .iter()
            .filter(|judgement| judgement.counts == counts)
            .count()
    };
    let tally: Vec<String> = [
        (count(Counts::Yes), "zählt", "zählen"),
        (count(Counts::No), "zählt nicht", "zählen nicht"),
        (count(Counts::Open), "offen", "offen"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, more)| format!("{number} {}", if number == 1 { one } else { more }))
    .collect();
    let number = match contacts.len() {
        1 => "1 Kontakt".to_owned(),
        more => format!("{more} Kontakte"),
    };
    let text = format!("{number} erfasst: {}.", tally.join(", "));
    let details = judged
        .into_iter()
        .map(|(contact, judgement)| Detail {
            text: format!(
                "{} – {}.",
                day_and_channel(contact),
                judgement_reason(contact, judgement, due.group, setting)
            ),
            rules: vec![judgement.rule],
            tone: match judgement.counts {
                Counts::Yes => Tone::Counts,
                Counts::No => Tone::DoesNotCount,
                Counts::Open => Tone::Open,
            },
        })
        .collect();
    Some(Step {
        title: "Kontakte im Einzelnen",
        text,
        rules: Vec::new(),
        details,
    })
}

pub(super) fn supposition_step(contacts: &[Contact], due: &Due) -> Option<Step> {
    let supposition = due.supposition?;
    let contact = contacts.get(supposition.index)?;
    let rule = due.judgements.get(supposition.index)?.rule;
    Some(Step {
        title: "Wenn der offene Kontakt zählte",
        text: format!(
            "Zählte der Kontakt vom {}, wäre {} der späteste Tag.",
            day_and_channel(contact),
            date(supposition.latest)
        ),
        rules: vec![rule],
        details: Vec::new(),
    })
}
