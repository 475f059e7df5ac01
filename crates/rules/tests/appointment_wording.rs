//! What a caseworker reads about appointments and weeks, checked as whole sentences on example cases.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use examples::{Example, Examples, Situation};
use rules::facts::Appointment;
use rules::wording::{self, FindingText};
use rules::{AppointmentBook, Dossier, Schedule, check, evaluate};

/// The situation of the example with this name.
fn situation(name: &str) -> (Example, Situation) {
    let examples = Examples::embedded().unwrap();
    let example = examples.all.iter().find(|example| example.name == name);
    let example = example.cloned().unwrap();
    let situation = examples.situation(&example).unwrap();
    (example, situation)
}

/// What is said about the findings of the example's own rule.
fn said(name: &str) -> Vec<FindingText> {
    let (example, situation) = situation(name);
    let Situation {
        person, setting, ..
    } = &situation;
    let appointments: &[Appointment] = &person.appointments;
    let due = evaluate(&person.case, &person.contacts, appointments, setting);
    let book = AppointmentBook::of(situation.appointments());
    let dossier = Dossier {
        case: &person.case,
        contacts: &person.contacts,
        appointments,
        due: &due,
    };
    check(dossier, &book, setting)
        .iter()
        .filter(|finding| finding.rule == example.rule)
        .map(|finding| wording::finding(finding, &person.contacts, appointments))
        .collect()
}

/// What is said about the week of the example, under its own rule.
fn said_of_week(name: &str) -> Vec<FindingText> {
    let (example, situation) = situation(name);
    said_of_its_week(&example, &situation)
}

fn said_of_its_week(example: &Example, situation: &Situation) -> Vec<FindingText> {
    let setting = &situation.setting;
    let schedule = Schedule::of(situation.appointments(), setting.edition.parameters());
    let figures = schedule.week(situation.asked.week.unwrap(), setting);
    figures
        .problems
        .iter()
        .filter(|problem| problem.rule() == example.rule)
        .map(|problem| wording::week_finding(*problem, &figures, setting))
        .collect()
}

/// The sentences that `say` finds for these examples.
fn sentences(say: fn(&str) -> Vec<FindingText>, names: &[&str]) -> Vec<String> {
    names
        .iter()
        .flat_map(|name| say(name))
        .map(|said| said.text)
        .collect()
}

fn text(recorded: Option<&str>, expected: &str, text: &str) -> FindingText {
    FindingText {
        recorded: recorded.map(str::to_owned),
        expected: Some(expected.to_owned()),
        text: text.to_owned(),
    }
}

#[test]
fn what_is_entered_in_atv() {
    assert_eq!(
        said("Die Kontaktart spielt keine Rolle: Auch ein Telefontermin ist vorab einzutragen"),
        [text(
            Some("in ATV eingetragen am 28.11.2026"),
            "in ATV eingetragen bis 27.11.2026",
            "Der Termin am 07.12.2026 (telefonisch) ist in ATV mit dem 28.11.2026 eingetragen, rechtzeitig wäre bis zum 27.11.2026; bitte tragen Sie Termine künftig früher ein."
        )]
    );
    assert_eq!(
        said("Noch nicht eingetragen, und es bleiben neun Tage: zu spät"),
        [text(
            None,
            "in ATV eingetragen bis 27.11.2026",
            "Der Termin am 07.12.2026 (Kontaktart unbekannt) ist nicht in ATV eingetragen, nötig war das bis 27.11.2026; bitte tragen Sie ihn sofort ein."
        )]
    );
    assert_eq!(
        said("Gestern war ein Termin, das Ergebnis fehlt"),
        [text(
            None,
            "Ergebnis am Tag des Termins",
            "Der Termin am 07.12.2026 (Kontaktart unbekannt) hat noch kein Ergebnis; bitte kennzeichnen Sie ihn in ATV als stattgefunden, nicht stattgefunden, abgesagt, nicht erschienen oder storniert."
        )]
    );
    assert_eq!(
        said("Ein Termin liegt mitten im Urlaub"),
        [text(
            Some("offener Termin in Ihrer Abwesenheit"),
            "von Vertretung oder Team übernommen, oder an einem anderen Tag",
            "Der Termin am 28.12.2026 (Kontaktart unbekannt) liegt in Ihrer Abwesenheit; bitte geben Sie ihn an Vertretung oder Team ab, oder verlegen Sie ihn, und hinterlegen Sie die Abwesenheit in ATV."
        )]
    );
}

