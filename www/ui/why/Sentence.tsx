// The focus cell in one sentence. A share is only spoken of where it is one.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { Fill } from "../common/Fill";
import { decimal, percent, signed } from "../common/format";
import { cellParts } from "../common/maps/cellParts";
import { nameOf } from "../common/maps/names";
import { SourceMark } from "../common/SourceMark";
import { shown } from "./context";
import { focused } from "./focused";
import { type Part, readParts } from "./reading";

export function Sentence() {
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus) return null;
  const words = t().reading;
  const { row, column } = focus.cell;
  const reading = readParts(cellParts(now.slice, row, column));
  const weight = <b>{decimal(focus.weight)}</b>;
  const sum = <b>{signed(reading.sum)}</b>;

  if (reading.kind === "single") return <Fill text={words.singleReading} parts={{ sum, weight }} />;
  if (reading.kind === "share") {
    const { first, share } = reading;
    const parts = {
      source: <Name index={first.index} />,
      value: <Value part={first} />,
      sum,
      share: percent(share, 0),
      weight,
    };
    return <Fill text={words.share} parts={parts} />;
  }
  const { up, down } = reading;
  if (up.length + down.length === 0) return <Fill text={words.silent} parts={{ weight }} />;
  const clauses: ComponentChildren[] = [];
  if (up.length > 0) clauses.push(<Clause text={up.length > 1 ? words.up : words.upOne} parts={up} />);
  if (down.length > 0) clauses.push(<Clause text={down.length > 1 ? words.down : words.downOne} parts={down} />);
  const joined = clauses.flatMap((clause, index) => (index > 0 ? [", ", clause] : [clause]));
  return <Fill text={words.pull} parts={{ parts: joined, sum, weight }} />;
}

function Clause({ text, parts }: { text: string; parts: readonly Part[] }) {
  // The language's own way to join a list; the elements are numbers of parts until they are drawn.
  const list = t().reading.and(parts.map((_, index) => String(index)));
  const named = list.map((piece) => {
    const part = piece.type === "element" ? parts[Number(piece.value)] : undefined;
    if (!part) return piece.value;
    return (
      <span key={part.index} class="why-part">
        <Name index={part.index} /> <Value part={part} />
      </span>
    );
  });
  return <Fill text={text} parts={{ parts: named }} />;
}

function Name({ index }: { index: number }) {
  const source = shown.value?.sources[index];
  if (!source) return <>{t().reading.bias}</>;
  return (
    <>
      <SourceMark source={source} /> {nameOf(source, shown.value?.sources.length ?? 0)}
    </>
  );
}

function Value({ part }: { part: Part }) {
  const source = shown.value?.sources[part.index];
  return <b style={{ color: source?.colour ?? "var(--ink)" }}>{signed(part.value)}</b>;
}
