// What came of the files that were opened: where, what was found, what was expected, what to do.
import { t } from "../../../content";
import { count } from "../../common/format";
import { Notice } from "../../common/Notice";
import { type Outcome, outcomes } from "./opening";
import type { Expected, Left, Reason, Refusal } from "./refusal";

export function Opened() {
  return (
    <>
      {outcomes.value.map((one, at) => (
        <Notice
          key={at}
          isBad={one.kind !== "taken"}
          onClose={() => {
            outcomes.value = outcomes.peek().filter((other) => other !== one);
          }}
        >
          <Words outcome={one} />
        </Notice>
      ))}
    </>
  );
}

function Words({ outcome }: { outcome: Outcome }) {
  const words = t().own;
  switch (outcome.kind) {
    case "taken":
      return (
        <>
          {words.taken(outcome.file, outcome.name || words.unnamed, outcome.id)}{" "}
          {outcome.left.length > 0 && leftInWords(outcome.left)}
        </>
      );
    case "unreadable":
      return (
        <>
          <b>{words.refused.title(outcome.file)}</b> {words.refused.unreadable}
        </>
      );
    case "beside":
      return <>{words.beside(outcome.file)}</>;
    case "refused":
      return (
        <>
          <b>{words.refused.title(outcome.file)}</b> {refusalInWords(outcome.refusal)} {adviceFor(outcome.refusal)}
        </>
      );
  }
}

const REASONS: readonly Reason[] = ["unknown", "base", "fixed", "twice"];
const MOST_NAMED = 8;

function leftInWords(left: readonly Left[]): string {
  const words = t().own;
  const sentences = REASONS.flatMap((why) => {
    const all = left.filter((one) => one.why === why);
    const named = all.slice(0, MOST_NAMED).map(({ line, place }) => words.leftAt(count(line), place));
    const more = all.length - named.length;
    const parts = [...named, ...(more > 0 ? [words.andMore(count(more))] : [])].join("; ");
    return all.length > 0 ? [words.leftOut[why](parts)] : [];
  });
  return sentences.join(" ");
}

function refusalInWords({ line, column, place, found, expected }: Refusal): string {
  const words = t().own.refused;
  const where =
    line === null
      ? words.whole
      : column === undefined
        ? words.line(count(line))
        : words.lineAt(count(line), count(column));
  const at = place === "" ? where : `${where}, ${place}`;
  return `${at}: ${found === "" ? words.nothing : words.found(found)}, ${words.expected(expectedInWords(expected))}.`;
}

function expectedInWords(expected: Expected): string {
  const words = t().own.expected;
  switch (expected.kind) {
    case "json":
      return signInWords(expected.sign);
    case "version":
      return words.version(String(expected.version));
    case "base":
      return words.base(expected.bases.join(", "));
    case "whole":
      return words.whole(count(expected.least), count(expected.most));
    case "short":
    case "few":
    case "small":
      return words[expected.kind](count(expected.most));
    default:
      return words[expected.kind];
  }
}

function signInWords(sign: string): string {
  const words = t().own.expected;
  if (sign === "value") return words.jsonValue;
  if (sign === "end") return words.jsonEnd;
  if (sign === "depth") return words.jsonDepth;
  return sign.includes(" ") ? words.either(sign) : words.json(sign);
}

function adviceFor({ expected, found }: Refusal): string {
  const words = t().own.refused;
  switch (expected.kind) {
    case "version":
      return Number(found) > expected.version ? words.newer : words.older;
    case "lecture":
      return words.notOurs;
    case "small":
      return words.tooLarge;
    default:
      return words.advice;
  }
}
