import { useRef } from "preact/hooks";
import { Button } from "./Button";

/** A button that asks for one file. */
export function OpenFile(props: {
  label: string;
  /** Endings, as in `<input accept>`. */
  accept: string;
  look?: "link" | "plain";
  disabled?: boolean;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={props.look ?? "plain"} disabled={props.disabled} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept={props.accept}
        tabIndex={-1}
        aria-label={props.label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = "";
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
