//! Trees as JSON text, in two ways: for people one member or element a line, so that two files can
//! be compared by line; for the store as short as it can be.

use json::Node;

/// Writes a tree with an indentation of one space and a line break at the end.
pub(super) fn print(node: &Node<'_>) -> Vec<u8> {
    let mut out = String::new();
    value(&mut out, node, 0);
    out.push('\n');
    out.into_bytes()
}

/// Writes a tree without white space. Members that are `null` are left out: to every reader of the
/// format they mean the same as none, and they are half of a caseload.
pub(crate) fn compact(node: &Node<'_>) -> Vec<u8> {
    let mut out = String::new();
    short(&mut out, node);
    out.into_bytes()
}

fn short(out: &mut String, node: &Node<'_>) {
    match node {
        Node::Null | Node::Flag(_) | Node::Number(_) | Node::Text(_) => value(out, node, 0),
        Node::List(nodes) => {
            out.push('[');
            for (index, node) in nodes.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                short(out, node);
            }
            out.push(']');
        }
        Node::Object(members) => {
            out.push('{');
            let known = members.iter().filter(|(_, node)| *node != Node::Null);
            for (index, (name, node)) in known.enumerate() {
                if index > 0 {
                    out.push(',');
                }
                text(out, name);
                out.push(':');
                short(out, node);
            }
            out.push('}');
        }
    }
}

fn value(out: &mut String, node: &Node<'_>, depth: usize) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Flag(true) => out.push_str("true"),
        Node::Flag(false) => out.push_str("false"),
        Node::Number(number) => out.push_str(&number.to_string()),
        Node::Text(content) => text(out, content),
        Node::List(nodes) => enclosed(out, ['[', ']'], nodes, depth, |out, node| {
            value(out, node, depth + 1);
        }),
        Node::Object(members) => enclosed(out, ['{', '}'], members, depth, |out, (name, node)| {
            text(out, name);
            out.push_str(": ");
            value(out, node, depth + 1);
        }),
    }
}

fn enclosed<T>(
    out: &mut String,
    [open, close]: [char; 2],
    items: &[T],
    depth: usize,
    each: impl Fn(&mut String, &T),
) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        new_line(out, depth + 1);
        each(out, item);
    }
    if !items.is_empty() {
        new_line(out, depth);
    }
    out.push(close);
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', depth));
}

fn text(out: &mut String, content: &str) {
    out.push('"');
    let mut rest = content;
    let special = |char: char| char < ' ' || matches!(char, '"' | '\\');
    while let Some((before, char, after)) = rest.find(special).and_then(|at| {
        let (before, from) = rest.split_at_checked(at)?;
        let char = from.chars().next()?;
        Some((before, char, from.get(char.len_utf8()..)?))
    }) {
        out.push_str(before);
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control => out.push_str(&format!("\\u{:04x}", u32::from(control))),
        }
        rest = after;
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{compact, print};
    use json::Node;

    #[test]
    fn what_is_printed_reads_back_the_same() {
        let text = concat!(
            r#"{"a":[],"b":{},"c":[1,-2,0.05,1.0,true,false,null],"#,
            r#""d":"\" \\ / \b\f\n\r\t\u0000\u001f\u007f ü 😀 \u2028","":[[{"e":"x"}]]}"#
        );
        let node = Node::parse(text).unwrap();
        let printed = print(&node);
        assert_eq!(
            Node::parse(std::str::from_utf8(&printed).unwrap()).unwrap(),
            node
        );
    }

    #[test]
    fn empty_lists_stay_on_their_line_and_others_are_indented() {
        let node = Node::parse(r#"{"a":[],"b":[{"c":1}]}"#).unwrap();
        let expected = "{\n \"a\": [],\n \"b\": [\n  {\n   \"c\": 1\n  }\n ]\n}\n";
        assert_eq!(String::from_utf8(print(&node)).unwrap(), expected);
    }

    #[test]
    fn the_short_text_lacks_white_space_and_members_without_a_value() {
        let node = Node::parse(r#"{"a":null,"b":[null, {"c":null}],"d":{},"e":"\u0001 ü\"x"}"#);
        let short = compact(&node.unwrap());
        assert_eq!(
            String::from_utf8(short).unwrap(),
            r#"{"b":[null,{}],"d":{},"e":"\u0001 ü\"x"}"#
        );
    }
}
