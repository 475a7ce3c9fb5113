// A run and a model as files: a run that was saved goes on elsewhere to the same end, one of the command line opens here, a model leaves
// for PyTorch as the command line writes it, and what is none of these is refused and replaces nothing.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { button } from "./ownFiles.mjs";
import { STILL, startLab } from "./support.mjs";

const exchange = (name) => readFileSync(new URL(`../exchange/${name}`, import.meta.url));
const { shop, config, losses, pytorch } = JSON.parse(exchange("exchange.json"));

let lab;
before(async () => {
  lab = await startLab("cpu", { mounts: { "/@exchange/": new URL("../exchange", import.meta.url).pathname } });
});
after(() => lab.close());

const QUERY = "?panel=train&epochs=8";
const finished = (page) =>
  page
    .getByText(/^Finished: 8 epochs/)
    .first()
    .waitFor({ timeout: 180_000 });

const drop = (page, name, bytes) =>
  page.evaluate(
    ([given, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], given));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
    },
    [name, bytes.toString("base64")],
  );

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The model that a run ended with. */
async function endOf(page) {
  await page.getByRole("button", { name: /^Answered by: / }).click();
  return (await saved(page, () => page.getByRole("button", { name: "Save this model" }).click())).bytes;
}

/** Plays into the third epoch, and rests. */
async function trainABit(page) {
  await button(page, "Play").click();
  await page.waitForFunction(
    () => Number(/(\d+) \/ \d+/.exec(document.querySelector(".run-facts")?.innerText)?.[1]) >= 3,
  );
  await button(page, "Pause").first().click();
  await button(page, "Play").first().waitFor();
}

const dialogOf = (page) => page.getByRole("dialog", { name: "Go on with this run?" });

/** Tensors of a safetensors file by name, and its metadata. */
function contentOf(bytes) {
  const length = Number(bytes.readBigUInt64LE());
  const { __metadata__: metadata, ...entries } = JSON.parse(bytes.subarray(8, 8 + length).toString());
  const data = bytes.subarray(8 + length);
  const tensors = Object.entries(entries).map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => [name, { dtype, shape, data: data.subarray(from, to).toString("base64") }],
  );
  return { metadata, tensors: Object.fromEntries(tensors) };
}

describe("a run that was saved as a file", () => {
  let file;
  let end;

  test("is the same before a reload and after it", { timeout: 240_000 }, async () => {
    const { page, assertClean, close } = await lab.openPage({ query: QUERY });
    await trainABit(page);
    file = await saved(page, () => button(page.locator("#train"), "Save this run").click());
    assert.match(file.name, /^dif_sr-step-\d+\.run\.safetensors$/);
    await page.reload();
    const bar = page.locator(".run-bar");
    await bar.getByText(/^Continue from step/).waitFor();
    const again = await saved(page, () => bar.getByRole("button", { name: "Save this run" }).click());
    assert.equal(again.name, file.name);
    assert.ok(again.bytes.equals(file.bytes));
    await bar.getByRole("button", { name: "Continue", exact: true }).click();
    await finished(page);
    end = await endOf(page);
    assertClean();
    await close();
  });

  test("goes on in another browser to the same end, bit for bit", { timeout: 240_000 }, async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    await drop(page, file.name, file.bytes);
    const dialog = dialogOf(page);
    await dialog.getByRole("heading", { name: "DIF-SR" }).waitFor();
    await dialog.getByText(/^step [\d,]+, epoch \d of 8$/).waitFor();
    await dialog.getByText(/^NDCG@10 \.\d+, epoch \d$/).waitFor();
    assert.equal(await page.locator(".run-bar").count(), 0, "nothing trains yet");
    await dialog.getByRole("button", { name: "Continue" }).click();
    await finished(page);
    assert.deepEqual(contentOf(await endOf(page)).tensors, contentOf(end).tensors);
    assertClean();
    await close();
  });

  test("is refused where it is damaged, and where other data is open; the run on screen stays", async () => {
    const { page, close } = await lab.openPage({ query: `${QUERY}&data=department_chains` });
    await trainABit(page);
    const facts = () => page.locator(".run-facts").innerText();
    const now = await facts();
    const dialog = dialogOf(page);
    for (const [bytes, why] of [
      [file.bytes.subarray(0, file.bytes.length >> 1), /cannot go on here\..*safetensors file saved by this program/],
      [
        file.bytes,
        /cannot go on here\..*Shop: brand loyal with the fingerprint [0-9a-f]{16}.*open the data of the run before the run\..*Nothing has changed\./,
      ],
    ]) {
      await drop(page, "mine.safetensors", bytes);
      await dialog.getByText(why).waitFor();
      assert.equal(await dialog.getByRole("button", { name: "Continue" }).count(), 0);
      await dialog.getByRole("button", { name: "Close" }).last().click();
    }
    assert.equal(await facts(), now);
    await button(page, "Play").first().waitFor();
    await close();
  });
});

