// The article: a heading, its parts, what it rests on, how to cite it, and the terms of the page.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { type BackMatter, placeId, SECTIONS, TITLE_ID } from "../../content/article";
import { TERM_IDS } from "../../content/terms";
import { Button } from "../common/Button";
import { Cite } from "../common/Cite";
import { count } from "../common/format";
import { hash } from "../common/navigation";
import { articleLink } from "../common/readArticle";
import { Glossary } from "./Glossary";
import { NumbersNote } from "./NumbersNote";
import { fetchRecorded, isLive, show } from "./numbers";
import { PLACE, printArticle } from "./places";
import { References } from "./References";
import { Section } from "./Section";

export function Article() {
  useEffect(() => {
    void fetchRecorded();
    return show();
  }, []);
  const words = t().article;
  return (
    <>
      <header class="essay-head">
        <h2 id={TITLE_ID}>{words.title}</h2>
        <p>
          {words.minutes}
          <Button look="quiet" onClick={printArticle}>
            {words.print}
          </Button>
        </p>
      </header>
      <Contents />
      <div class="essay-text" data-numbers={isLive.value ? "live" : "recorded"}>
        {SECTIONS.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        <NumbersNote />
        <Back part="references">
          <References />
        </Back>
        <Back part="cite">
          <Cite />
        </Back>
        <Glossary />
      </div>
    </>
  );
}

const nameOf = (part: BackMatter): string =>
  ({
    references: t().article.references,
    cite: t().paper.cite.title,
    glossary: t().article.glossary(count(TERM_IDS.length)),
  })[part];

/** What stands behind the text. */
function Back({ part, children }: { readonly part: BackMatter; readonly children: ComponentChildren }) {
  return (
    <section class={`essay-${part}`}>
      <h3 id={placeId(part)} tabIndex={-1} {...{ [PLACE]: true }}>
        {nameOf(part)}
      </h3>
      {children}
    </section>
  );
}

/** Beside the text, where there is room beside it. */
function Contents() {
  const words = t().article;
  const parts = [
    ...SECTIONS.map(({ id }) => ({ id: placeId(id), name: words.sections[id].title })),
    ...(["references", "cite", "glossary"] as const).map((part) => ({ id: placeId(part), name: nameOf(part) })),
  ];
  return (
    <nav class="essay-contents" aria-label={words.contents}>
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a {...articleLink(id)} aria-current={hash.value === `#${id}` ? "true" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
