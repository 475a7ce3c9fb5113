import { describe, expect, it } from "vitest";
import { configOf, KINDS, nameSystems } from "./fakeConfigs";
import { FURTHER, SIMPLE } from "./knobs";
import { nearestPreset, PRESETS, type PresetId, presetConfig, presetsFor } from "./runPresets";

nameSystems();
const knobs = [...SIMPLE, ...FURTHER];

function own(id: PresetId, kind: Parameters<typeof configOf>[0] = "dif_sr", seed = 212) {
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(id);
  return presetConfig(preset, configOf(kind), seed);
}

describe("presets", () => {
  it("name settings that there are, and keep to their ranges in every system", () => {
    for (const { settings } of PRESETS)
      for (const id of Object.keys(settings)) expect(knobs.map((knob) => knob.id)).toContain(id);
    for (const kind of KINDS) {
      for (const preset of presetsFor(configOf(kind))) {
        const config = presetConfig(preset, configOf(kind), 1);
        for (const knob of knobs) {
          const value = knob.read(config);
          if (knob.kind !== "number" || typeof value !== "number") continue;
          const { least, most } = knob.limits(config);
          expect(value >= least && value <= most, `${kind} ${preset.id} ${knob.id}: ${value}`).toBe(true);
        }
      }
    }
  });

  it("keep the visitor's seed, and the defaults of what they do not name", () => {
    const quick = own("quick", "dif_sr", 7);
    expect(quick.training).toEqual({ ...configOf("dif_sr").training, seed: 7, epochs: 5, eval_sessions: 200 });
    expect(quick.model).toEqual(configOf("dif_sr").model);
    expect(own("lecture")).toEqual(configOf("dif_sr"));
  });

  it("leave out what a system cannot have", () => {
    expect(own("published", "bert4rec").training.targets).toBe("cloze");
    expect(own("published").training.targets).toBe("prefix");
    expect(presetsFor(configOf("gru4rec")).map(({ id }) => id)).toEqual(["quick", "lecture"]);
  });
});

describe("the nearest preset", () => {
  const defaults = configOf("dif_sr");
  const near = (config: typeof defaults) => {
    const { id, isEqual } = nearestPreset(config, defaults);
    return [id, isEqual];
  };

  it("is the one that the settings are, whatever the seed", () => {
    for (const { id } of PRESETS) expect(near(own(id, "dif_sr", 5))).toEqual([id, true]);
  });

  it("is the one from which the fewest settings differ, and gives what to go back to", () => {
    const quick = own("quick");
    const changed = { ...quick, training: { ...quick.training, train_batch_size: 8 } };
    expect(near(changed)).toEqual(["quick", false]);
    expect(nearestPreset(changed, defaults).config.training).toMatchObject({ train_batch_size: 64, epochs: 5 });
  });

  it("is the defaults where two are as near", () => {
    expect(near({ ...defaults, training: { ...defaults.training, epochs: 5 } })).toEqual(["lecture", false]);
  });
});
