// Two builds of the page, one after the other on the same host: the newer one is taken whole, told, and opened at the next visit or at
// a press; no window has files of both.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { missing } from "../../www/scripts/bad-host.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { anotherBuild, buildOf, closed, keptFiles, keptWhole } from "./kept.mjs";
import { clicksOf, ELSEWHERE, engineReady, goToPanel, STILL, startLab, until } from "./support.mjs";

/** What the two builds say in the header, and in a panel that is loaded when it is opened. */
const HEADER = ["DIF-SR Lab", "DIF-SR Laboratory"];
const PAPER = ["The numbers the authors printed", "The figures that the authors published"];
const TOLD = "A newer version of this page is here; it opens at your next visit.";
const TOLD_OF_MORE = "A newer version of this page is here; it opens once all its windows are closed.";

const honest = () => undefined;
/** What the host has: one of the builds, never files of both. */
const host = [dist];
let spoil = honest;
let newer;
let lab;
let visitor;
before(async () => {
  newer = anotherBuild([HEADER.map((words) => `title:\`${words}\``), PAPER]);
  lab = await startLab("cpu", { mounts: { "/": host }, spoil: (...asked) => spoil(...asked) });
});
after(async () => {
  await lab.close();
  rmSync(newer, { recursive: true, force: true });
});
afterEach(() => visitor.close());

async function firstVisit(options = {}) {
  host[0] = dist;
  spoil = honest;
  visitor = await lab.openPage({ host: ELSEWHERE, ...STILL, ...options });
  return visitor.page;
}

async function visit(query = "") {
  const page = await visitor.context.newPage();
  await page.goto(`${lab.origin.replace("localhost", ELSEWHERE)}/${query}`);
  await engineReady(page);
  return page;
}

/** Which of the two builds a window is of, by its header and by a panel. */
async function buildIn(page) {
  await goToPanel(page, "paper");
  const lede = page.locator('[data-panel="paper"]').getByText(new RegExp(PAPER.join("|")));
  const said = [await page.locator(".brand h1").innerText(), await lede.first().innerText()];
  const found = [HEADER.indexOf(said[0]), PAPER.findIndex((words) => said[1].startsWith(words))];
  assert.equal(found[0], found[1], `a page of both builds: ${said.join(" / ")}`);
  return found[0] === 0 ? "older" : "newer";
}

const told = (page, words = TOLD) => page.locator(".notice").getByText(words).waitFor({ timeout: 60_000 });
const reloaded = async (page) => {
  await page.reload();
  await engineReady(page);
};

describe("a build that was kept whole", { concurrency: 1 }, () => {
  let page;
  beforeEach(async () => {
    page = await firstVisit();
    await keptWhole(page);
    host[0] = newer;
  });

  test("goes on in its windows while a newer one is taken and told, and that one opens once they are closed", async () => {
    await closed(page);
    const second = await visit("?panel=train");
    await told(second);
    await keptWhole(second, buildOf(newer).id);
    lab.traffic.length = 0;
    const third = await visit("?panel=map");
    for (const window of [second, third]) assert.equal(await buildIn(window), "older");
    await goToPanel(third, "gradients");
    assert.deepEqual(
      lab.traffic.filter(({ status }) => status >= 400),
      [],
      "nothing of the older build is asked of the host",
    );
    await closed(second, third);
    const next = await visit();
    assert.equal(await buildIn(next), "newer");
    assert.equal(await next.locator(".notice").count(), 0);
    const { hashed } = buildOf(newer);
    await until(
      () => keptFiles(next),
      (names) => names.every((name) => name.slice(1) in hashed || name.endsWith(`?build=${buildOf(newer).id}`)),
      { what: "nothing of the older build" },
    );
    await visitor.context.setOffline(true);
    await closed(next);
    assert.equal(await buildIn(await visit()), "newer");
  });

  test("gives way at a press, with the session that was there", async () => {
    await closed(page);
    const second = await visit("?s=3.14.15");
    await told(second);
    const clicks = await clicksOf(second);
    await second.getByRole("button", { name: "Open it now", exact: true }).click();
    await until(
      () => second.locator(".brand h1").innerText(),
      (words) => words === HEADER[1],
      { what: "the newer build" },
    );
    await engineReady(second);
    assert.deepEqual(await clicksOf(second), clicks);
    assert.equal(await buildIn(second), "newer");
  });

  test("gives way when its only window is loaded anew", async () => {
    await reloaded(page);
    await told(page);
    assert.equal(await buildIn(page), "older");
    await reloaded(page);
    assert.equal(await buildIn(page), "newer");
    assert.equal(await page.locator(".notice").count(), 0);
    await reloaded(page);
    assert.equal(await buildIn(page), "newer");
  });

  test("stays for all windows as long as there are two, and says so", async () => {
    const second = await visit();
    await reloaded(second);
    await told(second, TOLD_OF_MORE);
    await keptWhole(second, buildOf(newer).id);
    assert.equal(await second.getByRole("button", { name: "Open it now" }).count(), 0);
    await reloaded(second);
    for (const window of [page, second]) assert.equal(await buildIn(window), "older");
  });

  test("does not interrupt a lecture: the newer one is told when it has ended", async () => {
    await closed(page);
    const wall = await visitor.context.newPage();
    await wall.goto(`${lab.origin.replace("localhost", ELSEWHERE)}/?lecture=one`);
    await keptWhole(wall, buildOf(newer).id);
    await wall.waitForTimeout(500);
    assert.equal(await wall.locator(".notice").count(), 0);
    await wall.keyboard.press("Escape");
    await told(wall);
  });

  test("opens without a network as long as the newer one is not whole", async () => {
    spoil = missing(/\/assets\/Paper[\w-]*\.js$/i);
    await closed(page);
    const second = await visit();
    await told(second);
    await closed(second);
    // The next one is of the network: a part of it is missing there.
    const third = await visit();
    assert.equal(await third.locator(".brand h1").innerText(), HEADER[1]);
    await closed(third);
    await visitor.context.setOffline(true);
    const offline = await visit();
    assert.equal(await buildIn(offline), "older");
    await closed(offline);
    spoil = honest;
    await visitor.context.setOffline(false);
    const fourth = await visit();
    await keptWhole(fourth, buildOf(newer).id);
    await closed(fourth);
    await visitor.context.setOffline(true);
    assert.equal(await buildIn(await visit()), "newer");
  });

  test("is forgotten where the host has no such page any more", async () => {
    spoil = missing(/./);
    await closed(page);
    const second = await visit();
    await until(
      () => second.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined),
      (isGone) => isGone,
      { what: "the end of the service worker" },
    );
    assert.deepEqual(await keptFiles(second), []);
    await closed(second);
    const third = await visitor.context.newPage();
    assert.equal((await third.goto(`${lab.origin.replace("localhost", ELSEWHERE)}/`)).status(), 404);
  });
});

describe("a build of which only what was loaded is kept", () => {
  test("is followed by the newer one at once, and is told of it only in a window that is open", async () => {
    const little = (page) =>
      page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    const page = await firstVisit({ before: little });
    await until(
      () => keptFiles(page),
      (names) => names.length > 5,
      { what: "what was loaded" },
    );
    host[0] = newer;
    const second = await visitor.context.newPage();
    await little(second);
    await second.goto(`${lab.origin.replace("localhost", ELSEWHERE)}/`);
    await engineReady(second);
    assert.equal(await buildIn(second), "newer");
    await told(page, TOLD_OF_MORE);
    assert.equal(await second.locator(".notice").count(), 0);
  });
});
