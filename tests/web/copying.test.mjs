// Copying: a link to what is on screen, the paper's reference. Whoever presses sees whether it worked.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { STILL, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

describe("copying", () => {
  test("says so beside the button, and so does not being allowed to", async () => {
    const { page, context, close } = await lab.openPage(STILL);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    const said = page.locator(".copy-said");
    await said.getByText(/^Link copied/).waitFor();
    const { x, y, width, height } = await said.boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= 1366 && y + height <= 768, "the sentence lies in the window");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith(lab.origin));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    await said.getByText(/did not allow copying/).waitFor();
    await close();
  });

  test("is offered on a phone, beside theme and keys", async () => {
    const { page, context, close } = await lab.openPage({
      ...STILL,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Theme, link, keys" }).click();
    const menu = page.locator(".popover:popover-open");
    await menu.getByRole("button", { name: "Copy a link to this state" }).click();
    await menu.locator(".copy-said").waitFor();
    await menu.getByRole("radio", { name: "Dark" }).click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await menu.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await close();
  });

  test("a link holds what was chosen in the moment before, and is said to within 400 ms of the press", async () => {
    const { page, context, assertClean, close } = await lab.openPage(STILL);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator('[data-figure="maps"] .figure-tools .button').first().waitFor();
    const took = await page.evaluate(async () => {
      const press = (selector) => document.querySelector(selector).click();
      press(".tile");
      press('.why-controls [role="radio"][aria-checked="false"]');
      press('[data-figure="maps"] .figure-tools .button, [data-figure="maps"] .figure-tools .icon-button');
      const chosen = performance.now();
      [...document.querySelectorAll("button")].find((one) => /Copy a link/.test(one.ariaLabel)).click();
      while (!document.querySelector(".copy-said")) await new Promise(requestAnimationFrame);
      return performance.now() - chosen;
    });
    assert.ok(took < 400, `${took} ms`);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await until(
      () => page.url(),
      (url) => url === copied,
      { what: "the same link in the address, which is rewritten later" },
    );
    const { searchParams } = new URL(copied);
    assert.equal(searchParams.get("s").split(".").length, 8, "the item just added is in it");
    assert.ok(searchParams.has("table") && [...searchParams.keys()].length >= 3, copied);
    assertClean();
    await close();
  });

  test("the reference of the paper says so beside its button and to those who listen, and where it fails what to do", async () => {
    const { page, context, close } = await lab.openPage({ ...STILL, query: "?panel=paper" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const button = page.locator("#paper").getByRole("button", { name: "Copy BibTeX of the paper" });
    await button.click();
    const said = page.locator("#paper .copy-said");
    await said.getByText("BibTeX copied", { exact: true }).waitFor();
    await page.getByRole("status").getByText("BibTeX copied").waitFor({ state: "attached" });
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@\w+\{/);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;
    });
    await button.click();
    await said.getByText("Select the text and copy it by hand.").waitFor();
    await close();
  });
});
