// The numbers that the lecture says and shows, asked of the engine: nothing live stands in the words. They are asked of the models that come
// with the page, each in a slot of its own, so that whatever the lecturer does meanwhile changes none of them.
import { computed, signal } from "@preact/signals";
import { shownAgreements } from "../../state/agreements";
import { isOpening } from "../../state/engine";
import { catalogue, shop } from "../../state/opened";
import { asking, type Question } from "../../state/question";
import { fetchReadyIndex, readyFailureOf, readyIndexOf } from "../../state/ready";
import { RESULTS } from "../common/paperResults";
import { SHOP, withReadyModels } from "../common/shopNumbers";
import { count, metric, share, type Values } from "../common/values";
import { ASKED, MODELS } from "./numbers";
import { lecture } from "./stage";
import { trained } from "./trained";

const found = signal<Values>({});

/** One after the other, so that whatever is on the wall is asked in between. */
const asked = asking<true>(
  () => {
    if (lecture.value === null || shop.value !== SHOP) return null;
    return async (ask) => {
      await withReadyModels(ask, MODELS, async () => {
        for (const one of ASKED) {
          const more = await one(ask);
          found.value = { ...found.peek(), ...more };
        }
      });
      return true;
    };
  },
  { when: () => !isOpening.value && catalogue.value !== null },
);

/** Of the shop's ready models. */
const shipped = computed<Values>(() => {
  const index = readyIndexOf(SHOP).value;
  if (!index) return {};
  const system = (id: string) => index.systems.find((one) => one.id === id);
  const ndcg = (id: string) => metric(system(id)?.test.kept.ndcg[1] ?? Number.NaN);
  const ms = (id: string) => count(system(id)?.ms_per_step ?? Number.NaN);
  const of = (name: string, id: string) => ({ [`ndcg_${name}`]: ndcg(id), [`s_${name}`]: ms(id) });
  return { ...of("sum", "dif_sr"), ...of("concat", "dif_sr-concat"), ...of("gate", "dif_sr-gate") };
});

/** What "Is it true?" has counted, as it stands in its figures. */
const agreed = computed<Values>(() => {
  const now = shownAgreements.value;
  if (!now) return {};
  const pair = (name: string, of: { right: number; chance: number } | undefined) =>
    of ? { [name]: share(of.right), [`${name}_c`]: share(of.chance) } : {};
  return {
    ...pair("q1_loo", now.which?.leave_one_out),
    ...pair("q1_att", now.which?.attention),
    ...pair("q1_last", now.which?.attention_last_layer),
    ...pair("q2_part", now.pointed?.weighted_part),
    ...pair("q2_off", now.pointed?.source_off),
  };
});

/** How much of the paper's table the page prints. */
const printed: Values = { paper_rows: count(RESULTS.length) };

export const values = computed<Values>(() => ({
  ...printed,
  ...found.value,
  ...shipped.value,
  ...agreed.value,
  ...trained.value,
}));

/** What of it comes from the list of ready models. */
export const fetchShipped = (): void => void fetchReadyIndex(SHOP);

/** Why some numbers stay away, and the way to ask for them again. */
export const missing: Pick<Question<true>, "failure" | "again"> = {
  failure: computed(() => asked.failure.value ?? readyFailureOf(SHOP).value),
  again: () => {
    fetchShipped();
    if (asked.failure.peek()) asked.again();
  },
};
