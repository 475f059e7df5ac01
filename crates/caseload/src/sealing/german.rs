//! What sealing says to people, in German: what is wrong, where, and what to do about it.

use super::entropy::NoEntropy;
use super::envelope::{EnvelopeError, OpenError, WriteError};
use super::kdf::DerivationError;
use super::passphrase::{MIN_CHARS, TooShort};
use super::seal::Tampered;
use super::strength::Strength;
use super::vault::{CreateError, UnlockError, VaultError};

impl Strength {
    /// The verdict in a word or two.
    pub fn german(self) -> &'static str {
        match self {
            Strength::TooShort { .. } => "zu kurz",
            Strength::Weak => "schwach",
            Strength::Fair => "mäßig",
            Strength::Good => "gut",
            Strength::Strong => "sehr gut",
        }
    }

    /// What to do about it, in one sentence.
    pub fn german_hint(self) -> String {
        match self {
            Strength::TooShort { missing: 1 } => format!(
                "Es fehlt noch 1 Zeichen; mindestens {MIN_CHARS} sind nötig, am einfachsten mit \
                 mehreren Wörtern."
            ),
            Strength::TooShort { missing } => format!(
                "Es fehlen noch {missing} Zeichen; mindestens {MIN_CHARS} sind nötig, am \
                 einfachsten mit mehreren Wörtern."
            ),
            Strength::Weak => "Das wird schnell erraten: Bitte verzichten Sie auf bekannte \
                Wörter, Jahreszahlen, Tastenreihen und Wiederholungen."
                .to_owned(),
            Strength::Fair => {
                "Noch ein oder zwei weitere Wörter machen die Passphrase deutlich sicherer."
                    .to_owned()
            }
            Strength::Good => {
                "Das ist schwer zu erraten; ein weiteres Wort macht es noch schwerer.".to_owned()
            }
            Strength::Strong => "Das ist nach heutigem Stand nicht zu erraten, solange Sie es \
                nirgends sonst verwenden."
                .to_owned(),
        }
    }
}

impl TooShort {
    /// The refusal as German sentences.
    pub fn german(&self) -> String {
        format!(
            "Die Passphrase hat {} Zeichen, mindestens {MIN_CHARS} sind nötig. Bitte verlängern \
             Sie sie, am einfachsten um ein weiteres Wort.",
            self.chars
        )
    }
}

impl NoEntropy {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        "Der Browser oder das System liefert keine Zufallszahlen; ohne sie wird nichts \
         verschlüsselt. Bitte laden Sie die Seite neu oder verwenden Sie einen aktuellen Browser."
            .to_owned()
    }
}

impl DerivationError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            DerivationError::OutOfMemory => {
                "Für die Prüfung der Passphrase reicht der Arbeitsspeicher nicht; Ihre Daten sind \
                 unverändert. Bitte schließen Sie andere Tabs und Programme und versuchen Sie es \
                 noch einmal."
            }
            DerivationError::Refused => {
                "Aus der Passphrase lässt sich mit den gespeicherten Vorgaben kein Schlüssel \
                 berechnen; Ihre Daten sind unverändert. Bitte verwenden Sie die aktuelle Fassung \
                 der Anwendung oder eine Sicherung."
            }
        }
        .to_owned()
    }
}

impl CreateError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            CreateError::NoEntropy => NoEntropy.german(),
            CreateError::Derivation(error) => error.german(),
        }
    }
}

impl UnlockError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            UnlockError::WrongPassphrase => {
                "Die Passphrase passt nicht; Ihre Daten sind unverändert. Bitte prüfen Sie \
                 Feststelltaste, Tastatursprache und Leerzeichen und geben Sie sie noch einmal ein."
                    .to_owned()
            }
            UnlockError::Derivation(error) => error.german(),
        }
    }
}

impl VaultError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            VaultError::NewerVersion { found } => format!(
                "Der Bestand in diesem Browser wurde mit einer neueren Fassung der Anwendung \
                 angelegt (Formatversion {found}, gelesen wird 1). Bitte öffnen Sie ihn mit der \
                 aktuellen Fassung; geändert wurde nichts."
            ),
            VaultError::Damaged => "Die Schlüsselangaben des Bestands in diesem Browser sind \
                beschädigt. An der Passphrase liegt es nicht. Bitte stellen Sie den Bestand aus \
                einer Sicherung (.kkd) wieder her; gelöscht wurde nichts."
                .to_owned(),
        }
    }
}

impl Tampered {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        "Die verschlüsselten Daten sind nicht mehr so, wie sie geschrieben wurden, oder gehören zu \
         einem anderen Bestand. Bitte verwenden Sie eine andere Sicherung."
            .to_owned()
    }
}

