// What the browser tests share: a server, a browser in one of two profiles, and a page whose every fault is written down.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../../www/scripts/find-chromium.mjs";
import { dist, pkg, root } from "../../www/scripts/places.mjs";
import { serve } from "../../www/scripts/static-server.mjs";

/** Of what Chromium is told to leave out it hears the last list only: those that Playwright names come first. */
const LEFT_OUT = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...[
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
  ],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "AimEnabled"],
  ...["NetworkTimeServiceQuerying", "PreconnectToSearch"],
  // The list under the address bar is a page of its own in newer ones: for every visitor nearly a second of the processor.
  "WebUIOmniboxPopup",
];

const ALWAYS = [
  `--disable-features=${LEFT_OUT}`,
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** A browser gives up on a GPU process that ends again and again; a test ends it more often than any driver. */
const LOSES_DEVICES = ["--disable-gpu-process-crash-limit", "--disable-domain-blocking-for-3d-apis"];

/** How Chromium is started in each of two profiles. gpu: a software adapter answers (SwiftShader). cpu: navigator.gpu is there and its adapter is null. */
export const LAUNCH = {
  cpu: { headless: true, args: [...ALWAYS, "--disable-gpu"] },
  gpu: { headless: true, args: [...ALWAYS, "--enable-unsafe-webgpu", ...LOSES_DEVICES] },
};

/** Every panel of the page, as its list has them: `{ id, side }`. */
const PANEL_LINES = [
  ...readFileSync(path.join(root, "www", "panels.ts"), "utf8").matchAll(
    /^ {4}id: "([a-z]+)",\n {4}side: "(left|right)"/gm,
  ),
].map(([, id, side]) => ({ id, side }));
export const PANELS = PANEL_LINES.map(({ id }) => id);
/** Those that stand beside session and list in wide windows, one at a time. */
export const RIGHT_PANELS = PANEL_LINES.filter(({ side }) => side === "right").map(({ id }) => id);

export const golden = path.join(root, "tests", "golden");
export const sharedData = path.join(root, "..", "shared", "data");

/** A name of this machine that the page takes for another one, and browsers for as safe as https. */
export const ELSEWHERE = "lab.localhost";

/** A server and a browser for one test file. Close it when the file is done. `traffic`: what the server has answered. */
export async function startLab(profile, serverOptions = {}) {
  const traffic = [];
  const server = await serve({
    ...serverOptions,
    observe: (answer) => traffic.push(answer),
    mounts: {
      "/": dist,
      "/lab/": dist,
      "/@test/": path.join(root, "tests", "web", "pages"),
      "/@golden/": golden,
      "/@pkg/": pkg,
      ...serverOptions.mounts,
    },
  });
  const launch = { executablePath: await findChromium(), ...LAUNCH[profile] };
  const browser = await chromium.launch(launch);
  return {
    origin: server.origin,
    browser,
    traffic,
    /** A browser of its own on a profile folder, for settings that a visitor has made. */
    openProfile: (folder) => chromium.launchPersistentContext(folder, launch),
    openPage: ({ host = "localhost", ...options } = {}) =>
      openPage(browser, server.origin.replace("localhost", host), options),
    openLab: () => openLab(browser, server.origin),
    /** From now on nobody gets anything of it. */
    unplug: () => server.close(),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The engine's API without the page: `call(device, op, ...args)` gives `{ value, ms }`. */
async function openLab(browser, origin) {
  const page = await browser.newPage();
  await page.goto(`${origin}/@test/lab.html`);
  await page.waitForFunction("typeof lab === 'function'");
  const call = (device, op, ...args) => page.evaluate(([d, o, a]) => globalThis.lab(d, o, ...a), [device, op, args]);
  return { page, call };
}

/**
 * A fresh visitor. `faults` collects console errors, uncaught errors and requests to other origins; `assertClean` fails on any.
 * `before` runs before the page is asked for: routes, init scripts.
 */
async function openPage(browser, origin, options = {}) {
  const { base = "/", query = "", before, ready = true, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...contextOptions });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:"))
      faults.push(`off-origin: ${url}`);
  });
  await before?.(page);
  await page.goto(origin + base + query);
  if (ready) await engineReady(page);
  const assertClean = () => assert.deepEqual(faults, []);
  return { page, context, faults, assertClean, close: () => context.close() };
}

/** Windows of a desk and of a hand, and a visitor who wants nothing to move. */
export const WIDE = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 740 };
export const HANDHELD = { viewport: PHONE, hasTouch: true, isMobile: true };
export const STILL = { reducedMotion: "reduce" };

/** The engine has answered what is on screen. */
export async function engineReady(page) {
  await page.locator('.status-dot[data-phase="ready"]').waitFor({ state: "attached", timeout: 30_000 });
}

export const names = {
  session: /Session in time order/,
  next: /Most probable next items/,
};

