// The package on hosts good and bad, in browsers old and new, in a worker, in the page's own thread and from another origin.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { missing, pageInstead, typed } from "../../www/scripts/bad-host.mjs";
import { fromReadme, SITE, startSite } from "./package-site.mjs";
import { startLab } from "./support.mjs";

const ENGINE = /\/engine_bg\.wasm$/;
const WORKER = /\/engine\.worker\.js$/;
const MODEL = /\.safetensors$/;
const honest = () => undefined;

let site;
let spoil = honest;
before(async () => {
  site = await startSite({ spoil: (...asked) => spoil(...asked) });
});
after(() => site?.close());
afterEach(() => {
  spoil = honest;
});

const OPEN = `const { LabFailure, modelUrl, openLab } = await import("./dif-sr-lab/index.js");`;
const PREDICT = `${OPEN} const lab = await openLab(); return (await lab.predict([2, 14, 50])).top;`;

/** The failure of a script that must fail, as one of the package's own. */
async function failureOf(script, options) {
  const { value, failure } = await site.resultOf(`${OPEN} ${script}`, options);
  assert.equal(value, undefined);
  assert.equal(failure.name, "LabFailure");
  return failure;
}

/** Engines that were fetched during `work`, and what it came to. */
async function fetching(work) {
  site.lab.traffic.length = 0;
  const result = await work();
  const engines = site.lab.traffic.map(({ path }) => path).filter((path) => ENGINE.test(path));
  return { ...result, engines: engines.map((path) => path.slice(`${SITE}dif-sr-lab/`.length)) };
}

describe("a file of the package that does not come is said in a sentence, with its address", () => {
  for (const [what, host, code, words] of [
    [
      "a model that is missing",
      missing(MODEL),
      "not_found",
      /dif_sr\.safetensors is not there: the server answered 404\./,
    ],
    [
      "an engine that is missing",
      missing(ENGINE),
      "not_found",
      /engine_bg\.wasm is not there: the server answered 404\./,
    ],
    [
      "a worker that is missing",
      missing(WORKER),
      "not_found",
      /engine\.worker\.js is not there: the server answered 404\./,
    ],
    [
      "a web page in the engine's place",
      pageInstead(ENGINE),
      "not_the_file",
      /sent a web page in place of \S+engine_bg\.wasm, which/,
    ],
    [
      "a web page in the worker's place",
      pageInstead(WORKER),
      "not_the_file",
      /sent a web page in place of \S+worker\.js, which/,
    ],
    [
      "a worker of another type",
      typed(WORKER, "text/plain"),
      "wrong_type",
      /sends \S+worker\.js as text\/plain; .* text\/javascript only/,
    ],
    ["a worker of no type", typed(WORKER, ""), "wrong_type", /sends \S+worker\.js as no type at all/],
  ])
    test(what, async () => {
      spoil = host;
      const { message, detail } = await failureOf("await openLab();");
      assert.equal(detail.code, code);
      assert.match(message, words);
      assert.ok(detail.address.startsWith(`${site.lab.origin}${SITE}dif-sr-lab/`), detail.address);
    });

  test("a page whose policy forbids workers", async () => {
    const head = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'" />`;
    const { message, detail } = await failureOf("await openLab();", { head });
    assert.equal(detail.code, "worker_refused");
    assert.match(message, /content security policy may forbid it/);
  });

  test("WebAssembly of another type is taken all the same", async () => {
    const { value } = await site.resultOf(PREDICT);
    for (const type of ["text/plain", ""]) {
      spoil = typed(ENGINE, type);
      assert.deepEqual((await site.resultOf(PREDICT)).value, value);
    }
  });
});

describe("what cannot be opened or asked is refused by code", () => {
  test("a shop that is none, by the names of those that are", async () => {
    const { message, detail } = await failureOf(`await openLab({ shop: "corner" });`);
    assert.equal(detail.code, "config");
    assert.match(message, /corner.*brand_loyal/);
  });

  test("a model that a shop does not have", async () => {
    const { detail } = await failureOf(`await openLab({ shop: "department_chains", model: "caser" });`);
    assert.equal(detail.code, "not_found");
  });

  test("a model that was trained on another shop", async () => {
    const { message, detail } = await failureOf(
      `await openLab({ shop: "brand_loyal", model: modelUrl("department_chains", "dif_sr") });`,
    );
    assert.equal(detail.code, "other_data");
    assert.match(message, /trained on Shop: department chains, not on Shop: brand loyal/);
  });

  test("an item that is none, a lab without a model, a question that was called off, a lab that was closed", async () => {
    for (const [script, code] of [
      ["const lab = await openLab(); await lab.predict([100000]);", "config"],
      ["const lab = await openLab({ model: null }); await lab.predict([1]);", "not_ready"],
      ["const lab = await openLab(); await lab.predict([1], { signal: AbortSignal.abort() });", "aborted"],
      ["const lab = await openLab(); const late = lab.predict([1]); lab.close(); await late;", "closed"],
      ["const lab = await openLab(); lab.close(); await lab.explain([1]);", "closed"],
    ])
      assert.equal((await failureOf(script)).detail.code, code, script);
  });
});

