import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ModelConfig, RunConfig } from "../engine.ts";
import type { DataSource } from "../worker/client";
import { fakeEngine, fakePage, settle } from "./fakeEngine";

const shop: Extract<DataSource, { kind: "synthetic" }> = {
  kind: "synthetic",
  config: { preset: "brand_loyal", seed: 212 },
};
const other: DataSource = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } };

/** A page whose engine knows every kind of model, and refuses what the test says. */
async function page() {
  vi.resetModules();
  const { configOf, KINDS, nameSystems } = await import("./fakeConfigs");
  const store = await fakePage();
  const state = await import("./current");
  const { notices } = await import("./notices");
  const { systems } = await import("./systems");
  const form = await import("./form");
  const file = await import("./configFile");
  const { WorkerFailure } = await import("../worker/client");
  nameSystems();
  const gate = { ...systems.value[0], id: "dif_sr-gate" };
  const named = [...systems.value, gate];
  systems.value = [];
  let refuses: (config: RunConfig) => string | null = () => null;
  const engine = fakeEngine({
    systems: () => named,
    defaultConfig: ({ system }) => {
      const kind = KINDS.find((one) => one === system.replace("-gate", ""));
      if (!kind) throw new WorkerFailure("no such system", { code: "unknown", message: "" });
      const config = configOf(kind, { epochs: store.source.value === shop ? 20 : 7 });
      return system === "dif_sr-gate" ? { ...config, model: { ...config.model, fusion: "gate" } } : config;
    },
    readConfig: ({ text }) => {
      const config: RunConfig = JSON.parse(text);
      const field = refuses(config);
      if (field !== null) throw new WorkerFailure("refused", { code: "config", field, found: "", expected: "" });
      return config;
    },
  });
  const begin = async () => {
    form.followForm();
    store.client.value = engine.client;
    store.open(shop);
    await settle();
  };
  const refuse = (when: typeof refuses) => {
    refuses = when;
  };
  const said = () => notices.value.flatMap((one) => (one.kind === "dropped" ? one.parts : []));
  const at = () => {
    const config = form.form.value;
    if (!config) throw new Error("no form");
    return config;
  };
  return { ...form, ...file, ...state, store, configOf, begin, refuse, said, at };
}

