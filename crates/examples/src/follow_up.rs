//! What the team lead sees of all customers of a case. `sample` under `given` asks for a sample, under
//! `expect` it lists who is drawn, in order. `density` and `year` hold figures by their keys, and
//! `density_on` the density of all groups on earlier days; shares are written as in "2/3".

use crate::expect::{Answer, NONE, table};
use crate::given::{Person, Situation};
use crate::value::Value;
use crate::words::{CHANNEL, word};
use rules::calendar::iso_day;
use rules::{
    Density, Dossier, Due, Schedule, Setting, Share, YearFigures, draw_sample, evaluate, in_care,
    realised_density, year_figures,
};

/// Who is drawn.
pub fn sample(situation: &Situation) -> Result<Value, String> {
    let request = situation.asked.sample.as_ref();
    let request = request.ok_or("the case asks for no sample")?;
    let setting = &situation.setting;
    let customers = situation
        .everybody()
        .map(|person| (&person.id, due(person, setting).group));
    Ok(draw_sample(request, setting.today, customers)
        .iter()
        .map(|drawn| drawn.case.as_str())
        .collect())
}

/// The realised density, by group.
pub fn density<'v>(expected: &'v Value, situation: &Situation) -> Result<Vec<Answer<'v>>, String> {
    let results = results(situation, &situation.setting);
    let Density { all, k1, k3, u25 } = realised_density(&results);
    table("density", expected)?
        .iter()
        .map(|(key, expected)| {
            let got = match key {
                "all" => share(all),
                "k1" => share(k1),
                "k3" => share(k3),
                "u25" => share(u25),
                _ => return Err(format!("density: unknown key {key}")),
            };
            Ok((format!("density of {key}"), expected, got))
        })
        .collect()
}

/// The realised density of all groups on earlier days.
pub fn density_on<'v>(
    expected: &'v Value,
    situation: &Situation,
) -> Result<Vec<Answer<'v>>, String> {
    table("density_on", expected)?
        .iter()
        .map(|(day, expected)| {
            let earlier = iso_day(day).ok_or_else(|| format!("{day} is no day"))?;
            let got = match situation.setting.on(earlier) {
                Ok(setting) => share(realised_density(&results(situation, &setting)).all),
                Err(_) => NONE.into(),
            };
            Ok((format!("density on {day}"), expected, got))
        })
        .collect()
}

/// The figures of the last year.
pub fn year<'v>(expected: &'v Value, situation: &Situation) -> Result<Vec<Answer<'v>>, String> {
    let setting = &situation.setting;
    let everybody: Vec<(&Person, Due)> = situation
        .everybody()
        .map(|person| (person, due(person, setting)))
        .collect();
    let dossiers: Vec<Dossier<'_>> = everybody
        .iter()
        .map(|(person, due)| Dossier {
            case: &person.case,
            contacts: &person.contacts,
            appointments: &person.appointments,
            due,
        })
        .collect();
    let schedule = Schedule::of(situation.appointments(), setting.edition.parameters());
    let figures = year_figures(&dossiers, &schedule, setting);
    table("year", expected)?
        .iter()
        .map(|(key, expected)| Ok((format!("{key} of the year"), expected, got(&figures, key)?)))
        .collect()
}

fn got(figures: &YearFigures, key: &str) -> Result<Value, String> {
    Ok(match key {
        "from" => figures.from.to_string().into(),
        "to" => figures.to.to_string().into(),
        "unknown_channel" => figures.unknown_channel.into(),
        "phone_not_counting" => share(figures.phone_not_counting),
        "phone_open" => figures.phone_open.into(),
        "attendance" => share(figures.attendance),
        "documented_in_time" => share(figures.documented_in_time),
        "quota_reached" => share(figures.quota_reached),
        "even" => share(figures.even),
        "weeks" => figures
            .weeks
            .iter()
            .map(|week| week.week.to_string())
            .collect(),
        channel => share(figures.channels.share(word(channel, CHANNEL)?)),
    })
}

/// The results of those who were in care on the day of a setting.
fn results(situation: &Situation, setting: &Setting) -> Vec<Due> {
    situation
        .everybody()
        .filter(|person| in_care(&person.case, setting.today))
        .map(|person| due(person, setting))
        .collect()
}

fn due(person: &Person, setting: &Setting) -> Due {
    evaluate(
        &person.case,
        &person.contacts,
        &person.appointments,
        setting,
    )
}

fn share(share: Share) -> Value {
    format!("{}/{}", share.part, share.of).into()
}
