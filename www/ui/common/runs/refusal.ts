// Why the engine refuses settings or a run, in the words of the page: the setting by its name, what it may be, memory in MB and GB.
import { t } from "../../../content";
import { form } from "../../../state/form";
import type { Knob } from "../../../state/knobKinds";
import { FURTHER, SIMPLE } from "../../../state/knobs";
import type { WorkerFailure } from "../../../worker/client";
import { inWords, said } from "../failures";
import { bytes } from "../format";
import { plain } from "../plain";

/** What a file that is no JSON, or not that of a run, is refused by. */
const WHOLE = "configuration";

export function refusalInWords(failure: WorkerFailure): string {
  const words = t().train.refused;
  const { detail } = failure;
  if (detail.code === "config") {
    if (detail.field === WHOLE) return words.noSettings;
    const id = detail.field.split(".").at(-1) ?? detail.field;
    const knob = [...SIMPLE, ...FURTHER].find((one) => one.id === id);
    return refusedSetting(knob, id, said(detail.found), said(detail.expected));
  }
  // The only thing of a run that can be too large.
  if (detail.code === "too_large") return words.memory(bytes(detail.found), bytes(detail.limit));
  return inWords(failure);
}

function refusedSetting(knob: Knob | undefined, id: string, found: string, expected: string): string {
  const words = t().train;
  const { range, setting } = words.refused;
  if (!knob) return setting(id === "kind" ? words.model : id, found, expected);
  const { name } = words.knobs[knob.id];
  const config = form.peek();
  if (knob.kind !== "number" || !config) return setting(name, found, expected);
  const { least, most } = knob.limits(config);
  return range(name, found, plain(least), plain(most));
}
