// The page as an app of the visitor's machine: the browser takes its manifest in whatever folder it lies, and its bar follows the theme.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { dist } from "../../www/scripts/places.mjs";
import { ELSEWHERE, engineReady, startLab, until } from "./support.mjs";

let lab;
before(async () => {
  lab = await startLab("cpu");
});
after(() => lab.close());

test("it can be installed from a folder of a host, with icons of the sizes that it names", async (t) => {
  const profile = mkdtempSync(path.join(os.tmpdir(), "dif-sr-profile-"));
  // A browser's private windows install nothing.
  const context = await lab.openProfile(profile);
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const page = await context.newPage();
  const place = `${lab.origin.replace("localhost", ELSEWHERE)}/lab/`;
  await page.goto(`${place}?panel=train`);
  await engineReady(page);
  const session = await context.newCDPSession(page);
  const { errors, manifest } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.deepEqual([manifest.id, manifest.startUrl, manifest.scope], [place, place, place]);
  assert.deepEqual(await session.send("Page.getInstallabilityErrors"), { installabilityErrors: [] });

  const { icons } = JSON.parse(readFileSync(path.join(dist, "app.webmanifest"), "utf8"));
  assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes } of icons.filter(({ type }) => type === "image/png")) {
    const picture = readFileSync(path.join(dist, src));
    // Width and height stand at the same place of every PNG.
    assert.equal(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, sizes, src);
  }
});

test("the browser's bar has the colour of the paper, of the system's theme or of the one that was chosen", async () => {
  const { page, close } = await lab.openPage({ colorScheme: "dark" });
  const bar = () =>
    page.evaluate(() => {
      const bars = [...document.querySelectorAll("meta[name=theme-color]")];
      const colourOf = (name) => getComputedStyle(document.body)[name];
      const paper = colourOf("backgroundColor");
      document.body.style.color = bars.find(({ media }) => matchMedia(media).matches).content;
      const bar = colourOf("color");
      document.body.style.color = "";
      return { bar, paper };
    });
  const isOnePaper = ({ bar: colour, paper }) => colour === paper;
  const dark = await until(bar, isOnePaper, { what: "a dark bar" });
  await page.getByRole("button", { name: "Theme and size" }).click();
  await page.getByRole("radio", { name: "Light" }).click({ force: true });
  const light = await until(bar, isOnePaper, { what: "a light bar" });
  assert.notEqual(light.bar, dark.bar);
  await page.getByRole("radio", { name: "System" }).click({ force: true });
  assert.deepEqual(await until(bar, isOnePaper, { what: "a dark bar again" }), dark);
  await close();
});
