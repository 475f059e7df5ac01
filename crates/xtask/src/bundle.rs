//! Makes the one file from the hosted variant.
//!
//! Scripts from files, `fetch` and modules do not work on a page opened by double-click, so everything moves inside:
//! the style sheet with its fonts, the scripts, and packed with gzip and written as text the compiled program, its
//! markup and the example cases.
//! The page itself comes from the same `index.html` that trunk reads: lines marked `data-trunk` give way to the parts.
//! The same sources give the same bytes.

use crate::csp;
use crate::data_url;
use crate::failure::Failure;
use crate::leaks;
use crate::page;
use crate::setup::BuildTools;
use crate::size;
use crate::steps::Steps;
use crate::workspace;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The parts of the one file, ready to be put in.
#[derive(Debug)]
struct Parts {
    style: String,
    glue: String,
    /// The scripts beside the generated one: for a failed program, rescue file, and start.
    start: String,
    /// gzip, as base64
    program: String,
    /// gzip, as base64: the example cases of the rules
    examples: String,
    /// gzip, as base64: the markup of the page
    markup: String,
}

/// Sizes of the one file and of its parts, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// All of it, as people copy it.
    pub one_file: usize,
    /// The compiled program.
    pub program: usize,
    /// The compiled program after gzip.
    pub program_packed: usize,
    /// The style sheet without fonts.
    pub style: usize,
    /// The fonts, as text.
    pub fonts: usize,
    /// Both scripts.
    pub scripts: usize,
    /// The example cases, as text.
    pub examples: usize,
    /// The markup, as text.
    pub markup: usize,
}

/// Builds the page and writes the one file, within its budget.
///
/// # Errors
/// The page does not build, a part cannot be put in, or the budget is exceeded.
pub fn build(steps: &mut Steps, tools: &BuildTools) -> Result<Sizes, Failure> {
    page::build(steps, tools)?;
    let sizes = steps.run("one file", "dist/kontaktdichte.html", make)?;
    size::check(&sizes)?;
    Ok(sizes)
}

fn make() -> Result<Sizes, Failure> {
    let dist = workspace::dist();
    let text = |name: &str| {
        workspace::read_text(&dist.join(name))
            .map(|text| text.replace("\r\n", "\n").trim().to_owned())
    };
    let program = workspace::read_bytes(&dist.join(page::PROGRAM))?;
    leaks::check(page::PROGRAM, &program)?;
    let packed = pack(&program)?;
    let plain_style = text(page::STYLE)?;
    let beside = |name: &str| {
        let bytes = workspace::read_bytes(&dist.join(name))?;
        leaks::check(name, &bytes)?;
        Ok(STANDARD.encode(pack(&bytes)?))
    };
    let parts = Parts {
        style: data_url::inline_files(&plain_style, |name| {
            workspace::read_bytes(&dist.join(name))
        })?,
        glue: text(page::GLUE)?,
        start: [page::CRASH, page::RESCUE, page::START]
            .map(text)
            .into_iter()
            .collect::<Result<Vec<_>, _>>()?
            .join("\n"),
        program: STANDARD.encode(&packed),
        examples: beside(page::EXAMPLES)?,
        markup: beside(page::MARKUP)?,
    };
    let source = workspace::read_text(&workspace::root().join("index.html"))?;
    let html = assemble(&source, &parts)?;
    leaks::check("the one file", html.as_bytes())?;
    workspace::write(&workspace::one_file(), &html)?;
    Ok(Sizes {
        one_file: html.len(),
        program: program.len(),
        program_packed: packed.len(),
        style: plain_style.len(),
        fonts: parts.style.len().saturating_sub(plain_style.len()),
        scripts: parts.glue.len() + parts.start.len(),
        examples: parts.examples.len(),
        markup: parts.markup.len(),
    })
}

/// gzip without a time stamp: the same program gives the same bytes everywhere. It is packed once and loaded at every
/// start, so the search for the shortest way may take its seconds.
fn pack(program: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options {
            maximum_block_splits: MOST_BLOCKS,
            ..zopfli::Options::default()
        },
        zopfli::Format::Gzip,
        program,
        &mut packed,
    )
    .map_err(|error| Failure::new(format!("gzip: {error}"), "free some memory and try again"))?;
    Ok(packed)
}

/// Code and texts of many kinds follow each other, and each kind packs best with an alphabet of its own.
const MOST_BLOCKS: u16 = 120;

/// What the browser leaves alone until a script reads it.
fn data_block(id: &str, base64: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{id}\">{base64}</script>")
}

