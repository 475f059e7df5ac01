//! What was typed about customers, and about the office, and is not saved yet. It stays while one
//! looks at another page, is said to be unsaved there, and goes when it is saved or thrown away.
//! [`crate::typing`] keeps it beside the records.

use rules::facts::CaseId;
use rules::ordering::OrderedMap;

/// Names of form controls with what was typed into them, where that differs from the record.
pub type Typed = OrderedMap<String, String>;

/// The unsaved input of one caseload.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Drafts {
    by_case: OrderedMap<CaseId, Typed>,
}

impl Drafts {
    /// Whether nothing is unsaved.
    pub fn is_empty(&self) -> bool {
        self.by_case.is_empty()
    }

    /// What is unsaved of a case.
    pub fn of(&self, case: &CaseId) -> Option<&Typed> {
        self.by_case.get(case)
    }

    /// Keeps what was typed into a control; `None` if that is what the record says anyway.
    pub fn keep(&mut self, case: &CaseId, control: &str, typed: Option<String>) {
        let Some(text) = typed else {
            if let Some(of_case) = self.by_case.get_mut(case) {
                of_case.remove(control);
                if of_case.is_empty() {
                    self.by_case.remove(case);
                }
            }
            return;
        };
        let of_case = self.by_case.entry(case.clone()).or_default();
        of_case.insert(control.to_owned(), text);
    }

    /// Whether something is unsaved in one of the forms about a case; see [`control_of`].
    pub fn has(&self, case: &CaseId, form: &str) -> bool {
        self.of(case)
            .is_some_and(|typed| typed.iter().any(|(control, _)| form_of(control) == form))
    }

    /// Lets go of what was typed in one of the forms about a case.
    pub fn drop_form(&mut self, case: &CaseId, form: &str) {
        if let Some(of_case) = self.by_case.get_mut(case) {
            of_case.retain(|control, _| form_of(control) != form);
            if of_case.is_empty() {
                self.by_case.remove(case);
            }
        }
    }

    /// Lets go of what was typed about cases that are not there any more.
    pub fn retain(&mut self, is_there: impl Fn(&CaseId) -> bool) {
        let office = office();
        self.by_case
            .retain(|case, _| *case == office || is_there(case));
    }

    /// Takes in other drafts. Both were `base` once; what was typed here since then stays, for
    /// everything else the others hold, also where they let go of something.
    pub fn join(&mut self, base: &Drafts, others: Drafts) {
        let mine = std::mem::replace(self, others);
        for (case, control) in mine.places().into_iter().chain(base.places()) {
            let typed = mine.text(&case, &control);
            if typed != base.text(&case, &control) {
                let typed = typed.cloned();
                self.keep(&case, &control, typed);
            }
        }
    }

    /// Lets go of what both hold alike, on both sides; what differs stays, so that it can be joined
    /// with others later. Says whether anything went.
    pub fn part(&mut self, base: &mut Drafts) -> bool {
        let common: Vec<_> = self
            .places()
            .into_iter()
            .filter(|(case, control)| self.text(case, control) == base.text(case, control))
            .collect();
        for (case, control) in &common {
            self.keep(case, control, None);
            base.keep(case, control, None);
        }
        !common.is_empty()
    }

    fn text(&self, case: &CaseId, control: &str) -> Option<&String> {
        self.of(case)?.get(control)
    }

    fn places(&self) -> Vec<(CaseId, String)> {
        let mut places = Vec::new();
        for (case, typed) in &self.by_case {
            for (control, _) in typed {
                places.push((case.clone(), control.clone()));
            }
        }
        places
    }

    /// All of it as bytes, to be sealed: each text with its length before it, three texts an entry.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (case, typed) in &self.by_case {
            for (control, text) in typed {
                for part in [case.as_str(), control, text] {
                    // What somebody types is never longer than four gigabytes.
                    bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
                    bytes.extend_from_slice(part.as_bytes());
                }
            }
        }
        bytes
    }

    /// Reads what [`Drafts::to_bytes`] made; `None` if it is something else.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut drafts = Drafts::default();
        while !bytes.is_empty() {
            let case = CaseId::from(take(&mut bytes)?);
            let control = take(&mut bytes)?;
            let text = take(&mut bytes)?;
            drafts.keep(&case, control, Some(text.to_owned()));
        }
        Some(drafts)
    }
}

/// Under what is kept that was typed about the office; no customer has an empty id.
pub fn office() -> CaseId {
    CaseId::from("")
}

/// The form with the facts of a customer. The controls of all others have the form's name in front.
pub const FACTS: &str = "";

/// The name under which a control of a form is kept.
pub fn control_of(form: &str, control: &str) -> String {
    let mut name = form.to_owned();
    name.push('#');
    name.push_str(control);
    name
}

/// The form that a control stands in.
fn form_of(control: &str) -> &str {
    control.split_once('#').map_or(FACTS, |(form, _)| form)
}

