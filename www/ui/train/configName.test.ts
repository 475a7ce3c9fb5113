import { beforeAll, describe, expect, test } from "vitest";
import { loadWords, useLanguage } from "../../content";
import type { ModelConfig } from "../../engine.ts";
import { configOf, KINDS, MODELS } from "../../state/fakeConfigs";
import { knobsOf } from "../../state/knobs";
import { systems } from "../../state/systems";
import { configName } from "./configName";

beforeAll(async () => {
  await useLanguage("en");
  await loadWords(["train"]);
  systems.value = KINDS.map((kind) => ({
    id: kind,
    kind,
    name: kind.toUpperCase().replaceAll("_", "-"),
    enters: [],
    citation: "",
    attention: true,
    targets: ["prefix"],
    refusal: null,
  }));
});

/** Every fusion that the settings offer for a kind of model. */
function fusionsOf(kind: ModelConfig["kind"]): readonly string[] {
  const { row, others } = knobsOf(configOf(kind));
  const fusion = [...row, ...others].find(({ id }) => id === "fusion");
  return fusion?.kind === "choice" ? fusion.values(configOf(kind)) : [];
}

describe("a run that is no system of its own", () => {
  test.each(KINDS)("%s: is named in words, whatever its fusion", (kind) => {
    const fusions = "fusion" in MODELS[kind] ? fusionsOf(kind) : [""];
    expect(fusions.length).toBeGreaterThan(0);
    for (const fusion of fusions) {
      const model = { ...MODELS[kind], ...(fusion === "" ? {} : { fusion }) } as ModelConfig;
      const name = configName({ ...configOf(kind), model });
      expect(name).not.toMatch(/_/);
      expect(name).toContain(kind.toUpperCase().replaceAll("_", "-"));
      if (fusion !== "") expect(name).toContain(", ");
    }
  });
});