/// Puts the parts into the page.
fn assemble(source: &str, parts: &Parts) -> Result<String, Failure> {
    for (name, text, end) in [
        (page::STYLE, &parts.style, "</style"),
        (page::GLUE, &parts.glue, "</script"),
        (page::START, &parts.start, "</script"),
    ] {
        let lower = text.to_ascii_lowercase();
        if lower.contains(end) || lower.contains("<!--") {
            return Err(Failure::new(
                format!("{name} contains `{end}` or `<!--`, which would end it inside the page"),
                "write the text in two pieces",
            ));
        }
    }
    let policy = csp::one_file(&[&parts.glue, &parts.start], &parts.style);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let style = format!("<style>{}</style>", parts.style);
    let scripts = format!(
        "{}\n{}\n{}\n<script>{}</script>\n<script>{}</script>",
        data_block("kd-wasm", &parts.program),
        data_block("kd-markup", &parts.markup),
        data_block("kd-examples", &parts.examples),
        parts.glue,
        parts.start
    );

    let mut html = String::with_capacity(style.len() + scripts.len() + source.len());
    let mut replaced = [0_usize; 3];
    let [policies, styles, programs] = &mut replaced;
    for line in source.lines().map(str::trim) {
        let text = if line.contains("http-equiv=\"Content-Security-Policy\"") {
            *policies += 1;
            policy.as_str()
        } else if line.starts_with("<link data-trunk rel=\"scss\"") {
            *styles += 1;
            style.as_str()
        } else if line.starts_with("<link data-trunk rel=\"rust\"") {
            *programs += 1;
            scripts.as_str()
        } else if line.starts_with("<link data-trunk rel=\"copy-file\"") || line.starts_with("<!--")
        {
            continue;
        } else if line.contains("data-trunk") {
            return Err(Failure::new(
                format!("index.html: `{line}` has no place in the one file"),
                "teach crates/xtask/src/bundle.rs what to do with it",
            ));
        } else {
            line
        };
        html.push_str(text);
        html.push('\n');
    }
    if replaced == [1, 1, 1] {
        Ok(html)
    } else {
        Err(Failure::new(
            "index.html must have one policy, one style sheet and one program, each on a line of its own",
            "compare it with what crates/xtask/src/bundle.rs looks for",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::{Parts, assemble, pack};
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    const PAGE: &str = "\
<!doctype html>
<html lang=\"de\"><head>
  <!-- a remark -->
  <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">
  <link data-trunk rel=\"scss\" href=\"style/main.scss\">
  <link data-trunk rel=\"copy-file\" href=\"font.woff2\">
</head><body>
  <link data-trunk rel=\"rust\" data-bin=\"x\">
</body></html>
";

    fn parts() -> Parts {
        Parts {
            style: "a{b:c}".to_owned(),
            glue: "let g;".to_owned(),
            start: "start()".to_owned(),
            program: "QUJD".to_owned(),
            examples: "REVG".to_owned(),
            markup: "R0hJ".to_owned(),
        }
    }

    #[test]
    fn every_part_is_inside_and_nothing_refers_to_a_file() {
        let html = assemble(PAGE, &parts()).expect("assembles");
        for part in [
            "<style>a{b:c}</style>",
            "id=\"kd-wasm\">QUJD</script>",
            "id=\"kd-examples\">REVG</script>",
            "id=\"kd-markup\">R0hJ</script>",
            "<script>let g;</script>",
            "<script>start()</script>",
        ] {
            assert!(html.contains(part), "{part} not in {html}");
        }
        for left in ["data-trunk", "href=", "src=", "<!-- ", "'self'"] {
            assert!(!html.contains(left), "{left} in {html}");
        }
    }

    #[test]
    fn the_policy_comes_before_everything_it_governs() {
        let html = assemble(PAGE, &parts()).expect("assembles");
        let policy = html.find("Content-Security-Policy").expect("has a policy");
        assert!(policy < html.find("<style").expect("has a style"));
        assert!(policy < html.find("<script").expect("has scripts"));
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        for missing in ["Content-Security-Policy", "rel=\"scss\"", "rel=\"rust\""] {
            let page: String = PAGE
                .lines()
                .filter(|line| !line.contains(missing))
                .map(|line| format!("{line}\n"))
                .collect();
            assert!(assemble(&page, &parts()).is_err(), "without {missing}");
        }
        let unknown = PAGE.replace("rel=\"copy-file\"", "rel=\"icon\"");
        assert!(assemble(&unknown, &parts()).is_err());
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        let mut early = parts();
        early.glue = "let s = '</SCRIPT>';".to_owned();
        assert!(assemble(PAGE, &early).is_err());
    }

    #[test]
    fn packing_gives_the_same_bytes_and_unpacks_again() {
        let packed = pack(b"program").expect("packs");
        assert_eq!(pack(b"program").expect("packs"), packed);
        assert_eq!(packed.get(4..8), Some(&[0, 0, 0, 0][..]), "no time stamp");
        let mut unpacked = Vec::new();
        GzDecoder::new(packed.as_slice())
            .read_to_end(&mut unpacked)
            .expect("unpacks");
        assert_eq!(unpacked, b"program");
    }
}
