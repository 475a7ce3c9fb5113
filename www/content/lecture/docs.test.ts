// The table of docs/teaching.md that a deck's author counts clicks by.
import { describe, expect, it } from "vitest";
import text from "../../../docs/teaching.md?raw";
import { readLink } from "../../state/link";
import { queryAt } from "./lecture";
import { ten } from "./ten";

/** Two steps a row: name, panel, last sub-step. */
function rows(): string[][] {
  const cells = [...text.matchAll(/^\| (\w+) \| (\w+) \| (\d) \| \| (\w+) \| (\w+) \| (\d) \|$/gm)];
  return cells.flatMap(([, ...six]) => [six.slice(0, 3), six.slice(3)]);
}

describe("the steps in docs/teaching.md", () => {
  it("are those of the lecture, each with the panel that it begins with and its last sub-step", () => {
    const steps = ten.steps.map(({ name, clicks }) => {
      const { panel = "" } = readLink(queryAt(ten, { step: name, click: 0 })).patch;
      return [name, panel, String(clicks.length - 1)];
    });
    const byName = (one: readonly string[], other: readonly string[]) => (one[0] ?? "").localeCompare(other[0] ?? "");
    expect(rows().sort(byName)).toEqual(steps.sort(byName));
  });
});
