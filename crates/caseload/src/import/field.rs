//! What a column of a list can hold.

/// What a column of a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The customer number; a list without it cannot be taken over.
    Number,
    /// The whole name, "Vorname Nachname" or "Nachname, Vorname".
    Name,
    /// The last name alone.
    LastName,
    /// The first name alone.
    FirstName,
    /// Date of birth.
    BirthDate,
    /// Employment status.
    Status,
    /// Profile.
    Profile,
    /// Category.
    Category,
    /// Internal customer code: the category and the K3 marker in one.
    InternalCode,
    /// Who has the main supervision.
    Supervision,
    /// Begin of the present period of benefit.
    InCareSince,
    /// Day of the last contact.
    LastContact,
    /// Channel of the last contact.
    ContactChannel,
    /// Day of the next appointment.
    NextAppointment,
    /// Consent to the digital channel.
    DigitalConsent,
    /// A note.
    Note,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Field; 16] = [
        Field::Number,
        Field::Name,
        Field::LastName,
        Field::FirstName,
        Field::BirthDate,
        Field::Status,
        Field::Profile,
        Field::Category,
        Field::InternalCode,
        Field::Supervision,
        Field::InCareSince,
        Field::LastContact,
        Field::ContactChannel,
        Field::NextAppointment,
        Field::DigitalConsent,
        Field::Note,
    ];

    /// The key by which a form names it.
    pub fn key(self) -> &'static str {
        match self {
            Field::Number => "customer_number",
            Field::Name => "name",
            Field::LastName => "last_name",
            Field::FirstName => "first_name",
            Field::BirthDate => "birth_date",
            Field::Status => "status",
            Field::Profile => "profile",
            Field::Category => "category",
            Field::InternalCode => "internal_code",
            Field::Supervision => "supervision",
            Field::InCareSince => "in_care_since",
            Field::LastContact => "last_contact",
            Field::ContactChannel => "contact_channel",
            Field::NextAppointment => "next_appointment",
            Field::DigitalConsent => "digital_consent",
            Field::Note => "note",
        }
    }

    /// The field with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Field::ALL.into_iter().find(|field| field.key() == key)
    }

    /// Its German name.
    pub fn label(self) -> &'static str {
        match self {
            Field::Number => "Kundennummer",
            Field::Name => "Name",
            Field::LastName => "Nachname",
            Field::FirstName => "Vorname",
            Field::BirthDate => "Geburtsdatum",
            Field::Status => "Status",
            Field::Profile => "Profillage",
            Field::Category => "Kategorie",
            Field::InternalCode => "Interne Kundenkennung",
            Field::Supervision => "Hauptbetreuung",
            Field::InCareSince => "Kunde seit",
            Field::LastContact => "Letzter Kontakt",
            Field::ContactChannel => "Kontaktart",
            Field::NextAppointment => "Nächster Termin",
            Field::DigitalConsent => "JC.digital",
            Field::Note => "Notiz",
        }
    }
}