#[test]
fn what_an_invitation_carries() {
    assert_eq!(
        said("Einladung ins Jobcenter ohne Rechtsfolgenbelehrung"),
        [text(
            Some("ohne Rechtsfolgenbelehrung"),
            "mit Rechtsfolgenbelehrung",
            "Die Einladung zum Termin am 07.12.2026 (persönlich) enthält keine Rechtsfolgenbelehrung; bitte laden Sie noch einmal ein, diesmal mit ihr."
        )]
    );
    assert_eq!(
        said("Am Telefon nicht erreicht, der nächste Termin ist wieder telefonisch"),
        [text(
            Some("telefonisch"),
            "persönlich, mit Rechtsfolgenbelehrung",
            "Nach dem verpassten Termin vom 16.11.2026 (telefonisch) ist der nächste am 07.12.2026 (telefonisch) wieder nicht persönlich; bitte laden Sie persönlich und mit Rechtsfolgenbelehrung ein."
        )]
    );
    assert_eq!(
        said("Videotermin verpasst, der nächste ist persönlich, aber ohne Rechtsfolgenbelehrung"),
        [text(
            Some("ohne Rechtsfolgenbelehrung"),
            "persönlich, mit Rechtsfolgenbelehrung",
            "Nach dem verpassten Termin vom 16.11.2026 (per Video) enthält die Einladung zum nächsten am 07.12.2026 (persönlich) keine Rechtsfolgenbelehrung; bitte laden Sie noch einmal ein, diesmal mit ihr."
        )]
    );
    assert_eq!(
        said("Telefontermin verpasst, und kein Termin folgt"),
        [text(
            Some("kein weiterer Termin"),
            "persönlich, mit Rechtsfolgenbelehrung",
            "Der Termin am 16.11.2026 (telefonisch) wurde verpasst, und danach steht keiner mehr; bitte laden Sie persönlich und mit Rechtsfolgenbelehrung ein."
        )]
    );
}

#[test]
fn what_follows_when_an_appointment_does_not_take_place() {
    assert_eq!(
        said("Zwei Wochen vorher abgesagt, niemand ist nachgerückt"),
        [text(
            Some("abgesagt am 23.11.2026, Lücke frei"),
            "Einladung einer anderen Person in die Lücke",
            "Der Termin am 07.12.2026 (Kontaktart unbekannt) wurde rechtzeitig abgesagt (am 23.11.2026), und die Lücke ist noch frei; bitte laden Sie eine andere Person dafür ein."
        )]
    );
    assert_eq!(
        said("Gestern nicht erschienen, niemand wurde stattdessen beraten"),
        [text(
            Some("nicht erschienen oder nicht erreicht, kein Ersatz"),
            "Ersatz: eine andere arbeitslose Person, telefonisch",
            "Der Termin am 07.12.2026 (Kontaktart unbekannt) wurde nicht wahrgenommen; bitte beraten Sie in der freien Zeit eine andere arbeitslose Person telefonisch und erfassen Sie das in ATV (erinnert wird bis 14.12.2026)."
        )]
    );
    let texts = sentences(
        said,
        &[
            "Der Ersatz fand persönlich statt: vorgesehen ist das Telefon",
            "Als Ersatz wurde jemand angerufen, der arbeitsuchend ist",
        ],
    );
    assert_eq!(
        texts,
        [
            "Der Ersatztermin am 07.12.2026 (persönlich) ist nicht telefonisch; bitte beraten Sie als Ersatz telefonisch.",
            "Der Ersatztermin am 07.12.2026 (telefonisch) ist für eine Person, die nicht arbeitslos ist; bitte beraten Sie als Ersatz eine arbeitslose Person.",
        ]
    );
    assert_eq!(
        said("Die Dienststelle hat den Termin abgesagt"),
        [text(
            Some("von der Dienststelle abgesagt"),
            "von Vertretung oder Team übernommen",
            "Den Termin am 07.12.2026 (Kontaktart unbekannt) hat die Dienststelle abgesagt; bitte fragen Sie bei einem Ausfall erst die Vertretung, dann das Team, dann die Teamleitung, statt abzusagen."
        )]
    );
}