/** The list of ready models or one of their files, by its name without the hash; undefined for any other address. */
export function readyFile(url) {
  const [, name, kind] = /\/assets\/([^/]+)-[\w-]{8}\.(json|safetensors)$/.exec(url) ?? [];
  return kind === "safetensors" || name === "index" ? `${name}.${kind}` : undefined;
}

export const sessionRows = (page) => page.getByRole("list", { name: names.session }).getByRole("listitem");
export const nextRows = (page) => page.getByRole("list", { name: names.next }).getByRole("listitem");

/** What was clicked, "1 Dome tent" each: without what the maps say of it, which comes a moment later. */
export const clicksOf = async (page) =>
  (await sessionRows(page).allInnerTexts()).map((text) => text.split("\n").slice(0, 2).join(" "));

/** The next items as on screen, one line of text each. */
export const nextTexts = (page) => nextRows(page).allInnerTexts();

/** Clicks the first `count` tiles of the catalogue. */
export async function clickItems(page, count) {
  const tiles = page.getByRole("listbox", { name: "Catalogue" }).getByRole("option");
  for (let index = 0; index < count; index++) await tiles.nth(index).click();
}

/** The list follows a click: the engine answers. */
export async function answersAClick(page) {
  const old = await nextTexts(page);
  await clickItems(page, 1);
  await until(
    () => nextTexts(page),
    (now) => now.join() !== old.join(),
    { what: "another list" },
  );
}

/** What keeps the page for the next visit was started. */
export const serviceWorkerRuns = (page) =>
  until(
    () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? "none"),
    (state) => state === "activated",
    { what: "the service worker" },
  );

/** Empties the session whatever the page started with. */
export async function clearSession(page) {
  const clear = page.locator("#session").getByRole("button", { name: "Clear", exact: true });
  if (await clear.isEnabled()) await clear.click();
}

/** Goes to a panel by its link in the bar or among the tabs, behind "More" if it has no room there. */
export async function goToPanel(page, panel) {
  const link = page.locator(`nav a[href$="panel=${panel}"]`).filter({ visible: true }).first();
  if (await link.isVisible()) await link.click();
  else {
    await page.locator(".panel-bar button, .panel-tabs button").filter({ visible: true }).last().click();
    await page.locator(`.more-panels a[href$="panel=${panel}"]`).click();
  }
  await page.locator(`[data-panel="${panel}"]`).waitFor();
}

/** Waits until `read` gives something that `holds`, and returns it. */
export async function until(read, holds, { timeout = 30_000, every = 100, what = "the state" } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) assert.fail(`${what} did not come in ${timeout} ms; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Waits for words in `selector` that a quick machine shows for a moment only, and presses `press` in that moment. */
export async function passing(page, selector, words, press) {
  await page.waitForFunction(
    ([within, pattern, label]) => {
      const place = document.querySelector(within);
      if (!place || !new RegExp(pattern).test(place.innerText)) return false;
      if (label)
        [...place.querySelectorAll("button")].find((one) => [one.textContent, one.ariaLabel].includes(label)).click();
      return true;
    },
    [selector, words.source, press],
    { polling: "raf", timeout: 60_000 },
  );
}

/**
 * Milliseconds of the processor's time that a task of the page takes only through a fault: twice what `npm run bench` holds the page to,
 * for the speed of a virtual machine may change by 1.8 within minutes.
 */
export const LONG_TASK = 100;

/**
 * The longest task on the page's thread during `work`, in milliseconds: of work done (`cpu`) and on the clock (`wall`). Only the
 * first says something about the page where several things share the machine's cores.
 */
export async function longestTask(browser, page, work) {
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}.${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === "RunTask" && threads.has(`${pid}.${tid}`));
  const longest = (clock) => Math.max(0, ...tasks.map((task) => (task[clock] ?? 0) / 1000));
  return { cpu: longest("tdur"), wall: longest("dur") };
}

/**
 * Measures until a measurement is within `limit`, at most `times` times, and returns the best. What is too slow by itself is too
 * slow every time; what another program's work delayed is not.
 */
export async function bestOf(times, limit, measure) {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times && best > limit; time++) best = Math.min(best, await measure());
  return best;
}

/** Ends the browser's GPU process, as a crashing driver does. The browser starts another; devices of the old one are lost. */
export async function endGpuProcess(browser) {
  const session = await browser.newBrowserCDPSession();
  // One that has just ended is listed as 0 until the next is there, and 0 would be ourselves.
  const gpu = await until(
    async () => (await session.send("SystemInfo.getProcessInfo")).processInfo.find(({ type }) => type === "GPU"),
    (found) => found?.id > 0,
    { what: "the GPU process" },
  );
  process.kill(gpu.id, "SIGKILL");
  await session.detach();
}
