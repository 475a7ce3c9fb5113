import { Fragment } from "preact";
import { t } from "../../content";
import { placeId } from "../../content/article";
import { pieces } from "../../content/marks";
import { REFERENCE_IDS, type ReferenceId } from "../../content/references";
import { filled } from "../common/fill";
import { articleLink } from "../common/readArticle";
import type { Value } from "../common/values";
import { numbers } from "./numbers";
import { TermLink } from "./TermLink";

/** A number, "{rank_d}", or references that stand together, "[^jain][^wiegreffe]". */
const PLACE = /(\{\w+(?::[가-힣]+)?\}|(?:\[\^\w+\])+)/;

/** A paragraph of the article: its terms lead to panels, its numbers are this page's own, its references to the list at the end. */
export function Prose({ text }: { text: string }) {
  return (
    <p>
      {pieces(text).map((piece, index) =>
        typeof piece === "string" ? (
          <Plain key={index} text={piece} />
        ) : (
          <TermLink key={index} id={piece.term} text={piece.text} />
        ),
      )}
    </p>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <>
      {text.split(PLACE).map((piece, index) => {
        const [, name] = /^\{(\w+)/.exec(piece) ?? [];
        const references = [...piece.matchAll(/\[\^(\w+)/g)].map(([, id]) => id as ReferenceId);
        if (name) return <Numeral key={index} name={name} place={piece} />;
        if (references.length > 0) return <Cited key={index} ids={references} />;
        // A sign stays with its number.
        return <Fragment key={index}>{piece.replaceAll(" %", "\u00a0%")}</Fragment>;
      })}
    </>
  );
}

/** `place`: as it stands in the sentence, with the particle that follows it in Korean. */
function Numeral({ name, place }: { name: string; place: string }) {
  const value: Value | undefined = numbers.value[name];
  return (
    <data class="essay-number" data-number={name} data-kind={value?.kind} value={String(value?.value ?? "")}>
      {filled(place, numbers.value)}
    </data>
  );
}

function Cited({ ids }: { ids: readonly ReferenceId[] }) {
  return (
    <sup>
      {ids.map((id, index) => {
        const number = String(REFERENCE_IDS.indexOf(id) + 1);
        return (
          <Fragment key={id}>
            {index > 0 && ", "}
            <a {...articleLink(placeId(`ref-${id}`))}>
              <span class="visually-hidden">{t().article.reference(number)}</span>
              <span aria-hidden="true">{number}</span>
            </a>
          </Fragment>
        );
      })}
    </sup>
  );
}
