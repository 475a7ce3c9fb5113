// A term of the article: it explains itself like every term of the page, and leads to the panel that shows it. A press goes there; a
// finger, which cannot rest on a word, opens the explanation first and finds the way in it.
import { useRef } from "preact/hooks";
import { t } from "../../content";
import type { TermId } from "../../content/terms";
import type { Panel } from "../../panels";
import { canGoTo } from "../common/navigation";
import { Term } from "../common/Term";
import { TERM_PANELS } from "../common/termPanels";
import { closeNow, openNow } from "../common/termTip";
import { useExplanation } from "../common/useExplanation";
import { goToPanelFrom } from "./places";

interface Props {
  readonly id: TermId;
  /** As it stands in the sentence. */
  readonly text: string;
}

export function TermLink({ id, text }: Props) {
  const panel = TERM_PANELS[id];
  if (panel === null || !canGoTo(panel)) return <Term id={id}>{text}</Term>;
  return <Leading id={id} text={text} panel={panel} />;
}

function Leading({ id, text, panel }: Props & { readonly panel: Panel }) {
  const href = `?panel=${panel}`;
  const go = () => {
    closeNow();
    goToPanelFrom(panel);
  };
  const what = { ...t().glossary[id], way: { label: t().article.see(t().panels.names[panel].name), href, go } };
  const { isOpen, attributes } = useExplanation<HTMLAnchorElement>(what);
  const isTouched = useRef(false);
  return (
    <a
      class="term"
      href={href}
      data-term={id}
      {...attributes}
      onPointerDown={({ pointerType }) => {
        isTouched.current = pointerType === "touch";
      }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (isTouched.current && !isOpen.peek()) void openNow(what, event.currentTarget);
        else go();
        isTouched.current = false;
      }}
    >
      {text}
    </a>
  );
}
