//! Trees as JSON text, one member or element a line, so that two files can be compared by line.

use super::node::Node;

/// Writes a tree with an indentation of one space and a line break at the end.
pub(super) fn print(node: &Node<'_>) -> Vec<u8> {
    let mut out = String::new();
    value(&mut out, node, 0);
    out.push('\n');
    out.into_bytes()
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
    for char in content.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::file::node::Node;

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
}
