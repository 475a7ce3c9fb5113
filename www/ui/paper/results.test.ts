import { describe, expect, it } from "vitest";
import { bestOther, MODELS, RESULTS } from "./results";

describe("the paper's table", () => {
  it("has a value for every model in every row", () => {
    for (const row of RESULTS) expect(row.values).toHaveLength(MODELS.length);
  });

  it("has the same four metrics on each of the four data sets", () => {
    const metrics = new Map<string, string[]>();
    for (const { data, metric } of RESULTS) metrics.set(data, [...(metrics.get(data) ?? []), metric]);
    expect([...metrics.keys()]).toEqual(["Beauty", "Sports", "Toys", "Yelp"]);
    for (const names of metrics.values()) expect(names).toEqual(["Recall@10", "Recall@20", "NDCG@10", "NDCG@20"]);
  });

  it("never falls from the first ten to the first twenty, and NDCG never exceeds Recall", () => {
    const row = (data: string, metric: string) => RESULTS.find((one) => one.data === data && one.metric === metric);
    for (const { data, metric, values } of RESULTS) {
      const deeper = row(data, metric.replace("@10", "@20"))?.values ?? [];
      const recall = row(data, metric.replace("NDCG", "Recall"))?.values ?? [];
      values.forEach((value, at) => {
        expect(value, `${data} ${metric} ${MODELS[at]}`).toBeLessThanOrEqual(deeper[at] ?? 0);
        expect(value, `${data} ${metric} ${MODELS[at]}`).toBeLessThanOrEqual(recall[at] ?? 0);
      });
    }
  });

  it("shows DIF-SR ahead of the best other model in every row, as printed", () => {
    for (const row of RESULTS) expect(row.values.at(-1)).toBeGreaterThan(bestOther(row));
  });
});
