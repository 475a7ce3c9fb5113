import { describe, expect, it } from "vitest";
import { MAX_SESSION } from "./codecs";
import { type Action, DEFAULTS, type Experiment, itemsOf, reduce } from "./experiment";

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
    const session = itemsOf(played([{ type: "add", item: 999 }], full));
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

  it("brings two clicks that were taken out at once back in one step", () => {
    const edited = reduce(three, { type: "edit", items: [2], change: { kind: "remove", item: 1 } });
    expect([edited.session, edited.change]).toEqual([[2], { kind: "remove", item: 1 }]);
    expect(reduce(edited, { type: "undo" }).session).toEqual([1, 2, 3]);
  });

  it("brings back a test session with what was known of its next item", () => {
    const quiz = { seed: 4, target: 7, revealed: false };
    const state = played([
      { type: "replace", items: [5, 6], quiz },
      { type: "set", patch: { quiz: { ...quiz, revealed: true } } },
      { type: "add", item: 1 },
    ]);
    expect(state.quiz).toBeNull();
    expect(reduce(state, { type: "undo" }).quiz).toEqual({ ...quiz, revealed: true });
  });

  it("leads back to the example that the data begins with", () => {
    const begun = reduce(DEFAULTS, { type: "opened", example: [7, 8], items: 10 });
    const edited = played([{ type: "add", item: 9 }], begun);
    expect(edited.session).toEqual([7, 8, 9]);
    const back = reduce(edited, { type: "undo" });
    expect([back.session, itemsOf(back)]).toEqual([null, [7, 8]]);
  });

  it("never leads back into other data", () => {
    const state = reduce(three, {
      type: "set",
      patch: { data: { kind: "shop", config: { preset: "department_chains", seed: 1 } } },
    });
    expect([itemsOf(state), state.past, state.future]).toEqual([[], [], []]);
  });
});

describe("setting fields", () => {
  it("changes these and no others", () => {
    const state = reduce(three, { type: "set", patch: { k: 20, panel: "train" } });
    expect({ ...state, k: 10, panel: "session" }).toEqual(three);
  });

  it("with the data that is open keeps what belongs to it", () => {
    const pinned = reduce(three, { type: "set", patch: { pinned: [1] } });
    expect(reduce(pinned, { type: "set", patch: { data: { ...pinned.data } } }).pinned).toEqual([1]);
  });
});

describe("focus", () => {
  it("is let go by an edit, whose rows mean other items", () => {
    const pinned = reduce(three, { type: "set", patch: { focus: { row: 2, column: 0 } } });
    expect(reduce(pinned, { type: "add", item: 4 }).focus).toBeNull();
  });
});

describe("what a link names on data that has not all of it", () => {
  const opened = (patch: Partial<Experiment>) =>
    reduce({ ...DEFAULTS, ...patch }, { type: "opened", example: [7, 8], items: 10 });

  it("is what is left of it", () => {
    expect(opened({ session: [1, 500, 2], pinned: [3, 600] })).toMatchObject({ session: [1, 2], pinned: [3] });
  });

  it("explains the first of the list where the item is none", () => {
    expect([opened({ candidate: 9 }), opened({ candidate: 10 })].map(({ candidate }) => candidate)).toEqual([9, null]);
  });

  it("is nothing at all where nothing is left of it", () => {
    expect(opened({ session: [500], pinned: [500, 600] })).toMatchObject({ session: null, pinned: null });
    expect(opened({ session: [] }).session, "an emptied session is a session").toEqual([]);
  });
});

describe("baseline", () => {
  it("keeps the session it was pinned at through later edits", () => {
    const state = played(
      [
        { type: "set", patch: { pinned: three.session } },
        { type: "add", item: 8 },
      ],
      three,
    );
    expect(state.pinned).toEqual([1, 2, 3]);
  });
});
