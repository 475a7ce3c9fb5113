// What a role asks besides: what times count, where values part, into how many bins numbers go.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import type { ColumnReport } from "../../../worker/importProtocol";
import { NumberField } from "../../common/NumberField";
import { Select } from "../../common/Select";
import { chosenFor } from "./chosen";
import { choices, choose } from "./intake";
import { choiceOf, offeredOf } from "./roles";
import { importSaid } from "./said";

const UNITS = ["s", "ms", "us", "ns", "100ns", "spreadsheet"];
/** As the importer has it where nothing is said. */
const BINS = 10;

export function ColumnDetails({ column, index }: { column: ColumnReport; index: number }) {
  const words = t().imported.columns;
  const { file, name, kind, separator } = column;
  const offered = offeredOf(column);
  const said = chosenFor(choices.value, column, index);
  switch (offered) {
    case "time":
      return (
        <>
          {kind && <span class="note">{importSaid(kind)}</span>}
          <Select
            label={words.unit}
            options={[
              { value: "", label: words.guessed },
              ...UNITS.map((value) => ({ value, label: words.units[value] ?? value })),
            ]}
            value={said.unit ?? ""}
            onChange={(unit) => choose(file, name, { role: "time", ...(unit === "" ? {} : { unit }) })}
          />
        </>
      );
    case "bag":
      return (
        <SplitAt at={separator ?? ""} onChange={(at) => choose(file, name, { ...choiceOf("bag"), separator: at })} />
      );
    case "number":
      return (
        <NumberField
          label={words.bins}
          value={said.bins ?? BINS}
          least={2}
          most={1000}
          whenLeft
          onChange={(bins) => bins !== null && choose(file, name, { ...choiceOf("number"), bins })}
        />
      );
    default:
      return null;
  }
}

/** Taken when it is left, or with Enter: a separator of two signs has a first one. */
function SplitAt({ at, onChange }: { at: string; onChange: (at: string) => void }) {
  const [draft, setDraft] = useState(at);
  useEffect(() => setDraft(at), [at]);
  /** What was taken already is not taken again when the field is left. */
  const taken = useRef(at);
  const take = () => {
    if (draft === at || draft === "" || draft === taken.current) return;
    taken.current = draft;
    onChange(draft);
  };
  return (
    <label class="intake-split">
      <span class="field-label">{t().imported.columns.splitAt}</span>
      <input
        type="text"
        size={3}
        maxLength={8}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </label>
  );
}
