// A link is input from a stranger: what of it can be used is, and the rest is named. Hundreds of hostile ones: soak.test.mjs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("links", () => {
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
