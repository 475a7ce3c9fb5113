// A link is input from a stranger: whatever it says, the page stands and every value is within bounds.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startLab } from "./support.mjs";

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

const KEYS = "s base cell layer head k new panel theme lang data seed n w view lang[] __proto__ constructor".split(" ");
const VALUES = [
  ..."0 -1 1.5 NaN Infinity 1e309 99999999999999999999 0x10 null undefined true [] {}".split(" "),
  ...["", "%", "%00", "%ff", "%E0%A4%A", "../../etc/passwd", "<script>alert(1)</script>", "javascript:alert(1)"],
  ...["1.2.3", "1..2", "0.0.0", "240.241.242", "1".repeat(4000), "1.".repeat(3000), "💥", "\u202e1", "1 1", "a=b&c"],
  ...["train", "why", "ko", "dark", "department_chains", "brand_loyal", "1_1_1_1_1", "0_0_0_0_0", "9_9_9_9_9", "mean"],
];

function hostile(pick) {
  const pairs = Array.from({ length: 1 + pick(6) }, () => {
    const value = VALUES[pick(VALUES.length)];
    return `${KEYS[pick(KEYS.length)]}=${pick(2) === 0 ? value : encodeURIComponent(value)}`;
  });
  return pairs.join(["&", ";", "&&", "#"][pick(4)]);
}

describe("links", () => {
  test("a thousand hostile ones leave the page standing", async () => {
    const pick = numbers(20220423);
    const { page, faults, close } = await lab.openPage();
    const address = new URL(page.url());
    for (let index = 0; index < 1000; index++) {
      const text = hostile(pick);
      // Most are read by the page that is open, as a press on Back does; some are loaded anew.
      if (index % 50 === 0) {
        await page.goto(`${address.origin}/?${text}`);
      } else {
        await page.evaluate((query) => {
          history.replaceState(null, "", `${location.pathname}?${query}`);
          dispatchEvent(new PopStateEvent("popstate"));
        }, text);
      }
      if (index % 25 === 0) {
        await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      }
      assert.deepEqual(faults, [], `after link ${index}: ?${text}`);
    }
    const sane = await page.evaluate(() => ({
      rows: document.querySelectorAll(".step").length,
      broken: /NaN|undefined|Infinity|\[object/.test(document.body.innerText),
    }));
    assert.ok(sane.rows <= 200);
    assert.equal(sane.broken, false);
    await close();
  });

  test("a link brings back the session, the panel and the language", async () => {
    const first = await lab.openPage({ query: "?s=3.5.7&lang=ko&panel=train" });
    await first.page.locator("html[lang=ko]").waitFor({ state: "attached" });
    assert.equal(await first.page.locator(".step").count(), 3);
    first.assertClean();
    await first.close();
  });
});
