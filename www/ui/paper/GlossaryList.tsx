// Every term that the page explains where it stands, in one list. Its words are fetched when it is opened.
import { useSignal } from "@preact/signals";
import { language, loadWords, t } from "../../content";
import { TERM_IDS } from "../../content/terms";
import { count } from "../common/format";

export function GlossaryList() {
  const words = t().paper.glossary;
  const state = useSignal<"closed" | "here" | "failed">("closed");
  const fetchWords = async () => {
    state.value = await loadWords(["glossary"]).then(
      () => "here" as const,
      () => "failed" as const,
    );
  };
  return (
    <details class="paper-block glossary" onToggle={({ currentTarget }) => currentTarget.open && void fetchWords()}>
      <summary>{words.title(count(TERM_IDS.length))}</summary>
      {state.value === "here" && <List />}
      {state.value === "failed" && <p class="note">{t().common.termFailed}</p>}
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