describe("the settings of the next run", () => {
  let it: Awaited<ReturnType<typeof page>>;
  beforeEach(async () => {
    it = await page();
  });

  const withEpochs = (config: RunConfig, epochs: number): RunConfig => ({
    ...config,
    training: { ...config.training, epochs },
  });

  test("are the defaults of the data, and what is set of them is in the state as differences", async () => {
    await it.begin();
    expect(it.at()).toEqual(it.configOf("dif_sr"));
    it.setForm(withEpochs(it.at(), 30));
    expect(it.current.form.value).toEqual({ system: "dif_sr", changes: { "training.epochs": 30 } });
    expect(it.at().training.epochs).toBe(30);
    it.resetForm();
    expect(it.current.form.value).toEqual({ system: "dif_sr", changes: {} });
  });

  test("survive a change of data, on its own defaults", async () => {
    await it.begin();
    it.setForm({ ...it.at(), training: { ...it.at().training, seed: 9 } });
    it.store.open(other);
    expect(it.form.value).toBeNull();
    await settle();
    expect(it.at().training).toMatchObject({ seed: 9, epochs: 7 });
  });

  test("another model comes with its own defaults and what the visitor set", async () => {
    await it.begin();
    it.setForm({ ...it.at(), training: { ...it.at().training, seed: 9 } });
    await it.chooseSystem("sasrec");
    expect(it.at()).toEqual(it.configOf("sasrec", { seed: 9 }));
    expect(it.formSystem.value?.id).toBe("sasrec");
    expect(it.defaultForm.value).toEqual(it.configOf("sasrec"));
  });

  test("a fusion that is a system of its own is measured against that system's defaults", async () => {
    await it.begin();
    it.setForm({ ...it.at(), model: { ...it.at().model, fusion: "gate" } as ModelConfig });
    expect(it.formSystem.value?.id).toBe("dif_sr-gate");
    await settle();
    expect(it.defaultForm.value?.model).toMatchObject({ fusion: "gate" });
    it.setForm(withEpochs(it.at(), 3));
    expect(it.current.form.value).toEqual({ system: "dif_sr-gate", changes: { "training.epochs": 3 } });
  });

  test("come from a link, system and all", async () => {
    const wanted = { system: "sasrec", changes: { "training.epochs": 5, "model.n_heads": 2 } };
    it.set({ form: wanted });
    await it.begin();
    expect(it.at()).toMatchObject({ model: { kind: "sasrec", n_heads: 2 }, training: { epochs: 5 } });
    expect(it.current.form.value).toEqual(wanted);
    expect(it.said()).toEqual([]);
  });

  test("what a link names that is no setting is left alone and named", async () => {
    it.set({
      form: { system: "dif_sr", changes: { "training.epochs": 5, "training.nonsense": 1, "model.fusion": 7 } },
    });
    await it.begin();
    expect(it.current.form.value).toEqual({ system: "dif_sr", changes: { "training.epochs": 5 } });
    expect(it.said()).toEqual(["set=training.nonsense:1", "set=model.fusion:7"]);
  });

  test("what the engine refuses of a link is left alone and named, and nothing else", async () => {
    it.refuse(({ training }) => (training.epochs < 1 ? "epochs" : training.seed < 0 ? "training.seed" : null));
    const changes = { "training.epochs": -5, "training.seed": -1, "training.eval_every": 2 };
    it.set({ form: { system: "dif_sr", changes } });
    await it.begin();
    expect(it.current.form.value.changes).toEqual({ "training.eval_every": 2 });
    expect(it.said()).toEqual(["set=training.epochs:-5", "set=training.seed:-1"]);
  });

  test("a refusal that names no setting is found by trying them one by one", async () => {
    it.refuse(({ training }) => (training.seed < 0 ? "configuration" : null));
    it.set({ form: { system: "dif_sr", changes: { "training.epochs": 5, "training.seed": -1 } } });
    await it.begin();
    expect(it.current.form.value.changes).toEqual({ "training.epochs": 5 });
    expect(it.said()).toEqual(["set=training.seed:-1"]);
  });

  test("settings that are only refused together are left out together", async () => {
    it.refuse(({ training }) => (training.epochs === 5 && training.seed === 1 ? "configuration" : null));
    it.set({ form: { system: "dif_sr", changes: { "training.epochs": 5, "training.seed": 1 } } });
    await it.begin();
    expect(it.current.form.value.changes).toEqual({});
    expect(it.said()).toEqual(["set=training.epochs:5", "set=training.seed:1"]);
  });

  test("a word that is none of a setting's is left out", async () => {
    it.refuse(({ model }) => ("fusion" in model && String(model.fusion) === "banana" ? "configuration" : null));
    it.set({ form: { system: "dif_sr", changes: { "model.fusion": "banana" } } });
    await it.begin();
    expect(it.at()).toEqual(it.configOf("dif_sr"));
    expect(it.said()).toEqual(["set=model.fusion:banana"]);
  });

  for (const system of ["banana", "constructor", "__proto__"]) {
    test(`a system that does not exist gives way to the first, with the settings that fit it: ${system}`, async () => {
      it.set({ form: { system, changes: { "training.epochs": 5 } } });
      await it.begin();
      await settle();
      expect(it.current.form.value).toEqual({ system: "dif_sr", changes: { "training.epochs": 5 } });
      expect(it.said()).toEqual([`train=${system}`]);
    });
  }

  test("a link's settings wait for the data that the link names", async () => {
    it.set({ data: { kind: "shop", config: { preset: "department_chains", seed: 1 } } });
    it.set({ form: { system: "dif_sr", changes: { "model.nonsense": 1 } } });
    await it.begin();
    expect(it.said(), "the shop that is open is not the one that is meant").toEqual([]);
    it.store.open(other);
    await settle();
    expect(it.said()).toEqual(["set=model.nonsense:1"]);
  });

  test("a file becomes differences, and one that the engine refuses changes nothing", async () => {
    await it.begin();
    const config = it.configOf("caser", { seed: 5 });
    await it.openConfig(JSON.stringify(config));
    expect(it.current.form.value).toEqual({ system: "caser", changes: { "training.seed": 5 } });
    expect(it.configFailure.value).toBeNull();
    it.refuse(() => "training.epochs");
    await it.openConfig(JSON.stringify(withEpochs(config, 0)));
    expect(it.configFailure.value?.detail).toMatchObject({ code: "config", field: "training.epochs" });
    expect(it.current.form.value.changes).toEqual({ "training.seed": 5 });
    it.store.open(other);
    expect(it.configFailure.value, "what was refused was refused on other data").toBeNull();
  });
});
