// The archive for a stick: unpacked by other programs than ours, served by the servers that lie in it, opened in a browser.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { filesBelow } from "../../www/scripts/build-files.mjs";
import { findChromium } from "../../www/scripts/find-chromium.mjs";
import { dist } from "../../www/scripts/places.mjs";
import { stickArchive } from "../../www/scripts/stick.mjs";
import { engineReady, LAUNCH, nextRows, until } from "./support.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-stick-"));
const archive = path.join(folder, "dif-sr-lab.zip");
after(() => rmSync(folder, { recursive: true, force: true }));

const runs = (...command) => spawnSync(command[0], command.slice(1)).status === 0;
const WAYS = {
  python3: (to) => runs("python3", "-m", "zipfile", "-e", archive, to),
  unzip: (to) => runs("unzip", "-q", archive, "-d", to),
};
const IS_HERE = { python3: runs("python3", "--version"), unzip: runs("unzip", "-v") };
/** Why a test of it does not run here. */
const unless = (program) => (IS_HERE[program] === false ? `${program} is not on this machine` : false);

/** Where the archive lies unpacked. */
let lab;
before(() => writeFileSync(archive, stickArchive()));

for (const [program, unpack] of Object.entries(WAYS))
  test(`the archive is unpacked by ${program}, every file as it was`, { skip: unless(program) }, () => {
    const to = path.join(folder, program);
    assert.ok(unpack(to));
    lab = path.join(to, "dif-sr-lab");
    const beside = filesBelow(lab).filter((name) => !name.startsWith("page/"));
    assert.deepEqual(beside, ["LICENSE", "READ ME FIRST.txt", "serve.mjs", "serve.py"]);
    assert.deepEqual(filesBelow(path.join(lab, "page")), filesBelow(dist));
    for (const name of filesBelow(dist))
      assert.ok(readFileSync(path.join(lab, "page", name)).equals(readFileSync(path.join(dist, name))), name);
  });

describe("the page on a stick", () => {
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: await findChromium(), ...LAUNCH.cpu });
  });
  after(() => browser.close());

  /** Starts a server of the stick; resolves to all that it has said once `holds` finds something in it. */
  async function served(command, holds) {
    const server = spawn(command[0], command.slice(1), { cwd: lab });
    let said = "";
    for (const stream of [server.stdout, server.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    const found = await until(
      () => holds.exec(said),
      (one) => one !== null,
      { what: `${holds} of ${command.join(" ")}` },
    );
    const end = () => server.exitCode ?? new Promise((resolve) => server.on("exit", resolve).kill("SIGINT"));
    return { found, end };
  }
  const ADDRESS = /DIF-SR Lab: (http:\/\/localhost:\d+)/;

  for (const [program, script] of [
    ["python3", "serve.py"],
    [process.execPath, "serve.mjs"],
  ]) {
    test(`is opened from ${script}, with every file under its type`, { skip: unless(program) }, async () => {
      const { found, end } = await served([program, script, "0"], ADDRESS);
      const [, address] = found;
      const page = await browser.newPage();
      const faults = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(`${address}/?panel=paper`);
      await engineReady(page);
      assert.equal(await nextRows(page).count(), 10);
      await page.getByText("The numbers the authors printed").first().waitFor();
      assert.deepEqual(faults, []);
      const typeOf = async (name) => (await fetch(`${address}/${name}`)).headers.get("content-type");
      const named = (ending) => filesBelow(dist).find((name) => name.endsWith(ending));
      assert.match(await typeOf(""), /^text\/html/);
      assert.match(await typeOf(named(".js")), /^text\/javascript/);
      assert.equal(await typeOf(named(".wasm")), "application/wasm");
      assert.equal(await typeOf("app.webmanifest"), "application/manifest+json");
      assert.equal((await fetch(`${address}/..%2fLICENSE`)).status, 404);
      assert.equal((await fetch(`${address}/none.js`)).status, 404);
      await page.close();
      await end();
    });

    test(`is told another port by ${script} where one is taken`, { skip: unless(program) }, async () => {
      const first = await served([program, script, "0"], ADDRESS);
      const { port } = new URL(first.found[1]);
      const second = await served([program, script, port], /8080/);
      await second.end();
      await first.end();
    });
  }
});
