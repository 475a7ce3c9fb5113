// One thing that is said: the lecturer's words, the original beside them, and how they read with their numbers.
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import { Button } from "../../common/Button";
import { wordInHand } from "./insert";
import { oddPlaces, piecesOf } from "./placeholders";
import "../../../styles/text-area.css";

interface Props {
  readonly label: string;
  readonly language: LanguageCode;
  /** The lecturer's own; undefined: as the original. */
  readonly own: string | undefined;
  /** Null: there is none. */
  readonly original: string | null;
  readonly most: number;
  /** One line of the wall. */
  readonly isLine?: boolean;
  readonly rows?: number;
  /** It is new: it takes the focus. */
  readonly isFresh?: boolean;
  /** Undefined: as the original. */
  readonly onChange: (text: string | undefined) => void;
}

/** What a line of the wall holds. */
const LINE = 62;

export function WordField(props: Props) {
  const { label, language, own, original, most, isLine = false, rows = 2, isFresh = false, onChange } = props;
  const words = t().own;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = own ?? original ?? "";
  const put = (written: string) => {
    const now = written.slice(0, most);
    const isOriginal = original === null ? now === "" : now === original;
    onChange(isOriginal ? undefined : now);
  };
  useEffect(() => {
    if (!isFresh) return;
    field.current?.focus();
    field.current?.select();
  }, [isFresh]);
  useEffect(() => {
    const mine = field.current;
    return () => {
      if (wordInHand.peek()?.field === mine) wordInHand.value = null;
    };
  }, []);
  const odd = oddPlaces(text);
  const isChanged = original !== null && own !== undefined;
  return (
    <div class="own-word" data-changed={isChanged}>
      <div class="own-word-mine">
        <label class="field-label" for={id}>
          {label}
        </label>
        <textarea
          ref={field}
          id={id}
          class="text-area"
          lang={language}
          rows={isLine ? 1 : rows}
          style={`--rows: ${isLine ? 1 : rows}`}
          maxLength={most}
          value={text}
          aria-describedby={`${id}-notes`}
          onFocus={({ currentTarget }) => {
            wordInHand.value = { label, field: currentTarget, put };
          }}
          onKeyDown={(event) => isLine && event.key === "Enter" && event.preventDefault()}
          // A line has no breaks, wherever it was copied from.
          onInput={({ currentTarget: { value } }) => put(isLine ? value.replaceAll(/\s*\n\s*/g, " ") : value)}
        />
        <div id={`${id}-notes`} class="own-word-notes">
          {isLine && text.length > LINE && <p class="note">{words.longLine(String(text.length))}</p>}
          {[...new Set(odd)].map((one) => (
            <p key={one} class="field-bad">
              {words.oddPlace(one)}
            </p>
          ))}
          {own !== undefined && <Numbers text={text} label={words.preview} />}
        </div>
      </div>
      {original !== null && (
        <div class="own-word-original">
          <span class="field-label">{isChanged ? words.original : words.asOriginal}</span>
          {(isChanged || hasNumbers(original)) && (
            <p lang={language}>
              <Pieces text={original} />
            </p>
          )}
          {isChanged && (
            <Button look="link" aria-label={words.restoreOf(label)} onClick={() => onChange(undefined)}>
              {words.restore}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const hasNumbers = (text: string): boolean => piecesOf(text).some((piece) => "name" in piece);

/** Only where there are numbers. */
function Numbers({ text, label }: { text: string; label: string }) {
  if (!hasNumbers(text)) return null;
  return (
    <p class="own-word-preview">
      <span class="field-label">{label}</span> <Pieces text={text} />
    </p>
  );
}

/** Numbers by what they mean. */
function Pieces({ text }: { text: string }) {
  const { numbers } = t().own;
  return (
    <>
      {piecesOf(text).map((piece, at) =>
        "text" in piece ? (
          <span key={at}>{piece.text}</span>
        ) : (
          <span key={at} class="own-number" title={`{${piece.name}}`}>
            {numbers[piece.name]}
          </span>
        ),
      )}
    </>
  );
}
