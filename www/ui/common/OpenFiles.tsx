import { useRef } from "preact/hooks";
import { Button } from "./Button";
import type { IconName } from "./Icon";

interface Props {
  readonly label: string;
  /** Endings, as in `<input accept>`. */
  readonly accept: string;
  readonly icon?: IconName;
  readonly look?: "link" | "plain";
  readonly disabled?: boolean;
  /** Several at once. */
  readonly multiple?: boolean;
  /** Of the field itself, for whoever opens it from elsewhere. */
  readonly id?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for files, without the field that browsers draw. */
export function OpenFiles({ label, accept, icon, look, disabled, multiple = false, id, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(icon ? { icon } : {})}
        look={look ?? "plain"}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        id={id}
        ref={input}
        class="visually-hidden"
        type="file"
        multiple={multiple}
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

/** A button that asks for one file. */
export function OpenFile({ onFile, ...rest }: Omit<Props, "multiple" | "onFiles"> & { onFile: (file: File) => void }) {
  return <OpenFiles {...rest} onFiles={([file]) => file && onFile(file)} />;
}
