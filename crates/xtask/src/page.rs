//! Compiles the page: the hosted variant in `dist/`, made by trunk in release mode.
//!
//! Trunk itself works offline here: every tool is already on the search path that [`crate::setup`] put together, and
//! the crates are fetched in a step before. The style sheet is compressed afterwards.

use crate::example_tables;
use crate::failure::Failure;
use crate::fingerprint;
use crate::function_order;
use crate::markup;
use crate::node;
use crate::run;
use crate::setup::BuildTools;
use crate::short_names;
use crate::steps::Steps;
use crate::wasm_toolchain::{TARGET, WasmToolchain};
use crate::workspace;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// The compiled program in the hosted variant.
pub const PROGRAM: &str = "kontaktdichte_bg.wasm";
/// The example cases of the rules, beside the program because only one page reads them.
pub const EXAMPLES: &str = "examples.json";
/// The markup of the page, beside the program that knows it by number.
pub const MARKUP: &str = "markup.json";
/// The generated script between browser and program.
pub const GLUE: &str = "kontaktdichte.js";
/// The script that starts the program.
pub const START: &str = "start.js";
/// The script that takes over when the program has failed.
pub const CRASH: &str = "crash.js";
/// The script that writes a rescue file, with or without the program.
pub const RESCUE: &str = "rescue.js";
/// The style sheet.
pub const STYLE: &str = "main.css";

/// This command's own part in the program, as it stands: when it changes, so does the page.
const AFTER_THE_COMPILER: &[&str] = &[
    include_str!("function_order.rs"),
    include_str!("markup.rs"),
    include_str!("short_names.rs"),
];

/// Set by the cargo and rustup that run this command; the second compiler must not meet them.
const SET_BY_THE_ORDINARY_TOOLCHAIN: &[&str] = &[
    "CARGO",
    "LD_LIBRARY_PATH",
    "RUSTC",
    "RUSTDOC",
    "RUSTUP_TOOLCHAIN",
];

/// Builds the hosted variant unless it is up to date.
///
/// # Errors
/// Crates cannot be fetched, or the page does not compile.
pub fn build(steps: &mut Steps, tools: &BuildTools) -> Result<(), Failure> {
    // The sources as they were before the build: what changes while it runs is not in it.
    let sources = sources(tools)?;
    if kept() == Some(state(&sources)) {
        steps.up_to_date("page", "dist/ is current");
        return Ok(());
    }
    steps.run("crates", "cargo fetch for the page", || {
        let mut cargo = prepared(tools, "cargo")?;
        cargo.args(["fetch", "--quiet", "--target", TARGET]);
        run::shown(
            &mut cargo,
            "check that cargo reaches its registry, then try again",
        )
    })?;
    steps.run("page", "trunk build --release", || {
        let mut trunk = prepared(tools, "trunk")?;
        trunk.args(["build", "--release", "--offline", "--skip-version-check"]);
        run::shown(&mut trunk, "read the compiler's message above")?;
        compress_style(tools)
    })?;
    steps.run(
        "program",
        "short names, and functions in the order that packs best",
        make_packable,
    )?;
    write_examples()?;
    workspace::write(&workspace::dist().join(MARKUP), markup::as_json()?)?;
    workspace::write(&kept_in(), state(&sources))
}

/// A program of the page build, with its search path and the compiler's environment.
fn prepared(tools: &BuildTools, program: &str) -> Result<Command, Failure> {
    let path = tools.search_path()?;
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
        .unwrap_or_else(|| PathBuf::from(program));
    let mut command = Command::new(found);
    command.current_dir(workspace::root());
    if tools.compiler == WasmToolchain::Debian {
        for name in SET_BY_THE_ORDINARY_TOOLCHAIN {
            command.env_remove(name);
        }
    }
    command
        .env("PATH", path)
        .env("SASS_PATH", node::modules())
        .env("CARGO_TARGET_DIR", workspace::page_target())
        .env("CARGO_ENCODED_RUSTFLAGS", flags(tools.compiler))
        // Trunk would print its own call stack below every compiler error.
        .env("RUST_BACKTRACE", "0")
        .envs(tools.compiler.environment());
    Ok(command)
}

/// Compiler flags: no place on this machine shows in the program, and the sample of cases is drawn with a hash of one
/// eighth the size, because it draws a few numbers a month. They replace any in cargo's configuration.
fn flags(compiler: WasmToolchain) -> OsString {
    const BETWEEN_FLAGS: &str = "\u{1f}";
    let mut flags = OsString::from("--cfg=sha2_backend_soft=\"compact\"");
    for (folder, name) in compiler.paths_to_hide() {
        flags.push(BETWEEN_FLAGS);
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    flags
}

fn make_packable() -> Result<(), Failure> {
    let [program, glue] = [PROGRAM, GLUE].map(|name| workspace::dist().join(name));
    let (named, script) = short_names::shorten(
        &workspace::read_bytes(&program)?,
        &workspace::read_text(&glue)?,
    )?;
    workspace::write(&glue, script)?;
    workspace::write(&program, function_order::arrange(&named)?)
}

fn write_examples() -> Result<(), Failure> {
    let tables = workspace::root().join("crates/rules/cases");
    let json = example_tables::as_json(&tables)
        .map_err(|error| Failure::new(error, "compare the table with the others beside it"))?;
    workspace::write(&workspace::dist().join(EXAMPLES), json)
}

fn compress_style(tools: &BuildTools) -> Result<(), Failure> {
    let style = workspace::dist().join(STYLE);
    let mut sass = prepared(tools, "sass")?;
    sass.args(["--no-source-map", "--style=compressed", "--no-charset"])
        .arg(&style)
        .arg(&style);
    run::quiet(
        &mut sass,
        "the style sheet that trunk wrote cannot be read: see style/",
    )
}

/// Everything that the page is made from, recipe included, as one line.
fn sources(tools: &BuildTools) -> Result<String, Failure> {
    let recipe = format!(
        "{} {:?} {:?} {}",
        tools.compiler.version(),
        tools.compiler.environment(),
        flags(tools.compiler),
        AFTER_THE_COMPILER.concat(),
    );
    fingerprint::of_sources(&recipe)
}

/// Sources and results in two lines: equal lines mean that nothing has to be done.
fn state(sources: &str) -> String {
    let results: Vec<PathBuf> = [
        "index.html",
        PROGRAM,
        EXAMPLES,
        MARKUP,
        GLUE,
        CRASH,
        RESCUE,
        START,
        STYLE,
    ]
    .iter()
    .map(|name| workspace::dist().join(name))
    .collect();
    format!("{sources}\n{}\n", fingerprint::of_files(&results))
}

fn kept() -> Option<String> {
    std::fs::read_to_string(kept_in()).ok()
}

fn kept_in() -> PathBuf {
    workspace::page_target().join("page-state.txt")
}
