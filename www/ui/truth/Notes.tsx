// What the numbers mean, and why the obvious test was not built.
import { t } from "../../content";
import { Marked } from "../common/Marked";
import { References } from "../common/References";

export function Notes() {
  const words = t().truth;
  return (
    <section class="truth-notes">
      <p class="caution">
        <b>
          <Marked text={words.cautionWord} />
        </b>{" "}
        {words.caution} <References of={t().reading.cautionReferences} />
      </p>
      <details>
        <summary>{words.notes}</summary>
        <ul>
          {words.noteList.map((note) => (
            <li key={note}>
              <Marked text={note} />
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{words.crossedTitle}</summary>
        <p>{words.crossedText}</p>
        <ol>
          {words.crossedReasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
