// A browser whose room for the page is used up: what is made meanwhile stays for the visit, what was kept before stays kept.
import assert from "node:assert/strict";
import { finished } from "../../tests/web/brokenOff.mjs";
import { button } from "../../tests/web/ownFiles.mjs";
import { engineReady } from "../../tests/web/support.mjs";
import { assertKept, keepSome, keptOf } from "./soak-kept.mjs";
import { inLab, restLater } from "./soak-lab.mjs";

/**
 * From `fillDisk` on, all that the page keeps anything in refuses to write as it does where the quota is used up. Chromium's own switch for
 * that (Storage.overrideQuotaForOrigin) holds caches alone: offline.test.mjs uses it.
 */
function refuseWhenFull() {
  const full = () => new DOMException("The quota has been exceeded.", "QuotaExceededError");
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    // As browsers do: the request succeeds, and the transaction is given up before its end.
    if (globalThis.diskIsFull) {
      const { transaction } = this;
      Object.defineProperty(transaction, "error", { value: full(), configurable: true });
      request.addEventListener("success", () => transaction.abort());
    }
    return request;
  };
  for (const [of, name] of [
    [Storage, "setItem"],
    [Cache, "put"],
  ]) {
    const write = of.prototype[name];
    of.prototype[name] = function (...given) {
      if (!globalThis.diskIsFull) return write.apply(this, given);
      if (of === Storage) throw full();
      return Promise.reject(full());
    };
  }
}

const fillDisk = (page) =>
  page.evaluate(() => {
    globalThis.diskIsFull = true;
  });

async function runOutOfRoom(lab, { count, tell }) {
  const query = "?panel=train&set=training.epochs:1";
  const { page, assertClean, close } = await lab.openPage({
    query,
    before: (fresh) => fresh.addInitScript(refuseWhenFull),
  });
  const before = await keepSome(page);
  const href = page.url();
  for (let time = 1; time <= count; time++) {
    await page.goto(new URL(query, href).href);
    await engineReady(page);
    await fillDisk(page);
    await button(page, "Play").first().click();
    await finished(page);
    // The run is here, and the page says that it will not be after a reload.
    await page
      .getByText(/This device has no room left for this page: the newest results are gone after a reload\./)
      .first()
      .waitFor();
    assert.equal(await page.locator(".run-history .run-draw").count(), 2, "the runs of before and of now are listed");
    assert.deepEqual(Object.keys(await keptOf(page)).sort(), Object.keys(before).sort(), "nothing new is kept");
    await page.reload();
    await engineReady(page);
    await assertKept(page, before);
    tell(time);
  }
  // With room again, what is made is kept again.
  await page.goto(new URL("?panel=train&set=training.epochs:40,training.stopping_step:0", href).href);
  await button(page, "Play").first().click();
  await button(page, "Pause").first().waitFor();
  await restLater(page, 0);
  const things = await assertKept(page, before);
  assertClean();
  await close();
  return { count, numbers: [{ what: "things kept before and there after", value: things }] };
}

export const quota = {
  ...{ name: "quota", title: "Quota failures", full: 5 },
  run: inLab("cpu", runOutOfRoom),
};
