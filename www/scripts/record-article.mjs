// Records the numbers of the article that take trainings or minutes of counting, and, for readers without an engine, those that it is asked
// for: all by the page itself, kept in www/ready/article.json. `node www/scripts/record-article.mjs`, after a build with the newest
// answers of "Is it true?" (record-truth.mjs), which the article quotes; it takes some minutes.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keptRuns } from "../../tests/web/kept.mjs";
import { startLab, until } from "../../tests/web/support.mjs";
import { root } from "./places.mjs";

const LONGEST_MS = 1_800_000;
const [FIRST_SEED, SEEDS, EPOCHS] = [212, 3, 20];
const [DECOUPLED, EARLY, NONE] = ["dif_sr", "sasrecf-add", "sasrec"];
const USELESS = "side_information_useless";

const read = (...parts) => readFileSync(path.join(root, ...parts), "utf8");
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;

/** At 10, history kept, with its standard error. */
function ndcg({ kept }) {
  const at = kept.k.indexOf(10);
  return { value: kept.ndcg[at], error: kept.ndcg_se[at] };
}

/** What the engine answers to the article. */
async function asked(lab) {
  const { page, close } = await lab.openPage({ query: "#article" });
  await page.locator('[data-numbers="live"]').waitFor({ timeout: LONGEST_MS });
  const found = await page.locator("data[data-kind]").evaluateAll((all) => {
    const own = all.filter(({ dataset }) => !dataset.number.startsWith("paper_"));
    return own.map(({ dataset: { number, kind }, value }) => [
      number,
      { kind, value: kind === "text" ? value : Number(value) },
    ]);
  });
  await close();
  return Object.fromEntries(found);
}

/** What "Is it true?" counts over all clicks, as the lecture says it. */
async function agreements(lab) {
  const { page, close } = await lab.openPage({ query: "?lecture=ten&step=truth&click=3&clicks=all", ready: false });
  const said = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel("dif-sr-lecture");
        channel.onmessage = ({ data }) => {
          if (data.kind === "wall" && data.values.q1_loo && data.values.q2_part) resolve(data.values);
        };
        channel.postMessage({ kind: "hello" });
      }),
  );
  await close();
  const names = ["q1_loo", "q1_loo_c", "q1_att", "q2_part", "q2_part_c", "q2_off"];
  return Object.fromEntries(names.map((name) => [name, said[name]]));
}

/** Test results of the comparison, as the page keeps them: a row a seed. */
async function trained(lab) {
  const query = `?panel=compare&cmp=${DECOUPLED}.${EARLY}&cmp-epochs=${EPOCHS}&cmp-seeds=${SEEDS}&cmp-first=${FIRST_SEED}`;
  const { page, close } = await lab.openPage({ query });
  await page.locator("#compare .transport .button-solid").click();
  const all = await until(
    () => keptRuns(page),
    (kept) => kept.filter(({ test }) => test !== null).length === 2 * SEEDS,
    {
      timeout: LONGEST_MS,
      every: 2000,
      what: "the runs",
    },
  );
  await close();
  return Array.from({ length: SEEDS }, (_, index) => {
    const seed = FIRST_SEED + index;
    const of = (id) => ndcg(all.find(({ system, config }) => system === id && config.training.seed === seed).test);
    return { seed, decoupled: of(DECOUPLED), early: of(EARLY) };
  });
}

/** Where attributes say nothing: the models that come with that shop, and the best table of counts. */
async function useless(lab) {
  const { systems } = JSON.parse(read("www", "ready", USELESS, "index.json"));
  const of = (id) => ndcg(systems.find((one) => one.id === id).test);
  const { call } = await lab.openLab();
  await call("cpu", "open_synthetic", JSON.stringify({ preset: USELESS }));
  const { value: floors } = await call("cpu", "floors", "test", 0);
  const counts = ["markov", "windowed_markov", "item_cosine"].map((name) => ndcg(floors[name]));
  return { decoupled: of(DECOUPLED), none: of(NONE), counts: counts.toSorted((a, b) => b.value - a.value)[0] };
}

/** The table of counts on S3-Rec's Beauty file, from a log of `dif-sr train`. */
function countsOnBeauty() {
  const folder = path.join("docs", "results", "beauty");
  const [log] = readdirSync(path.join(root, folder));
  const events = read(folder, log).trim().split("\n");
  const { kept } = JSON.parse(events.at(-1)).floors.windowed_markov;
  return { ndcg: kept.ndcg[kept.k.indexOf(10)], recall: kept.recall[kept.k.indexOf(20)] };
}

const lab = await startLab("cpu");
try {
  const [seeds, level, beauty] = [await trained(lab), await useless(lab), countsOnBeauty()];
  const number = (kind, value) => ({ kind, value });
  const recorded = {
    date: new Date().toISOString().slice(0, 10),
    /** What the sentences claim rests on these. */
    seeds,
    useless: level,
    values: {
      ...(await asked(lab)),
      ...(await agreements(lab)),
      seeds: number("count", SEEDS),
      ndcg_dif: number("metric", mean(seeds.map(({ decoupled }) => decoupled.value))),
      ndcg_early: number("metric", mean(seeds.map(({ early }) => early.value))),
      useless_dif: number("metric", level.decoupled.value),
      useless_none: number("metric", level.none.value),
      useless_counts: number("metric", level.counts.value),
      counts_ndcg: number("printed", beauty.ndcg),
      counts_recall: number("printed", beauty.recall),
    },
  };
  writeFileSync(path.join(root, "www", "ready", "article.json"), `${JSON.stringify(recorded)}\n`);
  console.log(JSON.stringify(recorded, null, 2));
} finally {
  await lab.close();
}
