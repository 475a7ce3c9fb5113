import { describe, expect, test, vi } from "vitest";
import { fakeEngine, fakePage, settle } from "../../state/fakeEngine";
import type { Choice } from "../../state/shelf";
import { deferred } from "../../worker/deferred";
import { quarters, unlike } from "./measure";

describe("the time of an answer", () => {
  test("is the middle one, with the quarters around it", () => {
    expect(quarters([9, 1, 5, 3, 7, 2, 8, 4, 6])).toEqual({ least: 3, median: 5, most: 7 });
  });

  test("is never that of a session whose beginning the engine has just seen", () => {
    for (const session of [[4, 5, 6], [9], [9, 9]]) {
      const [one, two] = [unlike(session, 0, 10), unlike(session, 1, 10)];
      expect(one[0]).not.toBe(two[0]);
      expect(two.length).toBe(session.length);
      for (const item of two) expect(item >= 1 && item < 10).toBe(true);
    }
  });
});

describe("measuring", () => {
  async function bench() {
    vi.resetModules();
    const page = await fakePage();
    const { measure, measured, progress, stopMeasuring } = await import("./measure");
    const { aborted } = await import("../../worker/failure");
    const done: string[] = [];
    const fake = fakeEngine({
      loadModel: ({ bytes }) => done.push(`load ${bytes[0]}`),
      dropModel: () => done.push("drop"),
      predict: () => ({ ms: 1 }),
    });
    await page.connect(fake.client);
    page.open({ kind: "synthetic", config: { preset: "brand_loyal", seed: 1 } });
    const choice = (system: string, weights: () => Promise<Uint8Array>): Choice => ({
      ...{ key: system, version: 1, system, name: system, label: "", weights },
    });
    const begin = (one: Choice, session = [4, 5]) => measure([one], session);
    return { choice, begin, stop: stopMeasuring, measured, progress, done, fake, aborted };
  }

  test("leaves no model behind", async () => {
    const { choice, begin, done, measured, progress } = await bench();
    await begin(choice("nova", async () => Uint8Array.of(1)));
    await settle();
    expect(done).toEqual(["load 1", "drop"]);
    expect([[...measured.value.times.keys()], progress.value]).toEqual([["nova"], null]);
  });

  test("stopped, then begun again: the end of the first takes no model from the second", async () => {
    const { choice, begin, stop, done, measured, fake, aborted } = await bench();
    fake.hold("predict");
    const first = begin(choice("nova", async () => Uint8Array.of(1)));
    await settle();
    stop();
    const second = begin(choice("icai", async () => Uint8Array.of(2)));
    for (const one of fake.asked.splice(0)) one.fail(aborted());
    await first;
    await settle();
    expect(done).toEqual(["load 1", "load 2"]);
    for (let round = 0; fake.asked.length > 0; round++) {
      for (const one of fake.asked.splice(0)) one.answer({ ms: round });
      await settle();
    }
    await second;
    await settle();
    expect(done).toEqual(["load 1", "load 2", "drop"]);
    expect([...measured.value.times.keys()]).toEqual(["icai"]);
  });

  test("of another session begins anew: times say which session they are of", async () => {
    const { choice, begin, measured } = await bench();
    const weights = async () => Uint8Array.of(1);
    await begin(choice("nova", weights));
    await begin(choice("icai", weights));
    expect([measured.value.session, [...measured.value.times.keys()]]).toEqual([
      [4, 5],
      ["nova", "icai"],
    ]);
    await begin(choice("icai", weights), [4, 5, 6]);
    expect([measured.value.session, [...measured.value.times.keys()]]).toEqual([[4, 5, 6], ["icai"]]);
  });

  test("a file that comes after the stop is not loaded", async () => {
    const { choice, begin, stop, done } = await bench();
    const file = deferred<Uint8Array>();
    const first = begin(choice("nova", () => file.promise));
    stop();
    file.resolve(Uint8Array.of(1));
    await first;
    expect(done).toEqual(["drop"]);
  });
});
