// The layers of the page, held by reading the sources: who may import whom, no cycles, one idea per file.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const www = path.dirname(new URL(import.meta.url).pathname);

/**
 * What each layer may import of ours; types count like values. A panel's folder under ui/ is a layer of its own, so no panel imports
 * another: what two of them share stands in ui/common.
 */
const ALLOWED = {
  engine: ["requests"],
  requests: [],
  content: [],
  viz: ["engine"],
  worker: ["engine", "requests"],
  ready: [],
  // Its panels are fetched, not imported: those edges are no part of it.
  panels: ["content"],
  state: ["engine", "panels", "ready", "worker"],
  "ui/common": ["content", "engine", "panels", "state", "viz", "worker"],
  "ui/*": ["content", "engine", "panels", "state", "ui/common", "viz", "worker"],
  "ui/shell": ["content", "engine", "panels", "state", "ui/common", "ui/data", "worker"],
  keepFiles: ["state", "worker"],
  // Facts of the state, never its signals.
  package: ["engine", "state", "worker"],
  before: ["worker"],
  rest: ["keepFiles", "ui/common", "ui/print", "ui/shell"],
  main: ["content", "engine", "ready", "state", "ui/common", "ui/shell", "worker"],
};

const LONGEST = 250;

/** Every source as `{ name, text }`, named from www without its ending. */
function read(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "scripts" || entry.name === "public" ? [] : read(file);
    if (!/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    return [{ name: path.relative(www, file).replace(/\.tsx?$/, ""), text: readFileSync(file, "utf8") }];
  });
}

/** Helpers of tests stand beside what they help to test. */
const isOfTests = ({ name }) => /(^|\/)fake[A-Z]/.test(name);
const sources = read(www).filter((source) => !isOfTests(source));

/** "state", "ui/why", "ui/common"; styles and what is built elsewhere are no layer. */
function layerOf(name) {
  const [first = "", second = ""] = name.split("/");
  if (first === ".." || first === "styles") return null;
  return first === "ui" && name.split("/").length > 2 ? `ui/${second}` : first;
}

/** Static imports and exports as `{ from, to, isType }`. What is fetched by `import()` is a wish, not a dependency. */
function edgesOf({ name, text }) {
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)";/gm)];
  return found.map(([, type, to = ""]) => ({
    from: name,
    to: path.join(path.dirname(name), to.replace(/\.(ts|tsx)$/, "")).replaceAll(path.sep, "/"),
    isType: type !== undefined,
  }));
}

const edges = sources.flatMap(edgesOf);

/** Groups of files that import each other's values in a ring. */
function rings(all) {
  const next = new Map();
  for (const { from, to, isType } of all) if (!isType) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set();
  const found = new Set();
  const visit = (name, trail) => {
    const at = trail.indexOf(name);
    if (at >= 0) found.add([...trail.slice(at)].sort().join(" "));
    if (at >= 0 || done.has(name)) return;
    for (const to of next.get(name) ?? []) visit(to, [...trail, name]);
    done.add(name);
  };
  for (const name of next.keys()) visit(name, []);
  return [...found];
}

/** Classes that a style sheet gives their looks: alone in a selector, whatever the window. Paper and forced colours change any. */
function classesOf(file) {
  const css = readFileSync(path.join(www, "styles", file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const selectors = [...css.matchAll(/^([^\s@}][^{]*)\{/gm)].flatMap(([, list]) => list.split(/,(?![^(]*\))/));
  return new Set(selectors.flatMap((selector) => /^\.[\w-]+$/.exec(selector.trim())?.[0] ?? []));
}

describe("style sheets", () => {
  it("share no class: one that is fetched later must not change what stands there", () => {
    const files = readdirSync(path.join(www, "styles")).filter((file) => !/^(print|forced-colors)\.css$/.test(file));
    const owners = new Map();
    for (const file of files) for (const name of classesOf(file)) owners.set(name, [...(owners.get(name) ?? []), file]);
    expect(owners.size).toBeGreaterThan(300);
    expect([...owners].filter(([, all]) => all.length > 1)).toEqual([]);
  });
});

describe("layers of the page", () => {
  it("are all here", () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(edges.length).toBeGreaterThan(600);
  });

  it("import only what they may", () => {
    const wrong = edges.flatMap(({ from, to }) => {
      const [a, b] = [layerOf(from), layerOf(to)];
      if (a === null || b === null || a === b) return [];
      const allowed = ALLOWED[a] ?? (a.startsWith("ui/") ? ALLOWED["ui/*"] : undefined);
      return allowed?.includes(b) ? [] : [`${from} imports ${to}: ${a} may not import ${b}`];
    });
    expect(wrong).toEqual([]);
  });

  it("have no cycle of values", () => {
    expect(rings(edges)).toEqual([]);
  });

  it("know the document only in views: none of it in the state", () => {
    const found = sources.filter(({ name, text }) => name.startsWith("state/") && /\b(document|window)\./.test(text));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it("ask the engine by question() and asking(), in views but for models of their own and timings", () => {
    const asks = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\.ask\("(\w+)"/g)].map(([, op]) => `${name}: ${op}`).filter(() => name.startsWith("ui/")),
    );
    expect(asks.length).toBeGreaterThan(3);
    expect(asks.filter((one) => !/: (?:load|drop)Model$|^ui\/fused\/measure: predict$/.test(one))).toEqual([]);
  });

  it("hand the browser no text as markup or code: its policy forbids it where it can", () => {
    const sinks = [
      /\b(?:innerHTML|outerHTML)\s*=[^=]|\b(?:dangerouslySetInnerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe)\b/,
      /\b(?:DOMParser|createContextualFragment|document\.write|new Function|eval)\b|\bset(?:Timeout|Interval)\(["'`]/,
    ];
    const found = sources.filter(({ text }) => sinks.some((sink) => sink.test(text)));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it("hold one idea per file", () => {
    const lists = ["ui/common/pictograms"];
    const long = sources.filter(({ name }) => !name.startsWith("content/") && !lists.includes(name));
    const over = long.flatMap(({ name, text }) => {
      const lines = text.split("\n").length - 1;
      return lines > LONGEST ? [`${name}: ${lines} lines`] : [];
    });
    expect(over).toEqual([]);
  });
});

describe("the test of the layers", () => {
  it("sees a ring, and no ring where only types go round", () => {
    const ring = [
      { from: "a", to: "b", isType: false },
      { from: "b", to: "c", isType: false },
      { from: "c", to: "a", isType: false },
    ];
    expect(rings(ring)).toEqual(["a b c"]);
    expect(rings(ring.map((edge, index) => ({ ...edge, isType: index === 2 })))).toEqual([]);
  });
});
