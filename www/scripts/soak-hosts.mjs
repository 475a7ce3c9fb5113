// Hosts that send files as something else, or from some folder: the page answers, trains, and comes back after a reload.
import assert from "node:assert/strict";
import { button } from "../../tests/web/ownFiles.mjs";
import { answersAClick, engineReady, startLab } from "../../tests/web/support.mjs";
import { pageInstead, typed, withHeaders } from "./bad-host.mjs";

const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** `noisy`: the browser writes to its console that something was refused, and the page goes on. */
export const HOSTS = [
  { what: "a folder of the host", base: "/lab/" },
  { what: "WebAssembly as a stream of bytes", spoil: typed(/\.wasm$/, "application/octet-stream") },
  { what: "no type for anything but scripts and pages", spoil: typed(/\.(?:wasm|json|safetensors|svg|png)$/, "") },
  {
    what: "a web page in place of the service worker",
    spoil: pageInstead(/\/(?:service-worker|kept-files|build-files)\.js$/),
    noisy: true,
  },
  { what: "an isolated origin that lets nothing be cached", spoil: withHeaders(/./, ISOLATED) },
];

async function visit({ base = "/", spoil = () => undefined, noisy = false, what }) {
  const lab = await startLab("cpu", { spoil });
  try {
    const { page, faults, close } = await lab.openPage({ base, query: "?panel=train" });
    await answersAClick(page);
    await button(page, "Step").click();
    await page
      .getByText(/Paused in epoch/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.reload();
    await engineReady(page);
    await answersAClick(page);
    const heard = noisy ? faults.filter((fault) => !fault.startsWith("console: ")) : faults;
    assert.deepEqual(heard, [], what);
    await close();
  } finally {
    await lab.close();
  }
}

export const hosts = {
  ...{ name: "hosts", title: "Hosts with wrong headers or sub-paths", full: HOSTS.length, most: HOSTS.length },
  async run({ count, tell }) {
    const chosen = HOSTS.slice(0, count);
    for (const [at, host] of chosen.entries()) {
      await visit(host);
      tell(at + 1);
    }
    return { count: chosen.length, numbers: chosen.map(({ what }) => ({ what, value: "works" })) };
  },
};
