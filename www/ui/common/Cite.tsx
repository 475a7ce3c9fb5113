import { t } from "../../content";
import { PAGE_BIBTEX, PAPER_BIBTEX } from "./bibtex";
import { CopyButton } from "./CopyButton";
import "../../styles/cite.css";

/** The paper and this page, to be copied into somebody's list of references. Its words are in the part "paper". */
export function Cite() {
  const words = t().paper.cite;
  const all = [
    { name: words.paper, bibtex: PAPER_BIBTEX, copy: words.copyPaper },
    { name: words.page, bibtex: PAGE_BIBTEX, copy: words.copyPage },
  ];
  return (
    <div class="cite">
      {all.map(({ name, bibtex, copy }) => (
        <div key={copy}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section class="table-scroll bibtex" aria-label={`BibTeX: ${name}`} tabIndex={0}>
            <pre>{bibtex}</pre>
          </section>
          <CopyButton icon="copy" label={copy} text={() => bibtex} copied={words.copied} failed={words.failed} />
        </div>
      ))}
    </div>
  );
}
