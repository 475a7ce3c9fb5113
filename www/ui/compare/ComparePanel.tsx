// Compare: the heading at once, everything below it when the panel comes near the screen.
import { useRef } from "preact/hooks";
import { t } from "../../content";
import { lazyBody } from "../common/lazyBody";

const useBody = lazyBody(async () => (await import("./Comparing")).Comparing);

export function ComparePanel() {
  const words = t().compare;
  const root = useRef<HTMLDivElement>(null);
  const Body = useBody(root);
  return (
    <div class="train compare" ref={root}>
      <header class="panel-head">
        <h2>{words.title}</h2>
        <p class="lede">{words.lede}</p>
      </header>
      {Body ? <Body /> : <div class="train-waiting" />}
    </div>
  );
}
