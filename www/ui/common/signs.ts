// Colours tell the sign of a score, and both ends of their ramp are equally dark: on paper without colour a cell below zero is marked by lines
// across it as well.

const HATCH = "sheet-hatch";
const SVG = "http://www.w3.org/2000/svg";
/** The half of the diverging ramp below zero; the colour of zero itself is the fifth. */
const BELOW = /--div-[0-3]\b/;

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** What the marks are filled with: once on the page that shows them. */
export function hatching(): SVGElement {
  const hatch = element("pattern", { id: HATCH, width: 4, height: 5, patternUnits: "userSpaceOnUse" });
  const line = (y: number, stroke: string) => element("path", { d: `M0 ${y}H4`, stroke, "stroke-width": 0.75 });
  hatch.append(line(2, "#16181d"), line(2.75, "#fff"));
  const holder = element("svg", { width: 0, height: 0, "aria-hidden": "true" });
  holder.style.position = "absolute";
  holder.append(hatch);
  return holder;
}

/** Whether something in a picture is marked. */
export const hasSigns = (picture: ParentNode): boolean => picture.querySelector(`[fill="url(#${HATCH})"]`) !== null;

/** Marks what is drawn in `root`. Null where nothing is below zero; otherwise what takes the marks away. */
export function markSigns(root: ParentNode): (() => void) | null {
  const cells = [...root.querySelectorAll<SVGPathElement>('[shape-rendering="crispEdges"] > path')];
  const marks = cells
    .filter((path) => BELOW.test(path.getAttribute("fill") ?? ""))
    .map((path) => {
      const mark = element("path", { d: path.getAttribute("d") ?? "", fill: `url(#${HATCH})` });
      path.after(mark);
      return mark;
    });
  if (marks.length === 0) return null;
  const holder = hatching();
  document.body.append(holder);
  return () => {
    for (const one of [...marks, holder]) one.remove();
  };
}
