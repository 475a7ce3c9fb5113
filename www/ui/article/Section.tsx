import { Fragment } from "preact";
import { t } from "../../content";
import { type ArticleSection, type Insert, placeId } from "../../content/article";
import { Formula } from "../common/Formula";
import { mathOf } from "../common/math";
import { Cliff } from "./Cliff";
import { Prose } from "./Prose";
import { PLACE } from "./places";

/** A part of the article: its heading, its paragraphs, and what stands between them. */
export function Section({
  section: { id, after = {}, ofPaper = false, symbols },
}: {
  readonly section: ArticleSection;
}) {
  const words = t().article;
  const { title, text } = words.sections[id];
  return (
    <section>
      <h3 id={placeId(id)} tabIndex={-1} {...{ [PLACE]: true }}>
        {title}
      </h3>
      {ofPaper && (
        <p class="note">
          <span class="stamp">{words.stamp}</span>
          {words.ofPaper}
        </p>
      )}
      {text.map((paragraph, index) => (
        <Fragment key={index}>
          <Prose text={paragraph} />
          {after[index] && <Inserted insert={after[index]} />}
          {symbols === index && <p class="note">{words.symbols}</p>}
        </Fragment>
      ))}
    </section>
  );
}

function Inserted({ insert }: { readonly insert: Insert }) {
  if ("figure" in insert) return <Cliff />;
  return (
    <p class="essay-formulas">
      {insert.formulas.map((name) => (
        <Formula key={name} math={mathOf(name)} isBlock />
      ))}
    </p>
  );
}
