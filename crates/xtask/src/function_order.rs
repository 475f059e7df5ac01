//! Puts functions that are alike next to each other, so that the program packs smaller.
//!
//! gzip finds a repetition only within the last 32 KB. A compiled program has thousands of functions that differ in a
//! few bytes, but the linker lays them down in an order that knows nothing of that. Here each next function is the one
//! that has most in common with those just before it; what they do, and every byte of the data, stays the same.
//!
//! The functions that are called most have come first already ([wasm-opt] sorts them by that): their numbers take one
//! byte in each call, so they keep their places.
//!
//! [wasm-opt]: https://github.com/WebAssembly/binaryen

use crate::failure::Failure;
use std::collections::HashMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many bytes in a row make a piece that two functions can have in common.
const PIECE: usize = 5;
/// A piece that more functions have says nothing about any two of them.
const COMMON: usize = 200;
/// Bytes of the functions before that are looked back on; a little less than gzip does.
const WINDOW: usize = 30_000;
/// What a short function has in common with others counts less, as if it were longer by so many pieces.
const SHORT: u64 = 50;
/// Numbers of functions, imports included, that take one byte.
const ONE_BYTE: u32 = 128;

/// The program with its functions in the order that packs best.
///
/// # Errors
/// The program is not one that the compiler writes.
pub fn arrange(program: &[u8]) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Failure::new(
            format!("the compiled program cannot be read: {error}"),
            "build it anew: cargo clean -p kontaktdichte",
        )
    };
    let (imported, bodies) = functions(program).map_err(|error| unreadable(&error))?;
    let kept = usize::try_from(ONE_BYTE.saturating_sub(imported)).unwrap_or(0);
    let order = order(&bodies, kept.min(bodies.len()));
    let mut module = Module::new();
    Arranging::new(imported, order)
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| unreadable(&error))?;
    Ok(module.finish())
}

/// How many functions come from outside, and the program's own as bytes.
fn functions(program: &[u8]) -> Result<(u32, Vec<&[u8]>), wasmparser::BinaryReaderError> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        if let Payload::CodeSectionEntry(body) = &payload {
            bodies.push(program.get(body.range()).unwrap_or_default());
        }
        if let Payload::ImportSection(section) = payload {
            for import in section.into_imports() {
                if let TypeRef::Func(_) = import?.ty {
                    imported += 1;
                }
            }
        }
    }
    Ok((imported, bodies))
}

/// The places of `bodies` in their new order; the first `kept` stay.
fn order(bodies: &[&[u8]], kept: usize) -> Vec<usize> {
    let mut likeness = Likeness::new(bodies);
    let mut order = Vec::with_capacity(bodies.len());
    let mut first_in_window = 0;
    let mut window = 0;
    let mut next = Some(0).filter(|place| *place < bodies.len());
    while let Some(place) = next {
        order.push(place);
        likeness.enter(place);
        window += likeness.length(place);
        while window > WINDOW && first_in_window + 1 < order.len() {
            let leaving = order.get(first_in_window).copied().unwrap_or(place);
            likeness.leave(leaving);
            window -= likeness.length(leaving);
            first_in_window += 1;
        }
        next = if order.len() < kept {
            Some(order.len())
        } else {
            likeness.most_alike()
        };
    }
    order
}

/// A function as the search sees it.
struct Function {
    length: usize,
    /// The different pieces in it.
    pieces: Vec<usize>,
    /// What it has in common with the functions in the window.
    common: u64,
    is_placed: bool,
}

/// A piece that occurs in several functions.
struct Piece {
    /// The functions that have it, in their old order.
    places: Vec<usize>,
    /// How much it says; nothing if it is in one function or in very many.
    weight: u64,
    /// How many functions in the window have it.
    in_window: u32,
}

struct Likeness {
    functions: Vec<Function>,
    pieces: Vec<Piece>,
}

impl Likeness {
    fn new(bodies: &[&[u8]]) -> Self {
        let mut known: HashMap<&[u8], usize> = HashMap::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let mut functions = Vec::with_capacity(bodies.len());
        for (place, body) in bodies.iter().enumerate() {
            let mut own = Vec::new();
            for bytes in body.windows(PIECE) {
                let number = *known.entry(bytes).or_insert(pieces.len());
                if number == pieces.len() {
                    pieces.push(Piece {
                        places: Vec::new(),
                        weight: 0,
                        in_window: 0,
                    });
                }
                if let Some(piece) = pieces.get_mut(number)
                    && piece.places.last() != Some(&place)
                {
                    piece.places.push(place);
                    own.push(number);
                }
            }
            functions.push(Function {
                length: body.len(),
                pieces: own,
                common: 0,
                is_placed: false,
            });
        }
        for piece in &mut pieces {
            let count = piece.places.len();
            if (2..=COMMON).contains(&count) {
                // The rarer, the more it says.
                piece.weight = 1000 / (count as u64 * 100).isqrt();
            }
        }
        Likeness { functions, pieces }
    }

    fn length(&self, place: usize) -> usize {
        self.functions.get(place).map_or(0, |one| one.length)
    }

    /// The function is now the last in the window.
    fn enter(&mut self, place: usize) {
        let Likeness { functions, pieces } = self;
        let Some(function) = functions.get_mut(place) else {
            return;
        };
        function.is_placed = true;
        for number in function.pieces.clone() {
            let Some(piece) = pieces.get_mut(number) else {
                continue;
            };
            piece.in_window += 1;
            if piece.in_window == 1 && piece.weight > 0 {
                for other in &piece.places {
                    if let Some(other) = functions.get_mut(*other) {
                        other.common += piece.weight;
                    }
                }
            }
        }
    }

