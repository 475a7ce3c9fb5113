import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeStorage } from "../../../state/fakeStorage";
import { rewordClick } from "./edits";
import { textOf } from "./fileForm";
import { beginning } from "./model";

/** The shelf and the desk as one tab of the browser has them. */
async function openTab() {
  vi.resetModules();
  const [shelf, desk, opening] = [await import("./shelf"), await import("./desk"), await import("./opening")];
  await shelf.prepareLectures();
  const names = () => shelf.ownLectures.value.map(({ lecture }) => lecture.name);
  return { ...shelf, ...desk, ...opening, names };
}

const storage = { now: fakeStorage() };
beforeEach(() => {
  storage.now = fakeStorage();
  vi.stubGlobal("indexedDB", storage.now.factory);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const talk = beginning("talk", "Talk", "ten");
const kept = () => storage.now.stores("dif-sr-lab lectures").get("lectures")?.size ?? 0;

describe("lectures on this device", () => {
  test("are there after a reload, and in other tabs at once", async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.keep(talk);
    expect(one.names()).toEqual(["Talk"]);
    await vi.waitFor(() => expect(two.names()).toEqual(["Talk"]));
    two.keep({ ...talk, name: "Talk, second" });
    await vi.waitFor(() => expect(one.names()).toEqual(["Talk, second"]));
    expect((await openTab()).names()).toEqual(["Talk, second"]);
  });

  test("that are deleted or replaced can be brought back", async () => {
    const tab = await openTab();
    tab.keep(talk);
    await vi.waitFor(() => expect(kept()).toBe(1));
    tab.remove("talk");
    expect(tab.lost.value).toEqual({ lecture: talk, how: "deleted" });
    await vi.waitFor(() => expect(kept()).toBe(0));
    tab.bringBack();
    expect([tab.names(), tab.lost.value]).toEqual([["Talk"], null]);
    tab.take({ ...talk, name: "From a file" });
    expect(tab.lost.value).toEqual({ lecture: talk, how: "replaced" });
    tab.bringBack();
    expect(tab.names()).toEqual(["Talk"]);
    tab.take(talk);
    expect(tab.lost.value).toBeNull();
    await vi.waitFor(async () => expect((await openTab()).names()).toEqual(["Talk"]));
  });

  test("last as long as the page where nothing can be kept, and the page says so", async () => {
    const tab = await openTab();
    storage.now.disk.full = true;
    tab.keep(talk);
    await vi.waitFor(() => expect(tab.lecturesUnkept.value).toBe("full"));
    expect(tab.names()).toEqual(["Talk"]);
    vi.stubGlobal("indexedDB", undefined);
    const other = await openTab();
    other.keep(talk);
    expect([other.names(), other.lecturesUnkept.value]).toEqual([["Talk"], "blocked"]);
  });

  test("that a newer page has kept are left as they are, and counted", async () => {
    const tab = await openTab();
    tab.keep(talk);
    await vi.waitFor(() => expect(kept()).toBe(1));
    const text = textOf({ ...talk, id: "later" }).replace('"version": 1', '"version": 2');
    storage.now.stores("dif-sr-lab lectures").get("lectures")?.set("later", { id: "later", changed: 1, text });
    const next = await openTab();
    expect([next.names(), next.unreadable.value, kept()]).toEqual([["Talk"], 1, 2]);
  });
});

describe("editing", () => {
  const title = (text: string) => (lecture: typeof talk) => rewordClick(lecture, ["rank", "0"], "en", "title", text);

  test("goes back and forth, letters of one field in one step, and what changes nothing is no step", async () => {
    const tab = await openTab();
    tab.keep(talk);
    tab.edit("talk");
    for (const text of ["R", "Ro", "Roo", "Room"]) tab.change(title(text), "rank title");
    tab.change((lecture) => ({ ...lecture, minutes: 20 }));
    tab.change((lecture) => ({ ...lecture, minutes: 20 }));
    expect(tab.draft.value?.minutes).toBe(20);
    tab.undo();
    expect(tab.draft.value).toEqual(title("Room")(talk));
    tab.undo();
    expect(tab.draft.value).toEqual(talk);
    expect(tab.canUndo.value).toBe(false);
    tab.undo();
    tab.redo();
    expect(tab.draft.value).toEqual(title("Room")(talk));
    tab.change(title("Else"), "rank title");
    expect(tab.canRedo.value).toBe(false);
    tab.undo();
    expect(tab.draft.value).toEqual(title("Room")(talk));
  });
});

describe("files", () => {
  test("each says what came of it; the shelf has what was taken, and no more", async () => {
    const tab = await openTab();
    const file = (name: string, text: string) => new File([text], name);
    await tab.openLectures([
      file("good.json", textOf(talk)),
      file("bad.json", textOf(talk).replace('"ten"', '"eleven"')),
    ]);
    expect(tab.outcomes.value).toMatchObject([
      { file: "good.json", kind: "taken", id: "talk", left: [] },
      { file: "bad.json", kind: "refused", refusal: { place: "base", line: 6 } },
    ]);
    await tab.openDropped([file("talk.lecture.json", "{"), file("x.inter", "user"), file("settings.json", "{}")]);
    expect(tab.outcomes.value.map(({ file: name, kind }) => [name, kind])).toEqual([
      ["talk.lecture.json", "refused"],
      ["x.inter", "beside"],
      ["settings.json", "beside"],
    ]);
    const gone = { name: "gone.json", size: 10, text: () => Promise.reject(new Error("gone")) } as unknown as File;
    const huge = { name: "huge.json", size: 1e12, text: () => expect.fail("was read") } as unknown as File;
    await tab.openLectures([gone, huge]);
    expect(tab.outcomes.value).toMatchObject([
      { kind: "unreadable" },
      { kind: "refused", refusal: { expected: { kind: "small" } } },
    ]);
    expect(tab.names()).toEqual(["Talk"]);
  });
});
