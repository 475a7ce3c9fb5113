// What the numbers on screen say: names of sources, reasons, and the sentence of the panel.
import { t } from "../../content";
import { count } from "../common/format";
import { inOneList } from "../common/inOneList";
import { sourceName } from "../common/sourceName";
import type { Limit, Part, Reason } from "./limits";
import type { Side } from "./shown";

/** A source of a side by its name; of a model that mixes first, what it is: one product for all. */
export function partName({ sources }: Side, part: Pick<Part, "source">): string {
  const view = sources[part.source];
  return view && view.kind !== "fused" ? sourceName(view) : t().rank.adds.one;
}

/** Clicks that a model has read. */
export const readOf = ({ head, hasMask }: Pick<Side, "head" | "hasMask">) => head.n - (hasMask ? 1 : 0);

/** Rows of a table: clicks, and with the one for the item to come places. */
export function slotsInWords({ head, hasMask }: Pick<Side, "head" | "hasMask">): string {
  const words = t().rank.slots;
  return (hasMask ? words.places : words.clicks)(count(head.n));
}

export function reasonInWords(reason: Reason | null, side: Pick<Side, "head" | "hasMask">): string {
  const words = t().rank.adds;
  const withMask = side.hasMask ? words.withMask : "";
  switch (reason?.kind) {
    case undefined:
      return "";
    case "full":
      return words.full(slotsInWords(side));
    case "values":
      return words.values(count(reason.different)) + withMask;
    case "items":
      return words.items(count(reason.different)) + withMask;
    case "shared":
      return words.shared(count(reason.lost));
    case "gate":
      return words.gate(count(reason.lost));
  }
}

/** Where a line stops, in a few words beside it. */
export function noteOf(side: Side): string {
  const words = t().rank;
  const { head } = side;
  if (head.limit.kind === "full") return words.fills(slotsInWords(side));
  return head.limit.kind === "width" ? words.stopsWidth(count(head.rank)) : words.stops(count(head.rank));
}

/** "4 + 4 + 2 + 2 + 2" */
export const sumOf = (numbers: readonly number[]) => numbers.map((one) => count(one)).join(" + ");

function limitInWords(side: Side, limit: Limit): string {
  const words = t().rank.reading;
  const { name, head } = side;
  const rank = count(head.rank);
  const withMask = side.hasMask ? ` ${words.withMask}` : "";
  switch (limit.kind) {
    case "full":
      return words.full(name, slotsInWords(side));
    case "width":
      return words.width(name, rank);
    case "widths":
      return (limit.bias ? words.bias : words.widths)(name, rank, sumOf(limit.widths));
    case "items":
      return words.items(name, rank, count(limit.different)) + withMask;
    case "shared":
      return words.shared(name, rank, count(head.fused.bound));
    case "gate":
      return words.gate(name, rank, count(head.fused.bound));
    case "noise":
      return words.noise(name, rank, count(limit.generic));
    case "values": {
      const common = (limit.shared ? ` ${words.common}` : "") + withMask;
      const [one] = limit.parts;
      if (one && limit.parts.length === 1) {
        return words.values(name, rank, partName(side, one), count(one.different)) + common;
      }
      const list = inOneList(limit.parts.map((part) => words.valuesOf(partName(side, part), count(part.different))));
      return words.valuesOfSeveral(name, rank, list) + common;
    }
  }
}

/** What binds the tables on screen, the one that mixes first first. */
export function readingOf(sides: readonly Side[]): string {
  const words = t().rank.reading;
  const [one, other] = sides;
  if (!one) return "";
  if (other && one.head.n === other.head.n && sides.every(({ head }) => head.limit.kind === "full")) {
    const slots = slotsInWords(sides.find(({ hasMask }) => hasMask) ?? one);
    return `${words.both(slots)} ${words.bothWhy(count(other.report.head_width))}`;
  }
  return [...sides]
    .reverse()
    .map((side) => limitInWords(side, side.head.limit))
    .join(" ");
}
