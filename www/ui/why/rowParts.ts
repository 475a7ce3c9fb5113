// The parts of one cell's score with their colours, letters and names.
import { t } from "../../content";
import type { StackPart } from "../../viz/drawStack";
import { signed } from "../common/format";
import { nameOf } from "../common/maps/names";
import { shown } from "./context";

/** What follows the sources is the bias. */
export function rowParts(values: readonly number[]): StackPart[] {
  const words = t().reading;
  const sources = shown.value?.sources ?? [];
  return values.map((value, index) => {
    const source = sources[index];
    if (!source) return { value, source: null, letter: words.biasLetter, title: `${words.bias} ${signed(value)}` };
    const title = `${nameOf(source, sources.length)} ${signed(value)}`;
    return { value, source: source.token, letter: source.letter, title };
  });
}
