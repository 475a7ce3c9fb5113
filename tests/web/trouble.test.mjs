// What did not arrive is said where it is missed, with the way to get it; everything else goes on.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { option } from "./sides.mjs";
import {
  clickItems,
  engineReady,
  goToPanel,
  nextRows,
  nextTexts,
  readyFile,
  sessionRows,
  startLab,
  until,
} from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

/** A page on which some files do not arrive until `heal` is called. */
async function openBroken(matches, options = {}) {
  let broken = true;
  const opened = await lab.openPage({
    reducedMotion: "reduce",
    ready: false,
    ...options,
    before: (page) =>
      page
        .context()
        .route("**/*", (route) =>
          broken && matches(route.request().url()) ? route.fulfill({ status: 404, body: "" }) : route.continue(),
        ),
  });
  const heal = () => {
    broken = false;
  };
  return { ...opened, heal };
}

const tenRows = (page) =>
  until(
    () => nextRows(page).count(),
    (count) => count === 10,
    { what: "ten next items" },
  );

describe("a model that does not arrive", () => {
  test("at the start leaves the page standing, and comes at a press", async () => {
    const { page, heal, close } = await openBroken((url) => readyFile(url) === "dif_sr.safetensors");
    await engineReady(page);
    const notice = page.locator("#next").getByRole("alert");
    await notice.getByText(/^DIF-SR did not arrive\. The server has no /).waitFor();
    // The stored example is still there to be read, and the session can be edited.
    const before = await sessionRows(page).count();
    await clickItems(page, 1);
    assert.equal(await sessionRows(page).count(), before + 1);
    heal();
    await notice.getByRole("button", { name: "Try again" }).click();
    await tenRows(page);
    await notice.waitFor({ state: "detached" });
    await close();
  });

  test("when it is chosen leaves the one that answers, and comes at a press", async () => {
    const { page, heal, close } = await openBroken((url) => readyFile(url) === "caser.safetensors");
    await engineReady(page);
    await tenRows(page);
    const list = await nextTexts(page);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await option(page, /^Caser/).check();
    await page.keyboard.press("Escape");
    const notice = page.locator("#next").getByRole("alert");
    await notice.getByText(/^Caser did not arrive\./).waitFor();
    assert.deepEqual(await nextTexts(page), list);
    await page.getByRole("button", { name: "Answered by: DIF-SR", exact: true }).waitFor();
    heal();
    await notice.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Answered by: Caser", exact: true }).waitFor();
    await close();
  });
});

describe("the list of models that does not arrive", () => {
  test("is missed in the menu of models, which says why and fetches it at a press", async () => {
    const { page, heal, close } = await openBroken((url) => readyFile(url) === "index.json");
    await engineReady(page);
    await tenRows(page);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    const menu = page.getByRole("dialog", { name: "About the model" });
    const said = menu.getByRole("alert");
    await said.getByText(/^The list of models did not arrive: The server has no \S+index-\S+\.json/).waitFor();
    assert.equal(await option(page, /^Caser/).count(), 0);
    heal();
    await said.getByRole("button", { name: "Try again" }).click();
    await option(page, /^Caser/).waitFor();
    assert.equal(await said.count(), 0);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await close();
  });
});

describe("code that does not arrive", () => {
  test("of a panel is said in its place, and fetched again at a press", async () => {
    const { page, heal, close } = await openBroken((url) => /\/assets\/PaperPanel-[^/]*\.js$/.test(url));
    await engineReady(page);
    await goToPanel(page, "paper");
    await page.locator("#paper").getByText("This part of the page did not arrive.").waitFor();
    heal();
    await page.locator("#paper").getByRole("button", { name: "Try again" }).click();
    await page.locator("#paper table").first().waitFor();
    await close();
  });

  test("of the data dialog is said, and the next press fetches it", async () => {
    const { page, heal, close } = await openBroken((url) => /\/assets\/dialogs-[^/]*\.js$/.test(url));
    await engineReady(page);
    const button = page.getByRole("button", { name: /^Data: / });
    await button.click();
    await page.locator(".notices").getByText("A part of this page did not arrive.").waitFor();
    heal();
    await button.click();
    await page.getByRole("dialog", { name: "Data" }).waitFor();
    await close();
  });
});

describe("over plain http", () => {
  test("the page says that http is the cause, and copies all the same", async () => {
    const { page, close } = await lab.openPage({
      before: (fresh) =>
        fresh.addInitScript(() => {
          Object.defineProperty(globalThis, "isSecureContext", { value: false });
          delete Navigator.prototype.gpu;
          Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
        }),
    });
    await page.getByRole("button", { name: /^Where it runs: / }).click();
    await page.getByText(/came over plain http/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    await page
      .locator(".copy-said")
      .getByText(/^Link copied/)
      .waitFor();
    await close();
  });
});

describe("a panel that does not arrive", () => {
  test("stands as it should once it is fetched again, its styles among it", async () => {
    let isOff = false;
    const { page, heal, close } = await openBroken((url) => isOff && /\/assets\/[^/]+\.(js|css)$/.test(url), {
      serviceWorkers: "block",
    });
    await engineReady(page);
    isOff = true;
    const size = () => page.locator("#train .transport").evaluate((row) => getComputedStyle(row).display);
    await page.locator('.panel-bar a[href*="panel=train"]').click();
    const failed = page.locator("#train").getByRole("alert");
    await failed.getByText("This part of the page did not arrive.").waitFor();
    heal();
    await failed.getByRole("button", { name: "Try again" }).click();
    await page.locator("#train .transport").waitFor();
    assert.ok(await page.locator("#train").evaluate((panel) => panel.contains(document.activeElement)), "the focus");
    const healed = await size();
    await page.goto(`${lab.origin}?panel=train`);
    await page.locator("#train .transport").waitFor();
    assert.equal(healed, await size());
    assert.notEqual(healed, "block");
    await close();
  });
});

describe("a language that does not arrive", () => {
  test("leaves the page in the other one, and comes at a press", async () => {
    const { page, heal, close } = await openBroken((url) => /\/assets\/ko-[^/]+\.js$/.test(url), {
      query: "?lang=ko",
      serviceWorkers: "block",
    });
    await engineReady(page);
    await page.getByText("A part of this page did not arrive. Check the connection and press again.").waitFor();
    await page.getByRole("heading", { name: "Why?" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    // Everything else still comes.
    await page.locator('.panel-bar a[href*="panel=train"]').click();
    await page.locator("#train .transport").waitFor();
    heal();
    await page.getByRole("radio", { name: "한국어" }).click();
    await page.getByRole("heading", { name: "학습하기" }).waitFor();
    await close();
  });
});
