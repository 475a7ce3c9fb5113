// What the tests of the package share: it is packed, unpacked into a folder of a site, and used by pages of that site.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildPackage } from "../../www/scripts/build-package.mjs";
import { runAndKeep } from "../../www/scripts/command.mjs";
import { pack } from "../../www/scripts/pack.mjs";
import { manifest } from "../../www/scripts/package-manifest.mjs";
import { pkg } from "../../www/scripts/places.mjs";
import { startLab } from "./support.mjs";

/** Where the site is on its host, which many share. */
export const SITE = "/people/somebody/site/";

/** A site with the package in it, a server and a browser. `serverOptions` as in startLab. Close it when the file is done. */
export async function startSite(serverOptions = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "dif-sr-package-"));
  const site = path.join(folder, "site");
  await buildPackage();
  const unpacked = await unpack(await pack(staged(folder), folder), folder);
  mkdirSync(site);
  renameSync(unpacked, path.join(site, "dif-sr-lab"));
  const mounts = { [SITE]: site };
  const lab = await startLab("cpu", { ...serverOptions, mounts });
  return {
    lab,
    mounts,
    folder,
    /** Where the package is on this machine. */
    home: path.join(site, "dif-sr-lab"),
    write: (name, text) => writeFileSync(path.join(site, name), text),
    visit: (text, options) => visit({ lab, site }, text, options),
    /** `options.lab`: another browser than the site's own. */
    resultOf: (script, options) => resultOf({ lab, site, ...options }, script, options),
    close: async () => {
      await lab.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A copy of what is packed: npm leaves out links, and engines may be links to where they were built. */
function staged(folder) {
  const copy = path.join(folder, "staged");
  for (const name of [...manifest().files, "package.json", "README.md", "LICENSE"])
    cpSync(path.join(pkg, name), path.join(copy, name), { recursive: true, dereference: true });
  return copy;
}

async function unpack(file, folder) {
  const { status, output } = await runAndKeep("tar", ["-xzf", file, "-C", folder]);
  assert.equal(status, 0, output);
  return path.join(folder, "package");
}

/** The one block of code with this head in the package's README, to the letter. */
export function fromReadme(home, head) {
  const text = readFileSync(path.join(home, "README.md"), "utf8");
  const [, ...blocks] = text.split(`\n\`\`\`${head}\n`);
  assert.equal(blocks.length, 1, head);
  return blocks[0].slice(0, blocks[0].indexOf("\n```\n") + 1);
}

/** A visitor of a page of the site, to which nobody has given an icon. */
async function visit({ lab, site }, text, options = {}) {
  writeFileSync(path.join(site, "index.html"), text);
  const before = async (page) => {
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await options.before?.(page);
  };
  return lab.openPage({ base: SITE, ready: false, ...options, before });
}

/** What a script of a page comes to: `{ value }`, or `{ failure }` with name, message and detail; and the faults of that page. */
async function resultOf(place, script, { head = "", ...options } = {}) {
  const text = `<!doctype html><meta charset="utf-8" />${head}<script type="module">
    const answer = async () => { ${script} };
    window.result = await answer().then((value) => ({ value }),
      ({ name, message, detail }) => ({ failure: { name, message, detail } }));
    document.documentElement.id = "over";
  </script>`;
  const { page, faults, close } = await visit(place, text, options);
  await page.locator("#over").waitFor({ state: "attached", timeout: 120_000 });
  const result = await page.evaluate("window.result");
  await close();
  return { ...result, faults };
}
