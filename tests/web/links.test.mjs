// A link is input from a stranger: whatever it says, the page stands and every value is within bounds.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** A small seeded generator: a failure can be repeated. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const KEYS = "s base cell layer head k new panel theme lang data seed n w m ab view lang[] __proto__ constructor".split(
  " ",
);
const VALUES = [
  ..."0 -1 1.5 NaN Infinity 1e309 99999999999999999999 0x10 null undefined true [] {}".split(" "),
  ...["", "%", "%00", "%ff", "%E0%A4%A", "../../etc/passwd", "<script>alert(1)</script>", "javascript:alert(1)"],
  ...["1.2.3", "1..2", "0.0.0", "240.241.242", "1".repeat(900), "1.".repeat(450), "💥", "\u202e1", "1 1", "a=b&c"],
  ...[
    "train",
    "why",
    "ko",
    "dark",
    "department_chains",
    "brand_loyal",
    "1_1_1_1_1",
    "0_0_0_0_0",
    "9_9_9_9_9",
    "mean",
    "dif_sr-gate",
    "sasrec.fdsa",
  ],
];

const PAIRS = 10;

function hostile(pick) {
  const pairs = Array.from({ length: PAIRS }, () => {
    const value = VALUES[pick(VALUES.length)];
    return `${KEYS[pick(KEYS.length)]}=${pick(2) === 0 ? value : encodeURIComponent(value)}`;
  });
  return pairs.join(["&", ";", "&&", "#"][pick(4)]);
}

describe("links", () => {
  test("a thousand hostile values leave the page standing", async () => {
    const pick = numbers(20220423);
    // The engine is kept out: what a link says is read before it arrives, and a hundred engines take their time.
    const before = (page) => page.context().route("**/*.wasm", () => new Promise(() => {}));
    const { page, faults, close } = await lab.openPage({ ready: false, before });
    const { origin } = new URL(page.url());
    for (let index = 0; index < 1000 / PAIRS; index++) {
      const query = hostile(pick);
      await page.goto(`${origin}/?${query}`, { waitUntil: "domcontentloaded" });
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      const seen = await page.evaluate(() => ({
        steps: document.querySelectorAll(".step").length,
        // What of a link cannot be used is quoted in a notice; nowhere else may it stand.
        broken:
          /NaN|undefined|Infinity|\[object/.exec(
            [...document.querySelectorAll("header, main, footer")].map((part) => part.innerText).join(" "),
          )?.[0] ?? null,
      }));
      assert.ok(seen.steps <= 200, `${seen.steps} steps after ?${query}`);
      assert.equal(seen.broken, null, `after ?${query}`);
      assert.deepEqual(faults, [], `after ?${query}`);
    }
    await close();
  });

  test("a hostile link is no hindrance to the engine", async () => {
    const query = "?s=1.2.99999.0.-1.x&cell=900.1&layer=99&head=0&k=1e9&data=nothing&seed=-1&w=9_9";
    const { assertClean, close } = await lab.openPage({ query });
    assertClean();
    await close();
  });

  test("what a link says that data or model have not is named in one notice, and leaves the address", async () => {
    const query =
      "?s=1.2.9999&item=9998&base=500.600&off=zzz&layer=15&head=15&cell=200.200&source=Z&by=P&drawn=gru4rec&cmp=foo.bar&view=why&hide=why";
    const { page, assertClean, close } = await lab.openPage({ query });
    const parts = [
      "cmp=foo.bar",
      "view=why",
      "hide=why",
      "s=9999",
      "item=9998",
      "base=500.600",
      "off=z",
      "layer=15",
      "head=15",
    ];
    for (const part of [...parts, "cell=200.200", "source=Z", "by=P", "drawn=gru4rec"])
      await page.locator(".notice").getByText(part).waitFor();
    assert.equal(await page.locator(".notice").count(), 1);
    await until(
      async () => new URL(page.url()).search,
      (search) => search === "?s=1.2",
      { what: "what is left of the link" },
    );
    await page.getByRole("button", { name: "Pin this list", exact: true }).waitFor();
    assertClean();
    await close();
  });

  test("a link brings back the session, the panel and the language", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?s=3.5.7&lang=ko&panel=train" });
    await page.locator("html[lang=ko]").waitFor({ state: "attached" });
    assert.equal(await page.locator(".step").count(), 3);
    assertClean();
    await close();
  });

  test("a link brings back a test session whose next item is hidden, and a reload keeps it", async () => {
    const { page, assertClean, close } = await lab.openPage({ query: "?quiz=212" });
    const reveal = page.getByRole("button", { name: "Reveal the true next item" });
    await reveal.waitFor();
    const steps = await page.locator(".step").count();
    await page.reload();
    await reveal.waitFor();
    assert.equal(await page.locator(".step").count(), steps);
    assert.equal(await page.locator(".notices .notice").count(), 0);
    assert.match(page.url(), /quiz=212/);
    assertClean();
    await close();
  });
});
