// What becomes of the item without two clicks, asked only where no click does it alone.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Edits } from "../../engine.ts";
import type { Question } from "../../state/question";
import { useAsking } from "../common/useAsking";
import { asked, isFree, isOf, type Report } from "./context";

interface Pairs {
  readonly of: Report;
  readonly edits: Edits;
}

const wanted = signal<Report | null>(null);

export function usePairs(report: Report, isNeeded: boolean): { question: Question<Pairs>; edits: Edits | null } {
  useEffect(() => {
    wanted.value = isNeeded ? report : null;
  }, [report, isNeeded]);
  const question = useAsking<Pairs>(
    () => {
      const [of, now] = [wanted.value, asked.value];
      if (!of || !isOf(of, now)) return null;
      const request = { items: [...of.found.items], candidate: of.candidate, source_scale: [...of.scale] };
      return async (ask) => ({ of, edits: await ask("edits", { ...request, edit: "remove_two" }) });
    },
    { when: isFree },
  );
  const known = question.value.value;
  return { question, edits: known && isOf(known.of, report) ? known.edits : null };
}