    /// The function is no longer in the window.
    fn leave(&mut self, place: usize) {
        let Likeness { functions, pieces } = self;
        let Some(function) = functions.get(place) else {
            return;
        };
        for number in function.pieces.clone() {
            let Some(piece) = pieces.get_mut(number) else {
                continue;
            };
            piece.in_window -= 1;
            if piece.in_window == 0 && piece.weight > 0 {
                for other in &piece.places {
                    if let Some(other) = functions.get_mut(*other) {
                        other.common -= piece.weight;
                    }
                }
            }
        }
    }

    /// The function without a place that has most in common with the window, for its length; the first of equals.
    fn most_alike(&self) -> Option<usize> {
        let mut best: Option<(usize, u64, u64)> = None;
        for (place, function) in self.functions.iter().enumerate() {
            if function.is_placed {
                continue;
            }
            let length = function.pieces.len() as u64 + SHORT;
            // common / length > best_common / best_length, without fractions
            if best.is_none_or(|(_, common, other)| function.common * other > common * length) {
                best = Some((place, function.common, length));
            }
        }
        best.map(|(place, ..)| place)
    }
}

/// Writes the program anew with its functions in another order.
struct Arranging {
    imported: u32,
    order: Vec<usize>,
    /// The new number of each function, imports left out, by its old one.
    numbers: Vec<u32>,
}

impl Arranging {
    fn new(imported: u32, order: Vec<usize>) -> Self {
        let mut numbers = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            if let Some(number) = numbers.get_mut(*old) {
                *number = new;
            }
        }
        Arranging {
            imported,
            order,
            numbers,
        }
    }
}

impl Reencode for Arranging {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function
            .checked_sub(self.imported)
            .and_then(|own| self.numbers.get(usize::try_from(own).ok()?));
        Ok(own.map_or(function, |own| own + self.imported))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            if let Some(kind) = types.get(old) {
                functions.function(self.type_index(*kind)?);
            }
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            if let Some(body) = bodies.get(old) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{arrange, functions, order};
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
        ImportSection, Instruction, Module, TypeSection, ValType,
    };

    fn body(start: u8, length: u8) -> Vec<u8> {
        (start..start + length).collect()
    }

    #[test]
    fn functions_that_are_alike_end_up_side_by_side() {
        let (a, b) = (body(0, 60), body(100, 60));
        let bodies: [&[u8]; 6] = [&a, &b, &a, &b, &a, &b];
        assert_eq!(order(&bodies, 0), [0, 2, 4, 1, 3, 5]);
    }

    #[test]
    fn the_first_stay_where_they_are() {
        let (a, b) = (body(0, 60), body(100, 60));
        let bodies: [&[u8]; 6] = [&a, &b, &a, &b, &a, &b];
        assert_eq!(order(&bodies, 3)[..3], [0, 1, 2]);
        assert_eq!(order(&bodies, 6), [0, 1, 2, 3, 4, 5]);
        assert!(order(&[], 0).is_empty());
    }

    #[test]
    fn every_function_gets_one_place() {
        let all: Vec<Vec<u8>> = (0..200_u8).map(|one| body(one % 7, one % 50)).collect();
        let bodies: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
        let mut places = order(&bodies, 20);
        places.sort_unstable();
        assert_eq!(places, (0..200).collect::<Vec<_>>());
    }

    /// A program with one import; function `n` returns `n`, and the export "last" calls the last one.
    fn program(count: u32) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import("outside", "f", EntityType::Function(0));
        module.section(&imports);
        let mut declared = FunctionSection::new();
        let mut code = CodeSection::new();
        for number in 0..count {
            declared.function(0);
            let mut function = Function::new([]);
            for _ in 0..number % 3 * 9 {
                function.instruction(&Instruction::Nop);
            }
            function.instruction(&Instruction::I32Const(number.cast_signed()));
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        declared.function(0);
        let mut caller = Function::new([]);
        caller.instruction(&Instruction::Call(count));
        caller.instruction(&Instruction::End);
        code.function(&caller);
        module.section(&declared);
        let mut exports = ExportSection::new();
        exports.export("last", ExportKind::Func, count + 1);
        module.section(&exports);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn a_call_reaches_the_same_function_as_before() {
        let before = program(400);
        let after = arrange(&before).expect("arranges");
        assert_ne!(before, after, "something has moved");
        let (_, old) = functions(&before).expect("reads");
        let (imported, new) = functions(&after).expect("reads");
        assert_eq!((imported, new.len()), (1, old.len()));
        let is_caller = |body: &&[u8]| body.get(1) == Some(&0x10);
        let caller = new.iter().copied().find(is_caller).expect("has the caller");
        // Its call is a number of two bytes, seven bits each, the lower ones first.
        let [_, 0x10, low, high, 0x0B] = *caller else {
            panic!("another body: {caller:?}");
        };
        let called = usize::from(low & 0x7F) + (usize::from(high) << 7) - 1;
        assert_eq!(new.get(called), old.get(399));
    }

    #[test]
    fn the_same_program_gives_the_same_bytes() {
        let before = program(300);
        assert_eq!(arrange(&before), arrange(&before));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(arrange(b"no program").is_err());
    }
}
