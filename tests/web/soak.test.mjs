// The soak of `npm run soak`, for a minute: each part goes through once or a few times. Lost devices and long runs have tests of their own
// (webgpu.test.mjs, memory.test.mjs), and damaged files are read by the importer's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kills, reloads } from "../../www/scripts/soak-breaks.mjs";
import { hosts } from "../../www/scripts/soak-hosts.mjs";
import { quota } from "../../www/scripts/soak-quota.mjs";
import { held } from "../../www/scripts/soak-record.mjs";
import { links, messages } from "../../www/scripts/soak-strangers.mjs";

const SHORT = [
  [links, 100],
  [messages, 100],
  [kills, 2],
  [reloads, 2],
  [quota, 1],
  [hosts, 2],
];

for (const [part, count] of SHORT) {
  test(`${part.title}, ${count} of ${part.full}`, { timeout: 300_000 }, async () => {
    const run = await part.run({ count, seed: 20220423, tell: () => undefined });
    assert.equal(run.count, count);
    assert.ok(held(run), JSON.stringify(run.numbers));
  });
}
