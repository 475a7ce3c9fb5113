import { beforeEach, describe, expect, it } from "vitest";
import { loadWords, useLanguage } from "../../content";
import listFile from "../../ready/brand_loyal/index.json?raw";
import type { ReadyIndex, ReadySystem, VariantSystem } from "../../state/ready";
import { readyFileUrls } from "../../state/readyFileUrls";
import { costInWords, costsOf } from "./costs";

type Ndcg = readonly [id: string, name: string, usual: number, narrow: number];

function index(all: readonly Ndcg[], error = 0.006): ReadyIndex {
  const of = ([id, name]: Ndcg, value: number) => {
    const kept = { k: [5, 10, 20], ndcg: [0, value, 1], ndcg_se: [1, error, 1] };
    const masked = { k: [5, 10, 20], ndcg: [1, 1, 1], ndcg_se: [1, 1, 1] };
    return { id, name, heads: 8, head_width: 4, test: { sessions: 3000, kept, masked } };
  };
  return {
    ...{ date: "2026-01-01", epochs: 40 },
    systems: all.map((one) => of(one, one[2]) as unknown as ReadySystem),
    narrow: {
      ...{ date: "2026-01-01", epochs: 40 },
      systems: all.map((one) => of(one, one[3]) as unknown as VariantSystem),
    },
  };
}

const DIF: Ndcg = ["dif_sr", "DIF-SR", 0.32, 0.31];
const ADD: Ndcg = ["sasrecf-add", "SASRecF (add)", 0.27, 0.25];
const NOVA: Ndcg = ["nova", "NOVA", 0.29, 0.25];
const said = (...of: Parameters<typeof index>) => costInWords(costsOf(index(...of)));

beforeEach(async () => {
  await useLanguage("en");
  await loadWords(["rank"]);
});

describe("what narrow heads cost", () => {
  it("is read at 10, of candidates that include the history, beside the same system", () => {
    expect(costsOf(index([NOVA]))).toEqual([
      {
        ...{ id: "nova", name: "NOVA", standing: "below" },
        usual: { value: 0.29, error: 0.006 },
        narrow: { value: 0.25, error: 0.006 },
      },
    ]);
  });

  it("is nothing where the list has no narrow heads, or the system only with them", () => {
    const { narrow: _, ...without } = index([NOVA]);
    expect(costsOf(without)).toEqual([]);
    expect(costsOf({ ...index([NOVA]), systems: [] })).toEqual([]);
  });

  it("is known where intervals are apart, and cannot be told where they overlap", () => {
    expect(said([NOVA, ADD])).toBe(
      "With narrow heads the NDCG@10 of NOVA is lower. For SASRecF (add) the two cannot be told apart.",
    );
    expect(said([NOVA, ADD], 0.02)).toBe(
      "With narrow and with usual heads the NDCG@10 of NOVA and SASRecF (add) cannot be told apart.",
    );
    expect(said([["nova", "NOVA", 0.25, 0.29]])).toBe("With narrow heads the NDCG@10 of NOVA is higher.");
  });

  it("a lead is larger or smaller only beyond its errors", () => {
    expect(said([DIF, ADD])).toContain("ahead of SASRecF (add) by .050 with usual heads and by .060 with narrow ones.");
    expect(said([DIF, ADD])).toContain("is not shown to be larger");
    expect(said([DIF, ADD], 0.001)).toContain("With narrow heads the lead is larger; one pair of runs does not show");
    expect(said([DIF, ["sasrecf-add", "SASRecF (add)", 0.25, 0.27]], 0.001)).toContain("the lead is smaller");
    expect(said([DIF, ["sasrecf-add", "SASRecF (add)", 0.315, 0.25]])).not.toContain("ahead");
  });

  it("is said in Korean", async () => {
    await useLanguage("ko");
    expect(said([NOVA, DIF, ADD])).toContain("NOVA는 헤드가 좁으면 NDCG@10이 낮습니다.");
    expect(said([NOVA, DIF, ADD])).toContain(
      "DIF-SR은 SASRecF (add)\u2060보다 보통 헤드에서 .050, 좁은 헤드에서 .060만큼",
    );
  });
});

it("the shop that has narrow heads has each system with usual ones, too, and a file of each", () => {
  const list: ReadyIndex = JSON.parse(listFile);
  expect(costsOf(list).map(({ id }) => id)).toEqual(["dif_sr", "sasrecf-add", "nova", "sasrec"]);
  const parameters = (id: string) => list.systems.find((one) => one.id === id)?.parameters;
  for (const one of list.narrow?.systems ?? []) {
    expect(one.parameters, one.id).toBe(parameters(one.id));
    expect(list.narrow?.epochs).toBe(list.epochs);
    expect(readyFileUrls).toHaveProperty([`../ready/brand_loyal/narrow/${one.id}.safetensors`]);
  }
});
