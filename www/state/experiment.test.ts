import { describe, expect, it } from "vitest";
import { type Action, DEFAULTS, type Experiment, MAX_SESSION, reduce } from "./experiment";

function played(actions: readonly Action[], start: Experiment = DEFAULTS): Experiment {
  return actions.reduce(reduce, start);
}

const three = played([1, 2, 3].map((item) => ({ type: "add", item }) as const));

describe("session", () => {
  it("adds at the end and keeps repeats", () => {
    expect(played([{ type: "add", item: 1 }], three).session).toEqual([1, 2, 3, 1]);
  });

  it("keeps the newest items when it is full", () => {
    const full = played([{ type: "replace", items: Array.from({ length: MAX_SESSION }, (_, index) => index + 1) }]);
    const { session } = played([{ type: "add", item: 999 }], full);
    expect([session.length, session[0], session.at(-1)]).toEqual([MAX_SESSION, 2, 999]);
  });

  it("removes and moves by place", () => {
    expect(played([{ type: "remove", index: 1 }], three).session).toEqual([1, 3]);
    expect(played([{ type: "move", from: 0, to: 2 }], three).session).toEqual([2, 3, 1]);
    expect(played([{ type: "move", from: 2, to: 0 }], three).session).toEqual([3, 1, 2]);
  });

  it("ignores places that are not there", () => {
    expect(reduce(three, { type: "remove", index: 9 })).toBe(three);
    expect(reduce(three, { type: "move", from: 2, to: 9 })).toBe(three);
    expect(reduce(three, { type: "move", from: -1, to: 0 })).toBe(three);
    expect(reduce(DEFAULTS, { type: "clear" })).toBe(DEFAULTS);
  });
});

describe("undo", () => {
  it("goes back over every edit and forward again", () => {
    const edited = played([{ type: "move", from: 0, to: 2 }, { type: "remove", index: 0 }, { type: "clear" }], three);
    const back = played([{ type: "undo" }, { type: "undo" }, { type: "undo" }], edited);
    expect(back.session).toEqual([1, 2, 3]);
    const forward = played([{ type: "redo" }, { type: "redo" }, { type: "redo" }], back);
    expect(forward.session).toEqual([]);
  });

  it("forgets what was undone once something else is done", () => {
    const branched = played([{ type: "undo" }, { type: "add", item: 9 }, { type: "redo" }], three);
    expect(branched.session).toEqual([1, 2, 9]);
  });

  it("does nothing at either end", () => {
    expect(reduce(DEFAULTS, { type: "undo" })).toBe(DEFAULTS);
    expect(reduce(DEFAULTS, { type: "redo" })).toBe(DEFAULTS);
  });

  it("brings back a real session with what was known of its next item", () => {
    const real = { seed: 4, target: 7, revealed: false };
    const state = played([{ type: "replace", items: [5, 6], real }, { type: "reveal" }, { type: "add", item: 1 }]);
    expect(state.real).toBeNull();
    expect(reduce(state, { type: "undo" }).real).toEqual({ ...real, revealed: true });
  });

  it("never leads back into other data", () => {
    const state = reduce(three, { type: "forget" });
    expect([state.session, state.past, state.future]).toEqual([[], [], []]);
  });
});

describe("focus", () => {
  it("follows the pointer until it is pinned, and again once it is freed", () => {
    const pinned = played(
      [
        { type: "focus", cell: { row: 2, column: 1 } },
        { type: "pinFocus", cell: { row: 2, column: 0 } },
      ],
      three,
    );
    expect(reduce(pinned, { type: "focus", cell: { row: 1, column: 1 } })).toBe(pinned);
    const freed = played([{ type: "freeFocus" }, { type: "focus", cell: { row: 1, column: 1 } }], pinned);
    expect(freed.focus).toEqual({ row: 1, column: 1, pinned: false });
  });

  it("is let go by an edit, whose rows mean other items", () => {
    const pinned = reduce(three, { type: "pinFocus", cell: { row: 2, column: 0 } });
    expect(reduce(pinned, { type: "add", item: 4 }).focus).toBeNull();
  });
});

describe("baseline", () => {
  it("keeps the session it was pinned at through later edits", () => {
    const state = played([{ type: "pinBaseline" }, { type: "add", item: 8 }], three);
    expect(state.pinned).toEqual([1, 2, 3]);
    expect(reduce(state, { type: "unpinBaseline" }).pinned).toBeNull();
  });
});
