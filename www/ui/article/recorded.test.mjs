// What was recorded for the article bears out what its sentences claim.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { article } from "../../content/en/article.ts";
import { areApart, standing } from "../../state/compareStats.ts";
import { RESULTS } from "../common/paperResults.ts";

const root = path.join(path.dirname(new URL(import.meta.url).pathname), "..", "..", "..");
const read = (...parts) => readFileSync(path.join(root, ...parts), "utf8");
const { seeds, useless, values, date } = JSON.parse(read("www", "ready", "article.json"));
const value = (name) => values[name].value;

describe("the numbers of the article", () => {
  it("are all there: recorded, or in the paper's table", () => {
    const text = Object.values(article.sections)
      .flatMap((section) => section.text)
      .join(" ");
    const asked = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
    expect(asked.filter((name) => !(name in values) && !name.startsWith("paper_"))).toEqual([]);
    expect(Object.keys(values).filter((name) => !asked.includes(name))).toEqual([]);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("say where ranks stop, and that the fair case is full", () => {
    expect(value("rank_e")).toBe(value("d_h"));
    expect(
      value("widths_sum")
        .split(" + ")
        .reduce((sum, one) => sum + Number(one), 0),
    ).toBe(value("rank_d"));
    expect(value("rank_short")).toBe(value("n_short"));
    expect(value("n_long")).toBeGreaterThan(value("rank_d"));
  });

  it("say that early fusion tells its sources one thing", () => {
    expect(value("cos_add")).toBeCloseTo(1, 9);
    expect(Math.abs(value("cos_cat"))).toBeLessThan(0.1);
    expect(value("res_cat")).toBeLessThan(0.005);
    expect(value("res_dif")).toBeGreaterThan(0.1);
  });

  it("put decoupled fusion ahead with every seed, told apart by the page's own rule", () => {
    expect(seeds).toHaveLength(value("seeds"));
    for (const { seed, decoupled, early } of seeds) expect(standing(decoupled, early), seed).toBe("above");
    const mean = (of) => seeds.reduce((sum, one) => sum + one[of].value, 0) / seeds.length;
    expect(value("ndcg_dif")).toBeCloseTo(mean("decoupled"), 9);
    expect(value("ndcg_early")).toBeCloseTo(mean("early"), 9);
  });

  it("leave it level where attributes say nothing, as the models that come with the shop are", () => {
    expect(areApart(useless.decoupled, useless.none)).toBe(false);
    expect(useless.counts.value).toBeGreaterThan(Math.max(useless.decoupled.value, useless.none.value));
    const { systems } = JSON.parse(read("www", "ready", "side_information_useless", "index.json"));
    const shipped = (id) => {
      const { k, ndcg } = systems.find((one) => one.id === id).test.kept;
      return ndcg[k.indexOf(10)];
    };
    expect([value("useless_dif"), value("useless_none")]).toEqual([shipped("dif_sr"), shipped("sasrec")]);
    expect(value("useless_counts")).toBe(useless.counts.value);
  });

  it("hold explanations to what they are said to be good for", () => {
    expect(value("part_onebrand")).toBeGreaterThan(0.5);
    expect(value("p_onebrand")).toBeCloseTo(value("p_onebrand_off"), 4);
    expect(value("q1_loo")).toBeGreaterThan(Math.max(value("q1_att"), value("q1_loo_c")));
    expect(value("q2_part")).toBeGreaterThan(Math.max(value("q2_off"), value("q2_part_c")));
  });

  it("set the table of counts on Beauty beside the paper's as its log has it", () => {
    const folder = path.join("docs", "results", "beauty");
    const log = read(folder, readdirSync(path.join(root, folder))[0])
      .trim()
      .split("\n");
    const { ndcg, recall } = JSON.parse(log.at(-1)).floors.windowed_markov.kept;
    expect([value("counts_ndcg"), value("counts_recall")]).toEqual([ndcg[1], recall[2]]);
    const row = (metric) => RESULTS.find((one) => one.data === "Beauty" && one.metric === metric).values;
    expect(value("counts_ndcg")).toBeGreaterThan(Math.max(...row("NDCG@10")));
    expect(value("counts_recall")).toBeLessThan(row("Recall@20").at(-1));
  });
});
