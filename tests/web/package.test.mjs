// The package for other pages, packed and unpacked: what is in it, the page of its README as it stands there, its types, a bundler.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "vite";
import { packageProgram, runAndKeep } from "../../www/scripts/command.mjs";
import { manifest } from "../../www/scripts/package-manifest.mjs";
import { root } from "../../www/scripts/places.mjs";
import { fromReadme, SITE, startSite } from "./package-site.mjs";
import { clicksOf, nextRows } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site?.close());

/** Names of the files of a folder and of those in it, from there. */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));

describe("the package", () => {
  test("has the files that its manifest names, and no others", () => {
    const packed = JSON.parse(readFileSync(path.join(site.home, "package.json"), "utf8"));
    assert.deepEqual(packed, manifest());
    const files = filesOf(site.home);
    const isNamed = (file) => packed.files.some((name) => file === name || file.startsWith(`${name}/`));
    assert.deepEqual(files.filter((file) => !isNamed(file)).sort(), ["LICENSE", "README.md", "package.json"]);
    for (const name of packed.files)
      assert.ok(
        files.some((file) => file === name || file.startsWith(`${name}/`)),
        name,
      );
    for (const entry of Object.values(packed.exports).filter((entry) => entry.default))
      for (const file of Object.values(entry)) assert.ok(files.includes(file.slice(2)), file);
  });

  test("goes by the repository's name, version and licence", () => {
    const own = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const { name, version, license } = manifest();
    assert.deepEqual({ name, version, license }, { name: own.name, version: own.version, license: own.license });
    assert.equal(
      readFileSync(path.join(site.home, "LICENSE"), "utf8"),
      readFileSync(path.join(root, "LICENSE"), "utf8"),
    );
  });

  test("is installed by the name that its README says", () => {
    const { name, version } = manifest();
    const readme = readFileSync(path.join(site.home, "README.md"), "utf8");
    assert.ok(readme.includes(`npm install ./${name}-${version}.tgz`));
  });

  test("has every ready model of every shop", () => {
    const models = (folder) => filesOf(folder).filter((file) => file.includes("/"));
    const ready = models(path.join(root, "www", "ready"));
    assert.ok(ready.length > 40);
    assert.deepEqual(models(path.join(site.home, "models")), ready);
  });
});

describe("the page of the README", () => {
  const SESSION = [2, 14, 50, 54, 17, 62, 71];
  const CLICK = 10;

  test("runs in a folder of a host, and says of its session what the lab's own page says", async () => {
    const text = fromReadme(site.home, "html");
    assert.ok(text.trimEnd().split("\n").length <= 30);
    const { page, assertClean, close } = await site.visit(text);
    await page.locator("svg rect").first().waitFor({ state: "attached", timeout: 30_000 });
    await assertShown(page, SESSION);
    await page.selectOption("select", { index: CLICK });
    await assertShown(page, [...SESSION, CLICK]);
    assertClean();
    await close();
  });

  async function assertShown(page, session) {
    const { names, next } = await ownPage(session);
    await page.waitForFunction((count) => document.querySelectorAll("rect").length === count, session.length ** 2);
    assert.equal(await page.locator("p").innerText(), names.join(" → "));
    assert.deepEqual(await page.locator("ol li").allInnerTexts(), next);
    const cells = await page
      .locator("rect")
      .evaluateAll((all) =>
        all.map((cell) => ["x", "y", "fill-opacity"].map((name) => Number(cell.getAttribute(name)))),
      );
    assertMap(cells, session.length, await firstMap(session));
  }

  /** The session and the next items, as the lab's own page shows them. */
  async function ownPage(session) {
    const { page, close } = await site.lab.openPage({ query: `?s=${session.join(".")}` });
    await nextRows(page).nth(9).waitFor();
    const next = await nextRows(page).evaluateAll((rows) =>
      rows.map((row) => {
        const [name, percent] = ["name", "percent"].map((part) => row.querySelector(`.prediction-${part}`).innerText);
        // Behind the number its unit stands, and for who listens the true one.
        return `${name}: ${Number.parseFloat(percent).toFixed(1)} %`;
      }),
    );
    const names = (await clicksOf(page)).map((text) => text.replace(/^\d+ /, ""));
    await close();
    return { names, next };
  }

  /** The fused map of the first layer's first head, asked of the engine without the package. */
  async function firstMap(session) {
    const { page, call } = await site.lab.openLab();
    const model = `${site.lab.origin}${SITE}dif-sr-lab/models/brand_loyal/dif_sr.safetensors`;
    await call("cpu-relaxed", "open_synthetic", JSON.stringify({ preset: "brand_loyal", seed: 212 }));
    await call("cpu-relaxed", "load_model", { url: model });
    const { value } = await call("cpu-relaxed", "explain", "main", session, []);
    await page.close();
    return Object.values(value.weights).slice(0, session.length ** 2);
  }

  /** Each click looks at every one, as much as its cell is opaque. */
  function assertMap(cells, n, weights) {
    assert.equal(cells.length, n * n);
    cells.forEach((cell, at) => {
      assert.deepEqual(cell, [at % n, Math.floor(at / n), weights[at]]);
    });
    for (let row = 0; row < n; row++) {
      const sum = cells.filter(([, y]) => y === row).reduce((total, [, , opacity]) => total + opacity, 0);
      assert.ok(Math.abs(sum - 1) < 1e-5, `row ${row} adds up to ${sum}`);
    }
  }
});

