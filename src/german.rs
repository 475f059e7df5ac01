//! Numbers and names as German readers expect them. Dates are formatted by [`rules::wording`];
//! together the two are the only places that do.

use rules::facts::FederalState;

/// A count with a dot between thousands: "12.345".
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A count with its noun: "1 Zeile", "2 Zeilen".
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// A file size in the largest unit that leaves a number of at least one: "318 KB", "1,4 MB".
pub fn file_size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    const GB: u64 = 1024 * MB;
    if bytes < KB {
        format!("{bytes} Byte")
    } else if bytes < MB {
        format!("{} KB", bytes / KB)
    } else if bytes < GB {
        format!("{},{} MB", bytes / MB, bytes % MB * 10 / MB)
    } else {
        format!("{},{} GB", bytes / GB, bytes % GB * 10 / GB)
    }
}

/// The name of a federal state.
pub fn state_name(state: FederalState) -> &'static str {
    match state {
        FederalState::BW => "Baden-Württemberg",
        FederalState::BY => "Bayern",
        FederalState::BE => "Berlin",
        FederalState::BB => "Brandenburg",
        FederalState::HB => "Bremen",
        FederalState::HH => "Hamburg",
        FederalState::HE => "Hessen",
        FederalState::MV => "Mecklenburg-Vorpommern",
        FederalState::NI => "Niedersachsen",
        FederalState::NW => "Nordrhein-Westfalen",
        FederalState::RP => "Rheinland-Pfalz",
        FederalState::SL => "Saarland",
        FederalState::SN => "Sachsen",
        FederalState::ST => "Sachsen-Anhalt",
        FederalState::SH => "Schleswig-Holstein",
        FederalState::TH => "Thüringen",
    }
}

#[cfg(test)]
mod tests {
    use super::{count, counted, file_size};

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1.000"),
            (1_234_567, "1.234.567"),
        ] {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(1, "Zeile", "Zeilen"), "1 Zeile");
        assert_eq!(counted(0, "Zeile", "Zeilen"), "0 Zeilen");
    }

    #[test]
    fn sizes_are_rounded_down() {
        for (bytes, text) in [
            (0, "0 Byte"),
            (1023, "1023 Byte"),
            (1024, "1 KB"),
            (67_108_864, "64,0 MB"),
            (1_572_864, "1,5 MB"),
            (10_737_418_240, "10,0 GB"),
        ] {
            assert_eq!(file_size(bytes), text);
        }
    }
}