#[test]
fn what_is_wrong_with_a_week() {
    assert_eq!(
        said_of_week("Neun Termine am Montag: einer zu viel"),
        [text(
            Some("9 Termine"),
            "höchstens 8",
            "Mo 07.12.2026: 9 Termine, vorgesehen sind höchstens 8; bitte verlegen Sie 1 Termin."
        )]
    );
    assert_eq!(
        said_of_week("24 Termine in der Woche: einer fehlt"),
        [text(
            Some("24 Termine"),
            "25 Termine",
            "24 von 25 Terminen vergeben, es fehlt 1; bitte vergeben Sie weitere Termine."
        )]
    );
    assert_eq!(
        said_of_week("Montag vier Termine, Freitag einer: ungleich verteilt"),
        [text(
            Some("1 bis 4 Termine"),
            "gleichmäßig auf die verfügbaren Tage verteilt",
            "Mo 07.12.2026: 4 Termine, Fr 11.12.2026: 1 Termin; bitte verteilen Sie die Termine gleichmäßiger auf die Tage."
        )]
    );
}

#[test]
fn what_is_over_is_told_without_a_request() {
    let texts = sentences(
        said_of_week,
        &[
            "Nicht erschienen und nicht ersetzt: belegt seinen Platz",
            "Auch eine vergangene Woche zeigt, was ihr fehlte",
        ],
    );
    assert_eq!(
        texts,
        [
            "Mo 07.12.2026: 9 Termine, vorgesehen sind höchstens 8.",
            "20 von 25 Terminen vergeben, es fehlen 5.",
        ]
    );
}

#[test]
fn the_last_day_of_a_day_or_week_is_not_over_yet() {
    let at_the_end_of = |name, day: &str| {
        let (example, mut situation) = situation(name);
        situation.setting.today = day.parse().unwrap();
        said_of_its_week(&example, &situation).remove(0).text
    };
    let full_monday = "Neun Termine am Montag: einer zu viel";
    assert!(at_the_end_of(full_monday, "2026-12-07").ends_with("; bitte verlegen Sie 1 Termin."));
    assert!(at_the_end_of(full_monday, "2026-12-08").ends_with("höchstens 8."));
    let short_week = "24 Termine in der Woche: einer fehlt";
    assert!(
        at_the_end_of(short_week, "2026-12-13").ends_with("; bitte vergeben Sie weitere Termine.")
    );
    assert!(at_the_end_of(short_week, "2026-12-14").ends_with("es fehlt 1."));
}

#[test]
fn where_the_days_do_not_suffice_the_team_lead_is_to_be_spoken_to() {
    let texts = sentences(
        said_of_week,
        &[
            "Weihnachtswoche: zwei freie Tage lassen nur 24 der 25 Termine zu, die Vorgabe bleibt",
            "Weihnachtswoche, und von den 24 möglichen Terminen sind noch zwei frei: Es fehlen drei",
            "Eine Woche Urlaub: Kein Tag ist verfügbar, erreichbar ist nichts, und gestreut wird nichts",
        ],
    );
    assert_eq!(
        texts,
        [
            "24 von 25 Terminen vergeben, es fehlt 1 (erreichbar: 3 Tage × 8 = 24); bitte sprechen Sie mit der Teamleitung.",
            "22 von 25 Terminen vergeben, es fehlen 3 (erreichbar: 3 Tage × 8 = 24); bitte vergeben Sie weitere Termine und sprechen Sie mit der Teamleitung.",
            "0 von 25 Terminen vergeben, es fehlen 25 (erreichbar: 0 Tage × 8 = 0); bitte sprechen Sie mit der Teamleitung.",
        ]
    );
}
