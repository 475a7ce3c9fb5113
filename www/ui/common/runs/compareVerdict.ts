// What may be concluded from the test results, in sentences; by the rule of state/compareStats.ts.

import { t } from "../../../content";
import { besideFloors, type Standing, type Summary, verdict } from "../../../state/compareStats";
import { floors } from "../../../state/opened";
import { count, percent } from "../format";
import { fraction } from "../formatMore";
import { inOneList } from "../inOneList";
import { onTest, rows } from "./compareRows";
import { JUDGED, metricLabel, onTestOf, type ReferenceId, referencesOf } from "./metrics";

/** A sentence of the dictionary and what fills its places; what it is about is strong. */
export interface Sentence {
  readonly text: string;
  readonly parts: Readonly<Record<string, { readonly text: string; readonly isStrong: boolean }>>;
}

export interface JudgedReference extends Summary {
  readonly id: ReferenceId;
  readonly name: string;
}

/** Ceiling and floors on the test sessions, by the metric that verdicts are about. */
export function judgedReferences(): JudgedReference[] {
  return referencesOf(floors.value?.test).flatMap(({ id, metrics }) => {
    const summary = onTestOf(metrics, JUDGED);
    return summary ? [{ id, name: t().compare.references[id], ...summary }] : [];
  });
}

const strong = (text: string) => ({ text, isStrong: true });
const plain = (text: string) => ({ text, isStrong: false });

/** Systems that have their result. */
function judgedSystems(): (Summary & { readonly name: string })[] {
  return rows.value.flatMap((row) => {
    const summary = onTest(row, JUDGED);
    return summary ? [{ name: row.system.name, ...summary }] : [];
  });
}

/** Empty before the first system has its result. `leads`: who has the highest value, and who cannot be told apart from whom. */
export function verdictSentences({ leads = true } = {}): Sentence[] {
  const words = t().compare;
  const entries = judgedSystems();
  const [first] = entries;
  if (!first) return [];
  const list = (of: readonly { readonly name: string }[]) => inOneList(of.map(({ name }) => name));
  const references = judgedReferences();
  const found = verdict(entries);
  const sentences: Sentence[] = [];
  if (found && leads) {
    const { leader, same, below } = found;
    const parts = {
      metric: plain(metricLabel(JUDGED)),
      leader: strong(leader.name),
      same: strong(list(same)),
      below: strong(list(below)),
    };
    const told = (text: string) => sentences.push({ text, parts });
    if (below.length === 0) told(words.onlyCannotTell(leader.name, list(same)));
    else {
      told(words.leader(leader.name));
      told(words.leaderBelow);
      if (same.length > 0) told(words.cannotTell(list(same)));
    }
  }
  const ceiling = references.find(({ id }) => id === "ceiling");
  const leader = found?.leader ?? first;
  if (ceiling) {
    sentences.push({ text: words.ofCeiling(leader.name, percent(leader.value / ceiling.value, 0)), parts: {} });
  }
  const standings = besideFloors(
    entries,
    references.filter(({ id }) => id !== "ceiling"),
  );
  if (!standings) return sentences;
  const floor = plain(standings.floor.name);
  const present = ORDER.filter((which) => standings[which].length > 0);
  present.forEach((which, at) => {
    const areAll = present.length === 1 && entries.length > 1;
    const text = areAll ? words.besideFloor.all : at === 0 ? words.besideFloor.first : words.besideFloor.again;
    sentences.push({ text: text[which](floor.text), parts: { floor, names: strong(list(standings[which])) } });
  });
  return sentences;
}

const ORDER: readonly Standing[] = ["above", "same", "below"];

/** More names than these are counted. */
const NAMED_IN_SHORT = 2;

/** Who leads and from whom that is not told apart, for where there is room for a line; empty before the first system has its result. */
export function verdictInShort(): string {
  const words = t().compare.short;
  const entries = judgedSystems();
  const metric = metricLabel(JUDGED);
  const found = verdict(entries);
  if (!found) return entries.map(({ name, value }) => words.one(metric, name, fraction(value))).join("");
  const { leader, same } = found;
  const leads = words.leads(metric, leader.name, fraction(leader.value));
  if (same.length === 0) return words.aboveAll(leads);
  const others =
    same.length > NAMED_IN_SHORT ? words.others(count(same.length)) : inOneList(same.map(({ name }) => name));
  return words.cannotTell(leads, others);
}

/** All of it as one text, to be read out. */
export function verdictInWords(): string {
  const filled = ({ text, parts }: Sentence) => text.replaceAll(/\{(\w+)\}/g, (_, name) => parts[name]?.text ?? "");
  return verdictSentences().map(filled).join(" ");
}
