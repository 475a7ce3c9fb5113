// What runs inside the page, whichever browser it is in. Each function is sent as text, so it uses nothing but its arguments.

/**
 * The element that a target names, ready to be pressed, or null: `{ css }`, or `{ role, name }` where the name need only contain
 * what is given. `within` narrows it to a part of the page. What is not drawn is not found.
 */
export function locate({ css, role, name = "", within = "body" }) {
  const ROLES = {
    button: "button, [role=button]",
    link: "a[href]",
    option: "[role=option]",
    radio: "input[type=radio], [role=radio]",
    list: "ul, ol, [role=list]",
    textbox: "input:not([type=radio], [type=checkbox], [type=file])",
  };
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    const named = by ? by.split(" ").map((id) => document.getElementById(id)?.textContent ?? "") : [];
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
    return element.getAttribute("aria-label") ?? [...named, ...labels, element.textContent, element.title].join(" ");
  };
  /** Radio buttons are drawn as their labels. */
  const pressed = (element) => (element.type === "radio" ? (element.labels?.[0] ?? element) : element);
  return (
    [...document.querySelectorAll(within)]
      .flatMap((part) => [...part.querySelectorAll(css ?? ROLES[role])])
      .filter((element) => css || nameOf(element).includes(name))
      .map(pressed)
      .find((element) => element.getClientRects().length > 0) ?? null
  );
}

/** The text of each entry of a list, found by a part of its name; null where there is no such list. */
export function entriesOf(name) {
  const lists = [...document.querySelectorAll("ul, ol, [role=list]")];
  const nameOf = (list) => {
    const by = list.getAttribute("aria-labelledby");
    return list.getAttribute("aria-label") ?? (by && document.getElementById(by)?.textContent) ?? "";
  };
  const list = lists.find((one) => nameOf(one).includes(name));
  return list ? [...list.children].map(({ textContent }) => textContent) : null;
}