impl EnvelopeError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            EnvelopeError::Empty => "Die Datei ist leer; vermutlich ist ihr Speichern oder \
                Kopieren misslungen. Bitte wählen Sie eine andere Datei."
                .to_owned(),
            EnvelopeError::NotSealed => "Das ist keine Sicherung oder Übergabe dieser Anwendung, oder \
                schon der Anfang der Datei ist beschädigt. Bitte wählen Sie eine Datei mit der \
                Endung .kkd oder .kkd-handover; unverschlüsselte Bestände (.kkd.json) und Listen lesen Sie über den Import ein."
                .to_owned(),
            EnvelopeError::NewerVersion { found } => format!(
                "Die Datei wurde mit einer neueren Fassung der Anwendung geschrieben \
                 (Formatversion {found}, gelesen wird 1). Bitte öffnen Sie sie mit der aktuellen \
                 Fassung."
            ),
            EnvelopeError::ForeignContent { found } => format!(
                "Die Datei ist verschlüsselt, aber weder Sicherung noch Übergabe; sie enthält „{}“. \
                 Bitte wählen Sie eine andere Datei oder verwenden Sie die aktuelle Fassung der \
                 Anwendung.",
                found.escape_debug()
            ),
            EnvelopeError::DamagedHeader => "Der Kopf der Datei (erste Zeile) ist beschädigt oder \
                unvollständig; an der Passphrase liegt es nicht. Bitte kopieren Sie die Datei noch \
                einmal vom ursprünglichen Ort oder wählen Sie eine andere."
                .to_owned(),
            EnvelopeError::Truncated { expected, found } => format!(
                "Die Datei ist unvollständig: Sie hat {found} von {expected} Bytes, das Ende \
                 fehlt. Bitte kopieren oder laden Sie sie noch einmal vollständig oder wählen Sie \
                 eine andere."
            ),
            EnvelopeError::Overlong { expected, found } => format!(
                "Am Ende der Datei steht etwas, das nicht dazugehört: Sie hat {found} statt \
                 {expected} Bytes. Bitte kopieren Sie sie noch einmal vom ursprünglichen Ort oder \
                 wählen Sie eine andere."
            ),
            EnvelopeError::TooLarge { bytes } => format!(
                "Die Datei ist mit {} MiB zu groß; gelesen werden höchstens 64 MiB. Bitte \
                 prüfen Sie, ob es die richtige Datei ist.",
                bytes.div_ceil(1024 * 1024)
            ),
        }
    }
}

impl OpenError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            OpenError::WrongPassphrase => {
                "Die Passphrase passt nicht zu dieser Datei. Bitte geben Sie die Passphrase ein, \
                 die galt, als die Datei geschrieben wurde, und achten Sie auf Feststelltaste und \
                 Leerzeichen; geändert wurde nichts."
                    .to_owned()
            }
            OpenError::Tampered => {
                "Die Passphrase passt, aber der Inhalt der Datei ist beschädigt oder verändert und \
                 wird deshalb nicht übernommen. Bitte kopieren Sie die Datei noch einmal vom \
                 ursprünglichen Ort oder wählen Sie eine andere."
                    .to_owned()
            }
            OpenError::Derivation(error) => error.german(),
        }
    }
}

impl WriteError {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            WriteError::NoEntropy => NoEntropy.german(),
            WriteError::TooLarge => {
                "Die Datei würde größer als 64 MiB und ließe sich nicht wieder \
                einlesen; sie wurde nicht geschrieben. Bitte teilen Sie den Bestand auf oder \
                löschen Sie abgelaufene Kunden endgültig."
                    .to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::ordering::OrderedSet;

    #[test]
    fn each_fault_has_its_own_words() {
        let texts = [
            EnvelopeError::Empty.german(),
            EnvelopeError::NotSealed.german(),
            EnvelopeError::NewerVersion { found: 2 }.german(),
            EnvelopeError::ForeignContent {
                found: "diary".to_owned(),
            }
            .german(),
            EnvelopeError::DamagedHeader.german(),
            EnvelopeError::Truncated {
                expected: 900,
                found: 800,
            }
            .german(),
            EnvelopeError::Overlong {
                expected: 900,
                found: 901,
            }
            .german(),
            EnvelopeError::TooLarge { bytes: 68 << 20 }.german(),
            OpenError::WrongPassphrase.german(),
            OpenError::Tampered.german(),
            OpenError::Derivation(DerivationError::OutOfMemory).german(),
            OpenError::Derivation(DerivationError::Refused).german(),
            UnlockError::WrongPassphrase.german(),
            VaultError::NewerVersion { found: 2 }.german(),
            VaultError::Damaged.german(),
            WriteError::NoEntropy.german(),
            WriteError::TooLarge.german(),
            Tampered.german(),
            TooShort { chars: 11 }.german(),
        ];
        let distinct: OrderedSet<&String> = texts.iter().collect();
        assert_eq!(distinct.len(), texts.len());
        for text in &texts {
            assert!(text.contains("Bitte"), "says what to do: {text}");
            assert!(!text.contains("  "), "no doubled blanks: {text}");
        }
        assert!(texts[5].contains("800 von 900 Bytes"));
    }
}