describe("a run of the command line", () => {
  const query = `?data=${shop.preset}&seed=${shop.seed}&sessions=${shop.sessions}`;

  test("is told where it stands, takes the place of a run on screen that it says it does, and goes on", {
    timeout: 240_000,
  }, async () => {
    const { page, assertClean, close } = await lab.openPage({ ...STILL, query: `${query}&panel=train&epochs=8` });
    await button(page, "Step").click();
    await page
      .getByText(/^Paused/)
      .first()
      .waitFor();
    await drop(page, "last.safetensors", exchange("native.run.safetensors"));
    const dialog = dialogOf(page);
    await dialog.getByRole("heading", { name: "SASRec" }).waitFor();
    await dialog.getByText(/^It takes the place of the run on screen/).waitFor();
    await dialog.getByText("Shop: brand loyal").waitFor();
    await dialog.getByRole("button", { name: "Continue" }).click();
    await page
      .getByText(/^Finished: \d+ epochs?/)
      .first()
      .waitFor({ timeout: 180_000 });
    assertClean();
    await close();
  });

  test("takes the same steps here as there, as far as sums of another order are the same", async () => {
    const { page, call } = await lab.openLab();
    await call("cpu", "open_synthetic", JSON.stringify(shop));
    await call("cpu", "go_on", { url: "/@exchange/native.run.safetensors" });
    const found = [];
    while (found.length < losses.native.length) {
      const { value } = await call("cpu", "train_steps", losses.native.length - found.length);
      found.push(...value.map(({ total }) => total));
    }
    for (const [at, loss] of found.entries()) {
      assert.ok(Math.abs(loss - losses.native[at]) < 1e-4, `step ${at + 1}: ${loss}, natively ${losses.native[at]}`);
    }
    await page.close();
  });
});

describe("a run of the page", () => {
  test("is still the file that goes on natively in tests/suite/exchange.rs, byte for byte", async () => {
    const { page, call } = await lab.openLab();
    const { name } = (await call("cpu", "open_synthetic", JSON.stringify(shop))).value;
    const given = { config, data: { name, synthetic: shop }, more: 5, next: 20 };
    const { file, losses: next } = (await call("cpu", "page_run", given)).value;
    await page.close();
    const bytes = Buffer.from(file, "base64");
    if (process.env.RECORD) record(bytes, next);
    assert.ok(bytes.equals(exchange("page.run.safetensors")), "RECORD=1 writes it anew");
    assert.deepEqual(next, losses.page);
  });
});

describe("a model for PyTorch", () => {
  test("is the file that the command line writes, with the code that reads it", async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await page.getByRole("button", { name: "Save for PyTorch" }).click();
    const dialog = page.getByRole("dialog", { name: "For PyTorch" });
    await dialog.getByText(/its class SASRecD\.$/).waitFor();
    const code = await dialog.locator("pre").innerText();
    for (const line of ["def load(path):", 'state = load("dif_sr.pytorch.safetensors")'])
      assert.ok(code.includes(line));
    const { name, bytes } = await saved(page, () => dialog.getByRole("button", { name: /^Save the file, / }).click());
    assert.equal(name, "dif_sr.pytorch.safetensors");
    assert.equal(fingerprint(bytes), pytorch.dif_sr, "the bytes of the command line");
    const { metadata, tensors } = contentOf(bytes);
    assert.equal(JSON.parse(metadata.dif_sr_export).config.model.kind, "dif_sr");
    assert.ok(tensors["trm_encoder.layer.0.multi_head_attention.query_p.weight"]);
    assertClean();
    await close();
  });

  test("is not offered where no released code fits, which is said", async () => {
    const { page, assertClean, close } = await lab.openPage(STILL);
    await page.getByRole("button", { name: /^Answered by: / }).click();
    await page.getByRole("radio", { name: /^Caser/ }).check();
    await page.getByText("Not for PyTorch: no released code has names that fit this model.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Save for PyTorch" }).count(), 0);
    await page.getByRole("radio", { name: /^GRU4Rec(?!F)/ }).check();
    await page.getByRole("button", { name: "Save for PyTorch" }).waitFor();
    assertClean();
    await close();
  });
});

function record(bytes, page) {
  const place = (name) => new URL(`../exchange/${name}`, import.meta.url);
  writeFileSync(place("page.run.safetensors"), bytes);
  const all = JSON.parse(readFileSync(place("exchange.json"), "utf8"));
  writeFileSync(place("exchange.json"), `${JSON.stringify({ ...all, losses: { ...all.losses, page } }, null, 2)}\n`);
}

/** `fingerprint` of src/rng.rs, over bytes. */
function fingerprint(bytes) {
  const wrap = (number) => BigInt.asUintN(64, number);
  const mix = (word) => {
    const first = wrap((word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n);
    const second = wrap((first ^ (first >> 27n)) * 0x94d049bb133111ebn);
    return second ^ (second >> 31n);
  };
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = mix(wrap(hash + BigInt(byte) + 0x9e3779b97f4a7c15n));
  return hash.toString(16).padStart(16, "0");
}