describe("the engine", () => {
  /** As in a browser that refuses the one probe which ends in the opcode of f32x4.relaxed_madd. */
  const withoutRelaxed = (page) =>
    page.addInitScript(() => {
      const validate = WebAssembly.validate;
      WebAssembly.validate = (bytes) => bytes.at(-2) !== 2 && validate(bytes);
    });

  test("is the faster of two where the browser runs it, and both answer alike", async () => {
    const faster = await fetching(() => site.resultOf(PREDICT));
    const other = await fetching(() => site.resultOf(PREDICT, { before: withoutRelaxed }));
    assert.deepEqual([faster.engines, other.engines], [["cpu-relaxed/engine_bg.wasm"], ["cpu/engine_bg.wasm"]]);
    assert.deepEqual(
      other.value.map(({ item }) => item),
      faster.value.map(({ item }) => item),
    );
  });

  test("is said to run in no browser without SIMD, and nothing is fetched for it", async () => {
    const old = (page) =>
      page.addInitScript(() => {
        WebAssembly.validate = () => false;
      });
    const { failure, engines } = await fetching(() => site.resultOf(PREDICT, { before: old }));
    assert.equal(failure.detail.code, "no_simd");
    assert.match(failure.message, /no WebAssembly SIMD, which the engine needs: Chrome 91/);
    assert.deepEqual(engines, []);
  });

  test("is fetched once for two labs, and tells how much of it has come", async () => {
    const script = `${OPEN}
      const heard = [];
      const [one, other] = await Promise.all([
        openLab({ shop: "department_chains", onProgress: (bytes) => heard.push(bytes) }),
        openLab({ shop: "side_information_useless", model: "gru4rec" }),
      ]);
      return { names: [one.data.name, other.model.system.name], heard };`;
    const { value, engines } = await fetching(() => site.resultOf(script));
    assert.deepEqual(value.names, ["Shop: department chains", "GRU4Rec"]);
    assert.equal(engines.length, 1);
    assert.ok(value.heard.at(-1) > 3_000_000, value.heard.join());
  });

  test("comes from another origin, worker and all, whose host allows it", async () => {
    spoil = async (_, answer) => {
      const { headers, ...others } = await answer();
      return { ...others, headers: { ...headers, "access-control-allow-origin": "*" } };
    };
    const there = site.lab.origin.replace("localhost", "127.0.0.1");
    const elsewhere = PREDICT.replace("./dif-sr-lab/", `${there}${SITE}dif-sr-lab/`);
    assert.deepEqual((await site.resultOf(elsewhere)).value, (await site.resultOf(PREDICT)).value);
  });

  test("answers in the page's own thread what it answers in a worker", async () => {
    const script = `
      const { modelUrl, openCpu } = await import("./dif-sr-lab/cpu.js");
      const engine = await openCpu();
      engine.open_synthetic(JSON.stringify({ preset: "brand_loyal", seed: 212 }));
      const weights = await (await fetch(modelUrl("brand_loyal", "dif_sr"))).arrayBuffer();
      await engine.load_model(new Uint8Array(weights));
      return (await engine.predict("main", [2, 14, 50], 10, false, [])).top;`;
    assert.deepEqual((await site.resultOf(script)).value, (await site.resultOf(PREDICT)).value);
  });

  test("on WebGPU is refused where there is no adapter, and opens where there is one", async (t) => {
    const script = `
      const { openGpu } = await import("./dif-sr-lab/gpu.js");
      const [one, same] = await Promise.all([openGpu(), openGpu()]);
      return { kind: one.device().kind, isOne: one === same };`;
    const { failure } = await site.resultOf(script);
    assert.equal(failure.detail.code, "no_adapter");
    const gpu = await startLab("gpu", { mounts: site.mounts });
    t.after(() => gpu.close());
    assert.deepEqual((await site.resultOf(script, { lab: gpu })).value, { kind: "webgpu", isOne: true });
  });

  test("trains in the worker of the README, and a lab answers with what came of it", { timeout: 300_000 }, async () => {
    site.write("trainer.js", fromReadme(site.home, "js trainer.js"));
    const script = `${OPEN}
      const trainer = new Worker("trainer.js", { type: "module" });
      const losses = [];
      const { metrics, bytes } = await new Promise((resolve, reject) => {
        trainer.onerror = reject;
        trainer.onmessage = ({ data }) => (data.bytes ? resolve(data) : losses.push(data.loss));
      });
      const lab = await openLab({ model: null });
      const { trained } = await lab.ask("loadModel", { bytes, slot: "main" });
      const { top } = await lab.predict([2, 14, 50]);
      return { losses, trained, sessions: metrics.sessions, top: top.length };`;
    const { value } = await site.resultOf(script);
    assert.ok(value.losses.at(-1) < 0.9 * value.losses[0], value.losses.join());
    assert.equal(value.trained.epochs, 3);
    assert.deepEqual([value.sessions, value.top], [1000, 10]);
  });
});
