import { describe, expect, test } from "vitest";
import generator from "../../../src/data/synthetic.rs?raw";
import { PRESETS, RULES, SHOP_SESSIONS } from "../../state/dataKey";
import { SHOP_TITLES } from "../../state/modelFit";
import { PRESET_WEIGHTS, shares } from "./presets";

const camel = (name: string) => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

describe("the shops on the cards", () => {
  test("their mixes are those of the generator", () => {
    for (const id of PRESETS) {
      const body = generator.match(new RegExp(`Self::${camel(id)} =>[^}]*ProcessWeights \\{([^}]*)\\}`))?.[1] ?? "";
      for (const rule of RULES)
        expect(Number(body.match(new RegExp(`${rule}: ([\\d.]+)`))?.[1]), `${id} ${rule}`).toBe(
          PRESET_WEIGHTS[id][rule],
        );
    }
  });

  test("their names in a model's file are the generator's", () => {
    for (const id of PRESETS) expect(generator).toContain(`Self::${camel(id)} => "${SHOP_TITLES[id]}"`);
  });

  test("the range of sessions is the generator's", () => {
    const [, least, most] = generator.match(/SESSIONS: [^=]*= ([\d_]+)\.\.=([\d_]+)/) ?? [];
    expect([Number(least?.replaceAll("_", "")), Number(most?.replaceAll("_", ""))]).toEqual([
      SHOP_SESSIONS.least,
      SHOP_SESSIONS.most,
    ]);
  });

  test("shares add up to one, and all zero is no mix", () => {
    const mixed = shares({ chain: 2, brand: 1, price: 0, transition: 0, noise: 1 });
    expect(mixed?.chain).toBe(0.5);
    expect(shares({ chain: 0, brand: 0, price: 0, transition: 0, noise: 0 })).toBeNull();
  });
});
