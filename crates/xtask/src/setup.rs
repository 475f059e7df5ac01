//! Brings everything that a build or a test run needs, and says so step by step.

use crate::browsers;
use crate::debian;
use crate::failure::Failure;
use crate::node;
use crate::steps::Steps;
use crate::tools::{Place, Tool};
use crate::wasm_toolchain::WasmToolchain;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the page build runs with.
#[derive(Debug, Clone)]
pub struct BuildTools {
    /// The compiler.
    pub compiler: WasmToolchain,
    /// Folders of trunk and wasm-bindgen that are not on the search path anyway.
    folders: Vec<PathBuf>,
}

impl BuildTools {
    /// The search path under which trunk finds everything: the npm tools, the installed programs, the compiler and the
    /// node that runs the npm tools, then the rest. The folder of the one may hold another version of the other, so the
    /// order of these two depends on the compiler.
    ///
    /// # Errors
    /// A folder's name contains the separator of search paths.
    pub fn search_path(&self) -> Result<OsString, Failure> {
        let current = std::env::var_os("PATH").unwrap_or_default();
        let mut folders = vec![node::bin()];
        folders.extend(self.folders.iter().cloned());
        let holding = |program: &str| {
            std::env::split_paths(&current).find(|folder| folder.join(program).is_file())
        };
        match self.compiler {
            WasmToolchain::Ordinary => {
                folders.extend([holding("rustc"), holding("node")].into_iter().flatten())
            }
            WasmToolchain::Debian => {
                folders.extend(holding("node"));
                folders.push(PathBuf::from(debian::BIN));
            }
        }
        folders.extend(std::env::split_paths(&current));
        std::env::join_paths(folders).map_err(|error| {
            Failure::new(
                format!("the search path cannot be put together: {error}"),
                "move the clone into a folder without `:` in its name",
            )
        })
    }
}

/// Everything for building the page.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn for_building(steps: &mut Steps) -> Result<BuildTools, Failure> {
    node::provide(steps)?;
    let compiler = WasmToolchain::provide(steps)?;
    let mut folders = Vec::new();
    for tool in [Tool::trunk(), Tool::wasm_bindgen()?] {
        match tool.provide(steps)? {
            Place::SearchPath => {}
            Place::Folder(folder) => folders.push(folder),
        }
    }
    Ok(BuildTools { compiler, folders })
}

/// The program that tries the tests by small errors in the code.
///
/// # Errors
/// It is missing and cannot be installed.
pub fn mutation_tool(steps: &mut Steps) -> Result<PathBuf, Failure> {
    let tool = Tool::cargo_mutants();
    let place = tool.provide(steps)?;
    Ok(tool.at(&place))
}

/// Everything for building the page and driving it in both browsers.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn for_testing(steps: &mut Steps) -> Result<BuildTools, Failure> {
    let tools = for_building(steps)?;
    browsers::provide(steps)?;
    Ok(tools)
}
