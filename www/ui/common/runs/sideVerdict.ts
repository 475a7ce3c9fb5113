// Whether side information helps on the open data, in words: before, while and after the runs that say it.
import { t } from "../../../content";
import { phase } from "../../../state/compareRun";
import { difference, standing } from "../../../state/compareStats";
import { isAsked, sideRuns, sideSeeds, WITH, WITHOUT } from "../../../state/sideInformation";
import { count } from "../format";
import { fraction } from "../formatMore";
import { onTest } from "./compareRows";
import { JUDGED, metricLabel } from "./metrics";

/** Empty while the runs are not known. */
export function sideSentences(): string[] {
  const words = t().compare.helps;
  const runs = sideRuns.value;
  if (runs.length === 0) return [];
  const [all, done] = [runs.length, runs.filter(({ record }) => record !== null).length];
  if (done === all) return [verdictOfPair(), words.only(count(sideSeeds.value))];
  if (phase.value !== "idle" && isAsked.value) return [words.underWay(count(done), count(all))];
  const failed = runs.filter(({ record, hasFailed }) => record === null && hasFailed).length;
  if (failed > 0) return [words.failed(count(failed), count(all))];
  return [done > 0 ? words.begun(count(done), count(all)) : words.fresh(count(all), count(sideSeeds.value))];
}

const signedFraction = (value: number) => `${value > 0 ? "+" : ""}${fraction(value)}`;

/** What is known of one of the two over its seeds. */
function judged(system: string) {
  const records = sideRuns.value.flatMap(({ run, record }) => (run.system === system && record ? [record] : []));
  const [first] = records;
  const summary = onTest({ records }, JUDGED);
  return first && summary && { ...summary, name: first.name, sessions: first.test?.sessions ?? 0 };
}

function verdictOfPair(): string {
  const words = t().compare.helps;
  const [having, lacking] = [judged(WITH), judged(WITHOUT)];
  if (!having || !lacking) return "";
  const { value, error, counts } = difference(having, lacking);
  const numbers = words.numbers(
    fraction(having.value),
    fraction(lacking.value),
    `${signedFraction(value)} ± ${fraction(error)}`,
    count(having.seeds),
    count(having.sessions),
  );
  return words[standing(having, lacking)](metricLabel(JUDGED), having.name, lacking.name, numbers, fraction(counts));
}
