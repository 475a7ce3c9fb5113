import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { announce } from "./Announcer";
import { Button, IconButton } from "./Button";
import { copyText } from "./copyText";
import type { IconName } from "./Icon";

interface Props {
  readonly label: string;
  readonly icon: IconName;
  /** What is copied, made when it is asked for. */
  readonly text: () => string;
  readonly copied: string;
  readonly failed: string;
  /** A drawing alone, which says what happened in a bubble below; otherwise the label and what happened stand beside it. */
  readonly bare?: boolean;
  readonly look?: "plain" | "quiet";
}

/** Time to read the sentence. */
const SHOWN_MS = 4000;

/** Copies a text and says so, beside itself and to those who listen. */
export function CopyButton({ label, icon, text, copied, failed, bare = false, look = "plain" }: Props) {
  /** Null: nothing to say. A fresh object for every press. */
  const said = useSignal<{ readonly done: boolean } | null>(null);
  const now = said.value;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => {
      said.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [now, said]);
  const copy = async () => {
    const done = await copyText(text());
    announce(done ? copied : failed);
    said.value = { done };
  };
  const shown = now?.done ? "check" : icon;
  return (
    <span class={bare ? "copy-button is-bare" : "copy-button"} data-said={now !== null}>
      {bare ? (
        <IconButton icon={shown} label={label} onClick={() => void copy()} />
      ) : (
        <Button icon={shown} look={look} onClick={() => void copy()}>
          {label}
        </Button>
      )}
      {now && (
        <span class="copy-said" aria-hidden="true">
          {now.done ? copied : failed}
        </span>
      )}
    </span>
  );
}
