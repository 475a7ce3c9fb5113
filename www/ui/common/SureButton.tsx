// A button for what cannot be undone: the first press asks, the second does it. Going elsewhere, or Escape, takes the first one back.
import { useState } from "preact/hooks";
import { announce } from "./Announcer";
import { Icon, type IconName } from "./Icon";

interface Props {
  /** What it does. */
  readonly label: string;
  /** What it asks before it does it. */
  readonly question: string;
  readonly onSure: () => void;
  /** icon: only the drawing until it asks, over whatever stands beside it. */
  readonly look: "plain" | "link" | "icon";
  readonly icon?: IconName;
  readonly title?: string;
  readonly disabled?: boolean;
}

export function SureButton({ label, question, onSure, look, icon, title, disabled = false }: Props) {
  const [asks, setAsks] = useState(false);
  const isIcon = look === "icon" && !asks;
  const kind = isIcon ? "icon-button" : `button button-${look === "icon" ? "plain sure-over" : look}`;
  return (
    <button
      type="button"
      class={`sure ${kind}`}
      disabled={disabled}
      title={isIcon ? label : asks ? undefined : title}
      aria-label={isIcon ? label : undefined}
      onBlur={() => setAsks(false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !asks) return;
        event.stopPropagation();
        setAsks(false);
      }}
      onClick={() => {
        setAsks(!asks);
        if (asks) onSure();
        else announce(question);
      }}
    >
      {icon && (isIcon || look !== "icon") && <Icon name={icon} />}
      {look === "icon" ? (
        asks && <span>{question}</span>
      ) : (
        // Both texts in one place: asking makes the button no wider.
        <span class="sure-texts">
          <span data-shown={!asks}>{label}</span>
          <span data-shown={asks}>{question}</span>
        </span>
      )}
    </button>
  );
}
