import { describe, expect, it, vi } from "vitest";
import type { Attribution } from "../../engine.ts";
import { fakeEngine, fakePage, settle } from "../../state/fakeEngine";

const shop = { kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } } as const;
const ITEMS = [4, 5, 6];

async function bench() {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const page = await fakePage();
  const { set } = await import("../../state/current");
  const { asking } = await import("../../state/question");
  const context = await import("./context");
  const swaps = await import("./swapSearch");
  const fake = fakeEngine({
    predict: () => ({ value: { top: [{ item: 9 }], ranks: new Uint32Array() }, ms: 1 }),
    explain: () => ({ value: { sources: [], items: ITEMS }, ms: 1 }),
  });
  await page.connect(fake.client);
  page.open(shop);
  page.loaded.value = {
    ...{ key: "a", origin: "ready", label: "", bytes: new Uint8Array() },
    summary: { sources: [], system: { id: "a" }, config: {} },
  } as unknown as NonNullable<typeof page.loaded.value>;
  set({ session: ITEMS });
  await settle();
  vi.runAllTimers();
  vi.useRealTimers();
  const report = () => {
    const now = context.asked.value;
    if (!now) throw new Error("nothing is on screen");
    return { ...now, found: { items: ITEMS } as unknown as Attribution };
  };
  /** Slots that were asked of, in order. */
  const slots: number[] = [];
  const answer = async () => {
    const [waiting] = fake.open("edits");
    if (!waiting) throw new Error("no swap is asked");
    fake.asked.splice(fake.asked.indexOf(waiting), 1);
    slots.push(waiting.args.slot ?? -1);
    waiting.answer({ rank: [1], rank_new: [1] });
    await settle();
  };
  /** The component comes to the page. What is returned takes it from there. */
  const mount = () => asking(swaps.missing, { when: context.isFree });
  const known = () => swaps.triedOf(report());
  return { set, swaps, fake, report, slots, answer, mount, known };
}

describe("a search for swaps", () => {
  it("is asked slot by slot, and what it found stays when the panel is left and comes back", async () => {
    const { swaps, fake, report, slots, answer, mount, known } = await bench();
    const first = mount();
    swaps.search(report());
    for (const slot of ITEMS.keys()) {
      expect(known()).toMatchObject({ phase: "running", edits: { length: slot } });
      await answer();
    }
    const found = known();
    expect(found).toMatchObject({ phase: "done", edits: { length: 3 } });
    first.stop();
    mount();
    await settle();
    expect(fake.open("edits")).toEqual([]);
    expect(known(), "the very same result").toBe(found);
    expect(slots).toEqual([0, 1, 2]);
  });

  it("goes on where it was left", async () => {
    const { swaps, fake, report, slots, answer, mount, known } = await bench();
    const first = mount();
    swaps.search(report());
    await answer();
    first.stop();
    expect(fake.open("edits")).toEqual([]);
    mount();
    expect(known()).toMatchObject({ phase: "running", edits: { length: 1 } });
    await answer();
    await answer();
    expect([known()?.phase, slots]).toEqual(["done", [0, 1, 2]]);
  });

  it("goes on where it was stopped, once it is wanted again", async () => {
    const { swaps, fake, report, slots, answer, mount, known } = await bench();
    mount();
    swaps.search(report());
    await answer();
    swaps.stop();
    expect([known()?.phase, fake.open("edits").length]).toEqual(["stopped", 0]);
    swaps.search(report());
    await answer();
    await answer();
    expect([known()?.phase, slots]).toEqual(["done", [0, 1, 2]]);
  });

  it("of another item begins anew", async () => {
    const { set, swaps, report, slots, answer, mount, known } = await bench();
    mount();
    swaps.search(report());
    await answer();
    set({ candidate: 7 });
    expect(known()).toBeNull();
    swaps.search(report());
    for (const slot of ITEMS.keys()) {
      expect(known()?.edits).toHaveLength(slot);
      await answer();
    }
    expect(slots).toEqual([0, 0, 1, 2]);
  });
});
