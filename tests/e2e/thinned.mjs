// Long lists, cut down for the accessibility checker and put back afterwards.
//
// The checker needs a second for a few hundred elements and many for all of a caseload, and what it says about the first
// row of a build it would say about the fiftieth. So of many neighbours the first few stay, and each in which something
// stands that did not stand in those before: an element with another name, class, role or state, with an attribute that
// is there or not, filled or empty, with a reference that leads elsewhere or nowhere, with text or without. What only
// the whole page can show, an id that stands twice, is looked for before.
//
// Both functions are sent into the page as text and may use nothing from here.

/** Takes out what is built like its neighbours; returns what is wrong with the ids of the whole page. */
export function thinOut() {
  const FEW = 6;
  const STAYING = 3;
  const SAYING = /^(class|role|type|scope|hidden|disabled|open|tabindex|aria-(?!label)|data-kd$|data-state$|data-level$)/;
  const REFERRING = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant"];

  const all = [...document.body.querySelectorAll("*")];
  const ids = new Set();
  const twice = new Set();
  for (const { id } of all) {
    if (id !== "" && ids.has(id)) {
      twice.add(`#${id} stands twice`);
    }
    ids.add(id);
  }

  // Whatever something else refers to stays, and so does everything around the focus.
  const wanted = new Set();
  const keep = (element, outside) => {
    for (let at = element; at && !at.contains(outside); at = at.parentElement) {
      wanted.add(at);
    }
  };
  keep(document.activeElement, document.body);
  const targets = (text) => text.split(/\s+/).map((id) => document.getElementById(id));
  for (const element of all) {
    for (const name of REFERRING) {
      targets(element.getAttribute(name) ?? "").forEach((target) => keep(target, element));
    }
  }

  const attribute = ({ name, value }) => {
    if (REFERRING.includes(name)) {
      return `${name}→${targets(value).map((target) => target?.localName)}`;
    }
    return SAYING.test(name) ? `${name}=${value}` : `${name}${value.trim() === "" ? " empty" : ""}`;
  };
  const own = (element) => {
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    const holds = says ? "text" : element.firstElementChild ? "elements" : "nothing";
    return `${element.localName}[${[...element.attributes].map(attribute).sort()}]${element.labels?.length ?? ""} ${holds}`;
  };
  const builds = new Map(all.map((element) => [element, own(element)]));
  const paths = (element, above, found) => {
    const path = `${above} > ${builds.get(element)}`;
    found.add(path);
    for (const child of element.children) {
      paths(child, path, found);
    }
    return found;
  };

  const out = [];
  const thin = (parent) => {
    const children = [...parent.children];
    const seen = new Map();
    for (const child of children.length > FEW ? children : []) {
      const inside = paths(child, "", new Set());
      const isNew = [...inside].some((path) => !seen.has(path));
      inside.forEach((path) => seen.set(path, (seen.get(path) ?? 0) + 1));
      if (!isNew && !wanted.has(child) && seen.get(` > ${builds.get(child)}`) > STAYING) {
        out.push([child, parent, child.nextSibling]);
        child.remove();
      }
    }
    for (const child of parent.children) {
      // What is chosen in a list would be lost.
      if (child.localName !== "select") {
        thin(child);
      }
    }
  };
  const { scrollTop } = document.scrollingElement;
  thin(document.body);
  window.kdFillUp = () => {
    for (const [child, before, next] of out.reverse()) {
      before.insertBefore(child, next);
    }
    document.scrollingElement.scrollTop = scrollTop;
  };
  return [...twice];
}

/** Puts back what was taken out. */
export function fillUp() {
  window.kdFillUp();
  delete window.kdFillUp;
}
