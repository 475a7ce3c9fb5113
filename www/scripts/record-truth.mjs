// Records what "Is it true?" counts for the model that the page opens with, so that nobody waits for it: the engine itself is asked, and its
// answers are kept in www/ready/measured.json. `node www/scripts/record-truth.mjs`, after a build; a browser test asks anew and compares.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startLab } from "../../tests/web/support.mjs";
import { measureByEngine, STORED_MODEL } from "../../tests/web/truth-by-engine.mjs";
import { root } from "./places.mjs";

const lab = await startLab("cpu", { mounts: { "/@ready/": path.join(root, "www", "ready") } });
try {
  const measured = await measureByEngine(lab, "cpu");
  const weights = readFileSync(path.join(root, "www", "ready", STORED_MODEL));
  const stored = {
    date: new Date().toISOString().slice(0, 10),
    sha256: createHash("sha256").update(weights).digest("hex"),
    ...measured,
  };
  writeFileSync(path.join(root, "www", "ready", "measured.json"), `${JSON.stringify(stored)}\n`);
  console.log(`${measured.which.clicks.length} and ${measured.pointed.clicks.length} clicks`);
} finally {
  await lab.close();
}
