// The same journey in three browsers, each with an engine of its own. One that is not installed is skipped, and named.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { findFirefox, findWebKit } from "../../www/scripts/find-browsers.mjs";
import { findChromium } from "../../www/scripts/find-chromium.mjs";
import { dist, root } from "../../www/scripts/places.mjs";
import { serve } from "../../www/scripts/static-server.mjs";
import { openChromium } from "./browsers/chromium.mjs";
import { openFirefox } from "./browsers/firefox.mjs";
import { openWebKit } from "./browsers/webkit.mjs";
import { journey } from "./journey.mjs";

const BROWSERS = [
  { name: "Chromium", find: async () => ({ program: await findChromium() }), open: openChromium },
  { name: "Firefox", find: findFirefox, open: openFirefox },
  { name: "WebKit", find: findWebKit, open: openWebKit },
];

/** Has the page write down its faults itself, before its own first script: every browser tells of them in another way. */
async function withFaults(request, answer) {
  if (!/^\/(?:\?|$)/.test(request)) return undefined;
  const { headers, body, ...others } = await answer();
  const { "content-encoding": encoding, ...plainHeaders } = headers;
  const html = String(encoding === "gzip" ? gunzipSync(body) : body);
  const listening = Buffer.from(html.replace("<script", '<script src="/@test/faults.js"></script>\n    <script'));
  return { ...others, headers: { ...plainHeaders, "content-length": listening.length }, body: listening };
}

for (const { name, find, open } of BROWSERS) {
  const { program, reason } = await find();
  test(`the whole main job in ${name}`, { skip: reason ?? false, timeout: 600_000 }, async (t) => {
    const failed = [];
    const server = await serve({
      mounts: { "/": dist, "/@test/": path.join(root, "tests", "web", "pages") },
      spoil: withFaults,
      observe: ({ path: file, status }) => {
        if (status >= 400) failed.push(`${status} ${file}`);
      },
    });
    t.after(() => server.close());
    const driver = await open(program);
    t.after(() => driver.end());
    const began = performance.now();
    let now = "";
    try {
      await journey(driver, server.origin, (step) => {
        now = step;
      });
    } catch (error) {
      const file = path.join(root, "test-results", `${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      const picture = await driver.screenshot().catch(() => null);
      if (picture) writeFileSync(file, picture);
      error.message = `${driver.name}, ${now}: ${error.message}${picture ? ` (picture: ${file})` : ""}`;
      throw error;
    }
    assert.deepEqual(failed, []);
    console.log(`${driver.name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  });
}
