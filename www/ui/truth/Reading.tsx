// A question's numbers in a sentence or two. Nothing is said to be better whose interval reaches into the other's.
import { t } from "../../content";
import { count } from "../common/format";
import { inOneList } from "../common/inOneList";
import type { MethodId } from "./methods";
import { bare, methodName, whole } from "./names";
import { type QuestionScores, rightOf } from "./score";
import { type Placed, standing } from "./standing";

interface Props {
  readonly of: QuestionScores;
  /** Whom it speaks of, in this order. */
  readonly methods: readonly MethodId[];
  readonly verb: string;
}

export function Reading({ of: { question, n, scores }, methods, verb }: Props) {
  const words = t().truth;
  const found = standing(scores, methods);
  // The panel's own sentence is the first question's: every model can be asked it.
  const marks = {
    class: "truth-reading",
    "data-reading": question === "which" ? "" : undefined,
    "data-reads": question,
  };
  if (!found) return <p {...marks}>{words.read.few}</p>;
  const name = ({ method }: Placed) => methodName(question, method);
  const right = ({ scored }: Placed) => whole(rightOf(scored));
  const chance = ({ scored }: Placed) => bare(scored.agreement?.chance ?? 0);
  const [lead, ...others] = found.methods;
  if (!lead) return null;
  const best = scores.best ? bare(rightOf(scores.best)) : "–";
  const clicks = words.clicksCount(n, count(n));
  const first = words.read.one(name(lead), verb, right(lead), clicks, chance(lead), best);
  const rest = others.map((one) => words.read.other(name(one), right(one), chance(one)));
  const level = found.level.map(name);
  const atChance = found.atChance.map(name);
  // Where the best of them does no better than chance, who is ahead of whom is noise.
  const isNothing = found.atChance.includes(found.first);
  return (
    <p {...marks}>
      <b>{words.read.join(first, inOneList(rest))}</b>{" "}
      {!isNothing &&
        `${level.length > 0 ? words.read.level(inOneList([name(found.first), ...level])) : words.read.ahead(name(found.first))} `}
      {atChance.length > 0 && words.read.atChance(inOneList(atChance))}
    </p>
  );
}