/// Takes one text off the front.
fn take<'b>(bytes: &mut &'b [u8]) -> Option<&'b str> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (text, rest) = rest.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::{Drafts, FACTS, control_of, office};
    use rules::facts::CaseId;

    #[test]
    fn what_equals_the_record_is_no_draft() {
        let case = CaseId::from("c-1");
        let mut drafts = Drafts::default();
        drafts.keep(&case, "name", Some("A".to_owned()));
        drafts.keep(&case, "note", Some("B".to_owned()));
        drafts.keep(&case, "name", None);
        assert_eq!(drafts.of(&case).unwrap().len(), 1);
        drafts.keep(&case, "note", None);
        assert!(drafts.is_empty());
        assert!(drafts.of(&case).is_none());
    }

    #[test]
    fn forms_about_one_customer_are_let_go_one_by_one() {
        let case = CaseId::from("c-1");
        let mut drafts = Drafts::default();
        drafts.keep(&case, "note", Some("A".to_owned()));
        drafts.keep(
            &case,
            &control_of("contact", "date"),
            Some("3.9.".to_owned()),
        );
        assert!(drafts.has(&case, FACTS) && drafts.has(&case, "contact"));
        drafts.drop_form(&case, FACTS);
        assert!(!drafts.has(&case, FACTS) && drafts.has(&case, "contact"));
        drafts.drop_form(&case, "contact");
        assert!(drafts.is_empty());
    }

    fn note(cases: &[(&str, &str, &str)]) -> Drafts {
        let mut drafts = Drafts::default();
        for (case, control, text) in cases {
            drafts.keep(&CaseId::from(*case), control, Some((*text).to_owned()));
        }
        drafts
    }

    #[test]
    fn what_was_typed_here_stays_where_others_typed_something_else() {
        let mut own = note(&[("c-1", "note", "hier"), ("c-2", "name", "A")]);
        let before = own.clone();
        own.join(
            &Drafts::default(),
            note(&[
                ("c-1", "note", "dort"),
                ("c-1", "name", "B"),
                ("c-3", "note", "C"),
            ]),
        );
        assert_ne!(own, before);
        let text = |case: &str, control: &str| {
            own.of(&CaseId::from(case))
                .unwrap()
                .get(control)
                .unwrap()
                .clone()
        };
        assert_eq!(text("c-1", "note"), "hier");
        assert_eq!(text("c-1", "name"), "B");
        assert_eq!(text("c-2", "name"), "A");
        assert_eq!(text("c-3", "note"), "C");
        own.keep(&office(), "absence#from", Some("morgen".to_owned()));
        own.retain(|case| case.as_str() == "c-3");
        assert!(own.has(&office(), "absence"), "the office is always there");
        assert!(own.of(&CaseId::from("c-1")).is_none());
        assert!(own.of(&CaseId::from("c-3")).is_some());
    }

    /// Drafts as they were in the store, and with a name typed anew and a note saved since.
    fn typed_further() -> (Drafts, Drafts) {
        let base = note(&[
            ("c-1", "note", "alt"),
            ("c-1", "name", "A"),
            ("c-2", "note", "x"),
        ]);
        let mut own = base.clone();
        own.keep(&CaseId::from("c-1"), "name", Some("B".to_owned()));
        own.keep(&CaseId::from("c-2"), "note", None);
        (base, own)
    }

    #[test]
    fn what_others_have_let_go_of_does_not_come_back() {
        let (base, mut own) = typed_further();
        own.join(&base, note(&[("c-1", "name", "A"), ("c-2", "note", "x")]));
        let left = own.places();
        assert_eq!(left, [(CaseId::from("c-1"), "name".to_owned())]);
        let name = own
            .of(&CaseId::from("c-1"))
            .and_then(|typed| typed.get("name"));
        assert_eq!(name.map(String::as_str), Some("B"));
    }

    #[test]
    fn drafts_that_another_window_answers_for_are_not_shown_here_but_joined_with_later() {
        let (mut base, mut own) = typed_further();
        assert!(own.part(&mut base));
        assert_eq!(own, note(&[("c-1", "name", "B")]));
        assert_eq!(base, note(&[("c-1", "name", "A"), ("c-2", "note", "x")]));
        assert!(!own.part(&mut base), "nothing is left that both hold");
        // The other window has typed on, and has not touched the rest.
        own.join(
            &base,
            note(&[
                ("c-1", "note", "neu"),
                ("c-1", "name", "A"),
                ("c-2", "note", "x"),
            ]),
        );
        assert_eq!(own, note(&[("c-1", "note", "neu"), ("c-1", "name", "B")]));
    }

    #[test]
    fn bytes_give_the_same_drafts_and_anything_else_none() {
        let drafts = note(&[
            ("c-1", "note", "Ä\u{0}\n"),
            ("c-1", "name", ""),
            ("c-2", "note", "x"),
        ]);
        let bytes = drafts.to_bytes();
        let read = Drafts::from_bytes(&bytes).unwrap();
        assert_eq!(read, drafts);
        assert!(Drafts::from_bytes(&[]).unwrap().is_empty());
        for end in 1..bytes.len() {
            let cut = Drafts::from_bytes(&bytes[..end]);
            assert!(cut.is_none_or(|cut| cut != drafts), "{end}");
        }
    }
}
