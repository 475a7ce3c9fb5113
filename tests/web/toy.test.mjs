// A panel and a choice are added to a copy of the page exactly as docs/architecture.md says, and used in a browser.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { packageProgram, runAndKeep } from "../../www/scripts/command.mjs";
import { root } from "../../www/scripts/places.mjs";
import { goToPanel, startLab } from "./support.mjs";

const copy = path.join(root, "test-results", "toy");
const PAGE = ["index.html", "www", "package.json", "tsconfig.json", "vite.config.ts"];

/** Blocks of code by the file that they belong to. */
function blocks() {
  const text = readFileSync(path.join(root, "docs", "architecture.md"), "utf8");
  return [...text.matchAll(/^```tsx? (www\/\S+)\n([\s\S]*?)^```$/gm)].map(([, file, code]) => ({ file, code }));
}

/** Where a line of a list goes: at its end. */
const LIST_ENDS = {
  "www/panels.ts": "] as const satisfies readonly PanelLine[];",
  "www/content/en/panels.ts": "  },\n};",
  "www/content/ko/panels.ts": "  },\n};",
  "www/state/fields.ts": "} as const;\n\nexport type FieldName",
  "www/state/link.test.ts": "};\nconst rich",
};

function add({ file, code }) {
  const place = path.join(copy, file);
  if (!existsSync(place)) {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, code);
    return;
  }
  const text = readFileSync(place, "utf8");
  const at = text.lastIndexOf(LIST_ENDS[file] ?? "no such list");
  assert.ok(at > 0, `${file} has no list that ends with ${LIST_ENDS[file]}`);
  writeFileSync(place, text.slice(0, at) + code + text.slice(at));
}

async function must(program, ...args) {
  const [node, script] = packageProgram(program);
  const { status, output } = await runAndKeep(node, [script, ...args], { cwd: copy });
  assert.equal(status, 0, output);
}

let lab;
before(async () => {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of PAGE) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  for (const name of ["node_modules", "pkg", "src"]) symlinkSync(path.join(root, name), path.join(copy, name));
  for (const block of blocks()) add(block);
  await must("typescript/bin/tsc", "--noEmit");
  await must("vite/bin/vite.js", "build", "--logLevel", "warn");
  lab = await startLab("cpu", { mounts: { "/": path.join(copy, "dist") } });
});
after(async () => {
  await lab?.close();
  rmSync(copy, { recursive: true, force: true });
});

test("the panel is in the bar, in the tabs and in the history, and the choice is in the link", async () => {
  assert.equal(blocks().length, 6);
  const { page, assertClean, close } = await lab.openPage();
  await goToPanel(page, "toy");
  const panel = page.locator('[data-panel="toy"]');
  await panel.getByRole("heading", { name: "A toy" }).waitFor();
  await panel.getByRole("switch", { name: "loud" }).click();
  await page.waitForFunction(() => location.search.includes("loud=1") && location.search.includes("panel=toy"));
  await page.goBack();
  await page.locator('[data-panel="why"]').waitFor();
  assertClean();
  await close();
});

test("where the bar has no room for one more, the last are behind a button that leads to them", async () => {
  const { page, assertClean, close } = await lab.openPage({
    query: "?projector=1",
    viewport: { width: 1085, height: 768 },
  });
  const bar = page.getByRole("navigation", { name: "Panels" });
  const links = bar.getByRole("link");
  const end = (await bar.boundingBox()).x + (await bar.boundingBox()).width;
  for (const link of await links.all()) {
    const { x, width } = await link.boundingBox();
    assert.ok(x + width <= end, `${await link.innerText()} ends at ${x + width}, the bar at ${end}`);
  }
  assert.equal(await links.filter({ hasText: "A toy" }).count(), 0);
  await bar.getByRole("button", { name: "More" }).click();
  await page.getByRole("dialog", { name: "More" }).getByRole("link", { name: "A toy" }).click();
  await page.locator('[data-panel="toy"]').getByRole("heading", { name: "A toy" }).waitFor();
  await bar.getByRole("button", { name: "More, A toy" }).waitFor();
  assertClean();
  await close();
});

test("a link to the panel sets the choice, in Korean too, on a phone too", async () => {
  const query = "?panel=toy&loud=1&lang=ko";
  const { page, assertClean, close } = await lab.openPage({ query, viewport: { width: 360, height: 740 } });
  const panel = page.locator('[data-panel="toy"]');
  await panel.getByRole("heading", { name: "장난감" }).waitFor();
  assert.equal(await panel.getByRole("switch", { name: "loud" }).getAttribute("aria-checked"), "true");
  assertClean();
  await close();
});
