// How the page starts: what is fetched and how often, what is kept for the next visit, and that nothing of it is needed.
// `npm run bench -- --start` measures how long it takes; the limits here are three times the aims, for slow machines.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { filesKept, readStart, SLOW_LINE, visit } from "../../www/scripts/bench-start.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { budgets } from "../../www/scripts/sizes.mjs";
import { serve } from "../../www/scripts/static-server.mjs";
import { anotherBuild, buildOf, closed, keptFiles } from "./kept.mjs";
import { clickItems, goToPanel, nextTexts, startLab, until } from "./support.mjs";

/** Says of every file that caches must ask again: what the second visit does not ask for, the page itself has kept. */
const FORGETFUL = { hashed: "no-cache" };
const AIM_MS = { paint: 1000, answer: 3000 };
const SLACK = 3;

let lab;
before(async () => {
  lab = await startLab("cpu", FORGETFUL);
});
after(() => lab.close());

const isStyle = (name) => /\/index-[^/]*\.css$/.test(name);
const isEngine = ({ path: name }) => /\/engine_bg-[^/]*\.wasm$/.test(name);
const assets = path.join(dist, "assets");
const readAsset = (name) => readFileSync(path.join(assets, name), "utf8");
const trainerScript = () => readdirSync(assets).find((name) => name.startsWith("trainer.worker-"));
const settle = () => new Promise((resolve) => setTimeout(resolve, 1500));

/** The requests that the server answered during `work`. */
async function answersDuring(work) {
  lab.traffic.length = 0;
  await work();
  return [...lab.traffic];
}

/** Names every compilation by how it was asked for; set up before any script of the page. */
async function watchCompilers(page) {
  await page.addInitScript(() => {
    globalThis.compilers = [];
    for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = (...given) => {
        globalThis.compilers.push(name);
        return original.apply(WebAssembly, given);
      };
    }
  });
}

describe("the first visit", () => {
  test("fetches each file once, within its budget, and compiles the engine while it arrives", async () => {
    const { page, context, assertClean, close } = await lab.openPage({ ready: false, before: watchCompilers });
    const start = await readStart(page);
    const before = lab.traffic.splice(0);
    console.log(`until the first prediction: ${start.files} files, ${start.bytes} bytes`);
    assert.ok(start.files <= budgets.startFiles, `${start.files} files`);
    assert.ok(start.bytes <= budgets.startGzip, `${start.bytes} bytes`);
    assert.deepEqual(await page.evaluate("compilers"), ["compileStreaming"]);
    await settle();
    const answers = [...before, ...lab.traffic];
    const twice = answers.filter((one, index) => answers.findIndex((other) => other.path === one.path) !== index);
    assert.deepEqual(
      twice.filter(({ status }) => status === 200),
      [],
    );
    assert.equal(answers.filter(isEngine).length, 1);
    assertClean();
    await context.close();
    await close();
  });

  test("training on the CPU fetches no engine: the trainer is handed the page's", async () => {
    const { page, close } = await lab.openPage({ query: "?panel=train" });
    const answers = await answersDuring(async () => {
      await page.getByRole("button", { name: "Step", exact: true }).click();
      await page
        .getByText(/Paused in epoch/)
        .first()
        .waitFor({ timeout: 60_000 });
    });
    assert.deepEqual(answers.filter(isEngine), []);
    await close();
  });

  test("on a slow line it is painted and answers in time", async () => {
    const context = await lab.browser.newContext();
    const { paint_ms, answer_ms } = await readStart(await visit(context, lab.origin, SLOW_LINE));
    console.log(`10 Mbit/s: painted after ${paint_ms.toFixed(0)} ms, answered after ${answer_ms.toFixed(0)} ms`);
    assert.ok(paint_ms < SLACK * AIM_MS.paint, `painted after ${paint_ms} ms`);
    assert.ok(answer_ms < SLACK * AIM_MS.answer, `answered after ${answer_ms} ms`);
    await context.close();
  });
});

