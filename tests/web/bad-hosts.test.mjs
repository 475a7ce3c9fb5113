// Hosts that do not send what was asked of them: what the page says, what goes on all the same, and that it can be tried again.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { breaksOff, missing, pageInstead, withHeaders } from "../../www/scripts/bad-host.mjs";
import { findChromium } from "../../www/scripts/find-chromium.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { answersAClick, engineReady, serviceWorkerRuns, startLab } from "./support.mjs";

const ENGINE = /\/engine_bg-[^/]*\.wasm$/;
const FIRST_MODEL = /\/dif_sr-[\w-]{8}\.safetensors$/;
const honest = () => undefined;

let lab;
let spoil = honest;
before(async () => {
  lab = await startLab("cpu", { spoil: (...asked) => spoil(...asked) });
});
after(() => lab.close());
afterEach(() => {
  spoil = honest;
});

describe("an engine that does not arrive", () => {
  for (const [what, host, words] of [
    ["because the host sends a page in its place", pageInstead(ENGINE), /sent a web page in place of (\S+)\. /],
    ["because the host does not have it", missing(ENGINE), /The server has no (\S+)\. /],
    ["because the line breaks half way", breaksOff(ENGINE, 200_000), /Nothing arrived from (\S+)\. /],
  ]) {
    test(`${what}: that is said with its address, and it comes when it is tried again`, async () => {
      spoil = host;
      const { page, close } = await lab.openPage({ ready: false });
      const notice = page.getByRole("alert");
      await notice.waitFor({ timeout: 30_000 });
      const [, address] = words.exec(await notice.innerText()) ?? assert.fail(await notice.innerText());
      assert.match(address, ENGINE);
      spoil = honest;
      await notice.getByRole("button", { name: "Try again", exact: true }).click();
      await engineReady(page);
      assert.equal(await notice.count(), 0);
      await answersAClick(page);
      await close();
    });
  }
});

test("a missing model stops nothing but itself: the engine runs, and another model answers", async () => {
  spoil = missing(FIRST_MODEL);
  const { page, close } = await lab.openPage();
  await page
    .getByText(/The server has no \S+dif_sr-\S+\.safetensors/)
    .first()
    .waitFor();
  assert.equal(await page.getByText("The engine stopped.").count(), 0);
  await page.locator('.panel-bar a[href*="panel=train"]').click();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page
    .getByText(/Paused in epoch/)
    .first()
    .waitFor({ timeout: 60_000 });
  await answersAClick(page);
  await close();
});

test("a GPU engine that is missing leaves the CPU, and the reason with the file's address", async (t) => {
  // The page's own engines are a third of its size.
  const sizeOf = (name) => statSync(path.join(dist, "assets", name)).size;
  const [gpu] = readdirSync(path.join(dist, "assets"))
    .filter((name) => ENGINE.test(`/${name}`))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const withGpu = await startLab("gpu", { spoil: missing(new RegExp(gpu)) });
  t.after(() => withGpu.close());
  const { page, close } = await withGpu.openPage({ query: "?panel=train" });
  await page.getByRole("radiogroup", { name: "Device" }).getByText("WebGPU").click();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page
    .getByText(/Training runs on the CPU\. .*did not start\. The server has no \S+engine_bg-\S+\.wasm/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page
    .getByText(/Paused in epoch/)
    .first()
    .waitFor({ timeout: 60_000 });
  await close();
});

describe("a page over plain http", () => {
  test("runs on the CPU, and names that as the cause: not the browser, not the card", async (t) => {
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      args: ["--no-sandbox", "--enable-unsafe-webgpu", "--host-resolver-rules=MAP lab.example 127.0.0.1"],
    });
    t.after(() => browser.close());
    const page = await browser.newPage();
    const faults = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${lab.origin.replace("localhost", "lab.example")}/?panel=train`);
    await engineReady(page);
    assert.equal(await page.evaluate("isSecureContext"), false);
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await page
      .getByText(/The page came over plain http/)
      .first()
      .waitFor({ timeout: 60_000 });
    assert.equal(await page.getByText("How to get WebGPU here").count(), 0);
    await page.getByRole("button", { name: /^Where it runs: / }).click();
    await page.getByText(/Training runs on the CPU, too/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Copy a link to this state" }).click();
    await page
      .locator(".copy-said")
      .getByText(/^Link copied/)
      .waitFor();
    assert.deepEqual(faults, []);
  });
});

test("a host that sends the headers of the page's host file hinders nothing", async () => {
  const text = readFileSync(path.join(dist, "_headers"), "utf8");
  const [forAll = ""] = /^\/\*\n((?: {2}.+\n)+)/m.exec(text)?.slice(1) ?? [];
  const headers = Object.fromEntries(
    forAll
      .trim()
      .split("\n")
      .map((line) =>
        line
          .trim()
          .split(/: (.*)/s)
          .slice(0, 2),
      ),
  );
  assert.match(headers["Content-Security-Policy"], /^default-src 'self';/);
  spoil = withHeaders(/./, headers);
  const { page, assertClean, close } = await lab.openPage();
  await engineReady(page);
  await answersAClick(page);
  const saved = page.waitForEvent("download");
  await page.locator("#why [data-save]").first().click();
  await page.locator("[data-save-as=png]").click();
  assert.match((await saved).suggestedFilename(), /\.png$/);
  // Its scripts come under the same policy.
  await serviceWorkerRuns(page);
  assertClean();
  await close();
});
