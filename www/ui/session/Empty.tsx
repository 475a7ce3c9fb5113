import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { experiment } from "../../state/current";
import { client } from "../../state/engine";
import { examples } from "../../state/opened";
import { Button } from "../common/Button";
import { drawTestSession, startFrom } from "../common/sessionStarts";
import { exampleName } from "./exampleName";
import "../../styles/session-empty.css";

/** After the last item is taken away the focus stands here: its row is gone, and these are the ways on. */
export function Empty() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isEmptied = experiment.peek().change?.kind === "remove" || experiment.peek().change?.kind === "clear";
    if (isEmptied && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="empty-session" ref={root} tabIndex={-1}>
      <p>
        <b>{t().session.empty}</b> {t().session.emptyMore}
      </p>
      <p class="empty-buttons">
        {examples.value.slice(0, 1).map((example, index) => (
          <Button key={example.id} onClick={() => startFrom(example.items)}>
            {exampleName(example.id, index)}
          </Button>
        ))}
        <Button disabled={!client.value} onClick={() => void drawTestSession()}>
          {t().examples.randomReal}
        </Button>
      </p>
    </div>
  );
}
