//! The size budget. A file that travels by mail and by memory stick has to stay small, so a larger one is no build.

use crate::bundle::Sizes;
use crate::failure::Failure;

/// The one file with everything in it, in bytes.
const ONE_FILE_BUDGET: usize = 1_500_000;
/// The compiled program after gzip, in bytes.
const PROGRAM_BUDGET: usize = 600_000;

/// Shows the sizes and holds the budget.
///
/// # Errors
/// The one file or the program is over its budget.
pub fn check(sizes: &Sizes) -> Result<(), Failure> {
    println!(
        "  one file {} of {} KB · program {} of {} KB packed, {} KB unpacked · style {} KB · fonts {} KB · scripts {} KB · examples {} KB · markup {} KB",
        kilobytes(sizes.one_file),
        kilobytes(ONE_FILE_BUDGET),
        kilobytes(sizes.program_packed),
        kilobytes(PROGRAM_BUDGET),
        kilobytes(sizes.program),
        kilobytes(sizes.style),
        kilobytes(sizes.fonts),
        kilobytes(sizes.scripts),
        kilobytes(sizes.examples),
        kilobytes(sizes.markup),
    );
    within("the one file", sizes.one_file, ONE_FILE_BUDGET)?;
    within(
        "the program after gzip",
        sizes.program_packed,
        PROGRAM_BUDGET,
    )
}

fn within(what: &str, size: usize, budget: usize) -> Result<(), Failure> {
    if size <= budget {
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "{what} has {size} bytes, {} over the budget of {budget}",
            size - budget
        ),
        "look for a heavy dependency (`cargo tree -e normal -p kontaktdichte`) or a font that nobody needs",
    ))
}

fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::{ONE_FILE_BUDGET, PROGRAM_BUDGET, check};
    use crate::bundle::Sizes;

    const AT_THE_LIMIT: Sizes = Sizes {
        one_file: ONE_FILE_BUDGET,
        program: 2_000_000,
        program_packed: PROGRAM_BUDGET,
        style: 0,
        fonts: 0,
        scripts: 0,
        examples: 0,
        markup: 0,
    };

    #[test]
    fn the_budget_itself_is_allowed_and_one_byte_more_is_not() {
        assert_eq!(check(&AT_THE_LIMIT), Ok(()));
        let file = Sizes {
            one_file: ONE_FILE_BUDGET + 1,
            ..AT_THE_LIMIT
        };
        assert!(check(&file).is_err());
        let program = Sizes {
            program_packed: PROGRAM_BUDGET + 1,
            ..AT_THE_LIMIT
        };
        assert!(check(&program).is_err());
    }
}
