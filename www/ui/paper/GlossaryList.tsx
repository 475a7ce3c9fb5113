// Every term that the page explains where it stands, in one list. Its words are fetched when it is opened.
import { useSignal } from "@preact/signals";
import { t } from "../../content";
import { language } from "../../content/language";
import { TERM_IDS } from "../../content/terms";
import { count } from "../common/format";
import { lazy } from "../common/lazy";

const Terms = lazy(async () => List, ["glossary"]);

export function GlossaryList() {
  const wanted = useSignal(false);
  return (
    <details
      class="paper-block glossary"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) wanted.value = true;
      }}
    >
      <summary>{t().paper.glossary.title(count(TERM_IDS.length))}</summary>
      {wanted.value && <Terms />}
    </details>
  );
}

function List() {
  const { glossary } = t();
  const order = new Intl.Collator(language.value);
  const terms = TERM_IDS.map((id) => ({ id, ...glossary[id] })).sort((a, b) => order.compare(a.name, b.name));
  return (
    <dl>
      {terms.map(({ id, name, text }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
