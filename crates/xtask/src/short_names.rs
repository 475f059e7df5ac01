//! Gives what the program asks of its generated script short names.
//!
//! Each of those some three hundred functions has a name with a number of 16 random digits, and random digits do not
//! pack. Nobody reads the names but the browser, once, when it joins the two; so both get the same short ones.

use crate::failure::Failure;
use std::collections::HashMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser, TypeRef};

/// How every name begins that the generator made.
const GENERATED: &str = "__wb";

/// The program and its script with short names.
///
/// # Errors
/// The program is not one that the compiler writes, or the script does not know a name that the program asks for.
pub fn shorten(program: &[u8], script: &str) -> Result<(Vec<u8>, String), Failure> {
    let mut names = Names::default();
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| {
            Failure::new(
                format!("the compiled program cannot be read: {error}"),
                "build it anew: cargo clean -p kontaktdichte",
            )
        })?;
    Ok((module.finish(), names.renamed(script)?))
}

/// Short names by long ones.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn short(&mut self, long: &str) -> String {
        let next = letters(self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The script with each name where a function is defined under it.
    fn renamed(&self, script: &str) -> Result<String, Failure> {
        let mut text = String::with_capacity(script.len());
        let mut found = 0;
        for line in script.lines() {
            let begin = line.trim_start();
            let definition = begin
                .split_once(": function(")
                .and_then(|(name, rest)| Some((self.0.get(name)?, rest)));
            match definition {
                Some((short, rest)) => {
                    found += 1;
                    text.push_str(short);
                    text.push_str(": function(");
                    text.push_str(rest);
                }
                None => text.push_str(line),
            }
            text.push('\n');
        }
        if found == self.0.len() {
            return Ok(text);
        }
        Err(Failure::new(
            format!(
                "the generated script defines {found} of the {} functions that the program asks for",
                self.0.len()
            ),
            "see how wasm-bindgen writes them now, and teach crates/xtask/src/short_names.rs",
        ))
    }
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let is_generated =
                matches!(import.ty, TypeRef::Func(_)) && import.name.starts_with(GENERATED);
            let name = if is_generated {
                self.short(import.name)
            } else {
                import.name.to_owned()
            };
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &name, kind);
        }
        Ok(())
    }
}

/// `a` to `z`, then `aa` and so on.
fn letters(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(('a'..='z').nth(rest % 26).unwrap_or('a'));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, shorten};
    use wasm_encoder::{EntityType, ImportSection, Module, TypeSection};
    use wasmparser::{Parser, Payload};

    const FOCUS: &str = "__wbg_focus_d5e2fdbdb56416f0";
    const LENGTH: &str = "__wbg_length_a60f6eaf7d453487";

    fn program(names: &[&str]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("./script.js", name, EntityType::Function(0));
        }
        module.section(&imports);
        module.finish()
    }

    fn asked(program: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            if let Payload::ImportSection(section) = payload.expect("reads") {
                for import in section.into_imports() {
                    names.push(import.expect("reads").name.to_owned());
                }
            }
        }
        names
    }

    fn script() -> String {
        format!(
            "const all = {{\n    {FOCUS}: function() {{ return f(function (a) {{\n        a.focus();\n    }}, arguments); }},\n    {LENGTH}: function(a) {{\n        return a.length;\n    }},\n}};\n"
        )
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let (program, script) =
            shorten(&program(&[LENGTH, FOCUS, "own"]), &script()).expect("shortens");
        assert_eq!(asked(&program), ["a", "b", "own"]);
        assert!(
            script.contains("\na: function(a) {\n        return a.length;"),
            "{script}"
        );
        assert!(
            script.contains("\nb: function() { return f(function (a) {"),
            "{script}"
        );
        assert!(!script.contains("__wb"), "{script}");
    }

    #[test]
    fn a_name_that_the_script_does_not_define_stops_the_build() {
        let left = script().replace(LENGTH, "__wbg_other_0000000000000000");
        assert!(shorten(&program(&[LENGTH, FOCUS]), &left).is_err());
    }

    #[test]
    fn names_are_lettered_past_z() {
        let all: Vec<String> = [0, 25, 26, 701, 702].map(letters).into();
        assert_eq!(all, ["a", "z", "aa", "zz", "aaa"]);
    }
}
