import { effect, signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";

const context = { shown: signal<{ slice: { size: number } } | null>(null) };
const focus = { focusRow: signal<number | null>(null) };
vi.mock("./context", () => context);
vi.mock("./focused", () => focus);
const { tableRow } = await import("./tableRow");

/** Every row the table was told to draw. */
const drawn: (number | null)[] = [];
effect(() => {
  drawn.push(tableRow.value);
});

function point(rows: readonly number[]): void {
  for (const row of rows) focus.focusRow.value = row;
}

describe("the row of the table", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    focus.focusRow.value = 0;
    drawn.length = 0;
  });

  it("follows the focus at once where rows are short", () => {
    context.shown.value = { slice: { size: 50 } };
    point([1, 2, 3]);
    expect(drawn).toEqual([1, 2, 3]);
  });

  it("waits for the focus to rest where rows are long: 100 rows crossed are one row drawn", () => {
    context.shown.value = { slice: { size: 200 } };
    point(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(drawn).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(drawn).toEqual([100]);
  });

  it("is never a row that the maps do not have", () => {
    context.shown.value = { slice: { size: 200 } };
    point([150]);
    vi.advanceTimersByTime(200);
    context.shown.value = { slice: { size: 5 } };
    focus.focusRow.value = 4;
    expect(tableRow.value).toBe(4);
  });
});