describe("the second visit", () => {
  test("asks the network for no hashed file, also of a host that forbids to keep them", async () => {
    lab.traffic.length = 0;
    const { page, context, close } = await lab.openPage();
    // Everything that the next visit may draw has been drawn.
    await page.locator("#why [data-figure=row]").waitFor();
    for (const [panel, body] of [
      ["train", ".training"],
      ["compare", ".comparing"],
    ]) {
      await goToPanel(page, panel);
      await page.locator(body).waitFor({ state: "attached" });
    }
    await clickItems(page, 1);
    await page.waitForLoadState("networkidle");
    const loaded = new Set(lab.traffic.map((one) => one.path).filter((name) => name.startsWith("/assets/")));
    await until(
      async () => {
        const names = await keptFiles(page);
        return [...loaded].filter((name) => !names.includes(name));
      },
      (missing) => missing.length === 0,
      { what: "a copy of every file" },
    );
    const answered = lab.traffic.map((one) => one.path);
    assert.deepEqual(
      (await keptFiles(page)).filter((name) => !answered.includes(name)),
      [],
      "no file is kept that nobody loaded",
    );
    await page.close();
    const answers = await answersDuring(async () => {
      const again = await visit(context, lab.origin, null);
      await readStart(again);
      await clickItems(again, 1);
      await settle();
    });
    assert.deepEqual(
      answers.filter(({ path: name }) => name.includes("/assets/")),
      [],
    );
    // The page itself is asked for every time, so it is never an old one.
    assert.ok(answers.some(({ path: name }) => name === "/"));
    await close();
  });

  for (const [what, files] of [
    ["a worker's script", () => [trainerScript()]],
    [
      "what a worker loads",
      () => [...readAsset(trainerScript()).matchAll(/engine-[\w-]{8}\.js/g)].map(([name]) => name),
    ],
  ]) {
    test(`has also a file that was under way when the service worker took over: ${what}`, async () => {
      let held;
      let asked;
      const isAsked = new Promise((resolve) => {
        asked = resolve;
      });
      const { page, close } = await lab.openPage({
        ready: false,
        query: "?panel=train",
        before: async (fresh) => {
          const isOne = ({ pathname }) => files().includes(path.basename(pathname));
          await fresh.route(isOne, async (route) => {
            held = new URL(route.request().url()).pathname;
            asked();
            await fresh.waitForFunction(() => navigator.serviceWorker.controller !== null);
            await route.continue();
          });
          await fresh.exposeFunction("isAsked", () => isAsked);
          await fresh.addInitScript(() => {
            const { register } = ServiceWorkerContainer.prototype;
            ServiceWorkerContainer.prototype.register = async function (...given) {
              await globalThis.isAsked();
              return register.apply(this, given);
            };
          });
        },
      });
      // The trainer starts when a visitor comes to it.
      await page.locator(".training").hover();
      await until(
        () => keptFiles(page),
        (names) => held !== undefined && names.includes(held),
        { what: "a copy of the held file" },
      );
      await close();
    });
  }

  test("is of the newest build, and the next one has forgotten what only an older one had", async (t) => {
    const newer = anotherBuild([["title:`DIF-SR Lab`", "title:`DIF-SR Laboratory`"]]);
    const host = [dist];
    const server = await serve({ mounts: { "/": host } });
    const context = await lab.browser.newContext();
    t.after(async () => {
      await context.close();
      await server.close();
      rmSync(newer, { recursive: true, force: true });
    });
    const page = await visit(context, server.origin, null);
    await filesKept(page);
    const before = await until(
      () => keptFiles(page),
      (names) => names.some(isStyle),
      { what: "a copy of the style" },
    );
    assert.ok(before.every((name) => name.startsWith("/assets/")));
    await page.close();

    host[0] = newer;
    const style = `/${Object.keys(buildOf(newer).hashed).find((name) => isStyle(`/${name}`))}`;
    const again = await visit(context, server.origin, null);
    await again.getByRole("heading", { name: "DIF-SR Laboratory" }).waitFor();
    const shared = await until(
      () => keptFiles(again),
      (names) => names.includes(style),
      { what: "the new style" },
    );
    assert.ok(
      before.every((name) => shared.includes(name)),
      "a window of the older build may still be open",
    );
    await closed(again);

    const third = await visit(context, server.origin, null);
    const known = buildOf(newer).hashed;
    await until(
      () => keptFiles(third),
      (names) => names.includes(style) && names.every((name) => name.slice(1) in known),
      { what: "the end of the older build's files" },
    );
    assert.ok(
      (await keptFiles(third)).some((name) => before.includes(name)),
      "what both builds have stays",
    );
  });
});

describe("a browser that forbids storage", () => {
  test("still answers, and asks the network every time", async (t) => {
    const profile = mkdtempSync(path.join(os.tmpdir(), "dif-sr-profile-"));
    mkdirSync(path.join(profile, "Default"));
    const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(path.join(profile, "Default", "Preferences"), JSON.stringify(settings));
    const context = await lab.openProfile(profile);
    t.after(async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    });
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(lab.origin);
    await readStart(page);
    assert.equal(
      await page.evaluate(async () => {
        try {
          localStorage.getItem("any");
          await caches.keys();
          return "allowed";
        } catch {
          return "forbidden";
        }
      }),
      "forbidden",
    );
    const before = await nextTexts(page);
    await clickItems(page, 1);
    await until(
      () => nextTexts(page),
      (now) => now.join() !== before.join(),
      { what: "another list" },
    );
    await settle();
    assert.deepEqual(faults, []);
  });
});
