import { useSignal } from "@preact/signals";
import { announce } from "./Announcer";
import { Button, IconButton } from "./Button";
import type { IconName } from "./Icon";

interface Props {
  readonly label: string;
  readonly icon: IconName;
  /** What is copied, made when it is asked for. */
  readonly text: () => string;
  readonly copied: string;
  readonly failed: string;
  /** A drawing alone; otherwise the label stands beside it. */
  readonly bare?: boolean;
  readonly class?: string;
}

const SHOWN_MS = 2500;

/** Copies a text and says so, beside itself and to those who listen. */
export function CopyButton({ label, icon, text, copied, failed, bare = false, class: extra = "" }: Props) {
  const said = useSignal<string | null>(null);
  const copy = async () => {
    const sentence = await navigator.clipboard.writeText(text()).then(
      () => copied,
      () => failed,
    );
    announce(sentence);
    said.value = sentence;
    setTimeout(() => {
      said.value = null;
    }, SHOWN_MS);
  };
  const done = said.value === copied;
  return (
    <span class={`copy-button ${extra}`}>
      {bare ? (
        <IconButton icon={done ? "check" : icon} label={label} onClick={() => void copy()} />
      ) : (
        <Button icon={done ? "check" : icon} onClick={() => void copy()}>
          {label}
        </Button>
      )}
      {said.value && (
        <span class="copy-said" aria-hidden="true">
          {said.value}
        </span>
      )}
    </span>
  );
}
