// MathML that the build made of formulas.tex, as nodes. The browser's parser of markup gets none of it: the page's policy lets nobody use it.
import { type ComponentChild, h } from "preact";

const PIECE = /<(\/?)(m[a-z]+)((?: [a-z]+="[^"<]*")*)( ?\/)?>|([^<]+)/gy;
const ATTRIBUTE = / ([a-z]+)="([^"]*)"/g;

interface Open {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ComponentChild[];
}

/** What stands inside of <math>. Throws at what is no MathML. */
export function readMathml(text: string): ComponentChild[] {
  const root: Open = { tag: "math", attributes: {}, children: [] };
  const open = [root];
  const inner = () => open.at(-1) ?? root;
  const close = () => {
    const { tag, attributes, children } = open.pop() ?? root;
    inner().children.push(h(tag, attributes, ...children));
  };
  let end = 0;
  for (const [piece, slash, tag = "", attributes = "", empty, words] of text.matchAll(PIECE)) {
    end += piece.length;
    if (words !== undefined) inner().children.push(words);
    else if (!slash) {
      const given = [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, value]);
      open.push({ tag, attributes: Object.fromEntries(given), children: [] });
      if (empty) close();
    } else if (open.length > 1 && inner().tag === tag) close();
    else throw new Error(`</${tag}> closes nothing`);
  }
  if (end < text.length || open.length > 1) throw new Error(`no MathML: ${text.slice(end) || inner().tag}`);
  return root.children;
}
