import { readMathml } from "./readMathml";

/** A formula of formulas.tex; `math`: what `mathOf` gives. */
export function Formula({ math, isBlock = false }: { math: string; isBlock?: boolean }) {
  return <math {...(isBlock ? { display: "block" } : {})}>{readMathml(math)}</math>;
}
