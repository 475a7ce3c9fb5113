// The article below the panels, without its words: which parts it has, and what stands between their paragraphs. The words are in
// en/article.ts and ko/article.ts: terms are marked, {names} are numbers, [^names] are references.

/** What follows a paragraph: formulas of formulas.tex, or a drawing. */
export type Insert = { readonly formulas: readonly string[] } | { readonly figure: "spectrum" };

interface Section {
  readonly id: string;
  /** By the number of the paragraph before it. */
  readonly after?: Readonly<Record<number, Insert>>;
  /** The paragraph that is followed by what the signs of the formulas mean. */
  readonly symbols?: number;
  /** Its numbers are the paper's, and say so. */
  readonly ofPaper?: boolean;
}

const TABLE = [
  { id: "next" },
  { id: "side" },
  {
    id: "fuse",
    after: {
      0: { formulas: ["article-mixed", "article-one-product"] },
      2: { formulas: ["article-products", "article-output"] },
      4: { formulas: ["article-loss"] },
    },
    symbols: 2,
  },
  {
    id: "rank",
    after: { 0: { formulas: ["article-rank-early", "article-rank-decoupled"] }, 1: { figure: "spectrum" } },
  },
  { id: "gradients" },
  { id: "paper", ofPaper: true },
  { id: "measures" },
  { id: "came" },
] as const satisfies readonly Section[];

export type SectionId = (typeof TABLE)[number]["id"];
export type ArticleSection = Section & { readonly id: SectionId };
export const SECTIONS: readonly ArticleSection[] = TABLE;

/** What stands behind the text. */
export type BackMatter = "references" | "cite" | "glossary";

/** Where a place of the article is on the page, and behind the # of an address. */
export const ARTICLE_ID = "article";
export const TITLE_ID = `${ARTICLE_ID}-title`;
export const placeId = (part: SectionId | BackMatter | `ref-${string}`): string => `${ARTICLE_ID}-${part}`;