describe("whoever installs the package", () => {
  /** A project that has it. */
  let home;
  before(() => {
    home = path.join(site.folder, "project");
    mkdirSync(path.join(home, "node_modules"), { recursive: true });
    symlinkSync(site.home, path.join(home, "node_modules", "dif-sr-lab"), "junction");
  });

  const USE = `
import { type DataSource, type Explanation, LabFailure, type OpenedLab, openLab } from "dif-sr-lab";
import { modelUrl, openCpu } from "dif-sr-lab/cpu";
import { type Lab, openGpu } from "dif-sr-lab/gpu";

export async function use(): Promise<number> {
  const lab: OpenedLab = await openLab({ shop: "department_chains", model: "sasrec", onProgress: (bytes: number) => bytes });
  const { top, ranks } = await lab.predict([1, 2, 3], { k: 5, sourceScale: [1, 0], signal: AbortSignal.timeout(1000) });
  const map: Explanation = await lab.explain([1, 2, 3]);
  const { sources } = await lab.ask("rank", { items: [1, 2, 3] });
  lab.close();
  return (top[0]?.probability ?? 0) + (ranks[1] ?? 0) + (map.weights[0] ?? 0) + sources.length;
}

export async function train(): Promise<Uint8Array> {
  const engine = await openCpu();
  const ready: URL = modelUrl("brand_loyal", "dif_sr");
  await engine.load_model(new Uint8Array(await (await fetch(ready)).arrayBuffer()));
  engine.open_synthetic(JSON.stringify({ preset: "brand_loyal", seed: 212 }));
  const config = engine.default_config("dif_sr");
  await engine.start_training(JSON.stringify(config));
  const device: Promise<Lab> = openGpu();
  return (await device).snapshot();
}

export const isOld = (thrown: unknown) => thrown instanceof LabFailure && thrown.detail.code === "no_simd";
const data: DataSource = { kind: "synthetic", config: { preset: "brand_loyal", seed: 3 } };
export const own = openLab({ data, model: new URL("mine.safetensors", "https://shop.example") });
// @ts-expect-error: there is no such shop.
export const noShop = openLab({ shop: "corner" });
// @ts-expect-error: ready models are those of a shop.
export const noModel = openLab({ data, model: "dif_sr" });
// @ts-expect-error: the engine knows no such question.
export const noQuestion = own.then((lab) => lab.ask("weather", null));
`;

  for (const [module, resolution] of [
    ["esnext", "bundler"],
    ["nodenext", "nodenext"],
  ])
    test(`has its types, by the rules of "${resolution}", to the last declaration`, async () => {
      writeFileSync(path.join(home, "use.mts"), USE);
      const [program, compiler] = packageProgram("typescript/bin/tsc");
      const rules = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noEmit"];
      const libraries = ["--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", ""];
      const how = ["--module", module, "--moduleResolution", resolution];
      const args = [compiler, ...rules, ...libraries, ...how, "use.mts"];
      const { status, output } = await runAndKeep(program, args, { cwd: home });
      assert.equal(status, 0, output);
    });

  test("may bundle it: engine, worker and models are found by their addresses", async () => {
    const script = (from) => `
      const { openLab } = await import("${from}");
      const lab = await openLab({ shop: "brand_loyal", model: "sasrec" });
      return (await lab.predict([2, 14, 50])).top;`;
    const main = `(async () => {${script("dif-sr-lab")}})().then((top) => { window.top10 = top; });`;
    writeFileSync(path.join(home, "index.html"), '<!doctype html><script type="module" src="./main.js"></script>');
    writeFileSync(path.join(home, "main.js"), main);
    const outDir = path.join(path.dirname(site.home), "bundled");
    await build({ root: home, base: "./", configFile: false, logLevel: "error", build: { outDir, emptyOutDir: true } });
    const { page, close } = await site.lab.openPage({ base: `${SITE}bundled/`, ready: false });
    await page.waitForFunction("window.top10", null, { timeout: 30_000 });
    const { value } = await site.resultOf(script("./dif-sr-lab/index.js"));
    assert.equal(value.length, 10);
    assert.deepEqual(await page.evaluate("window.top10"), value);
    await close();
  });
});
