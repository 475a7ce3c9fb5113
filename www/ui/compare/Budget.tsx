// What every system gets alike: epochs, seeds, and where there is a choice, training targets.

import { t } from "../../content";
import { MOST_SEED } from "../../state/codecs";
import { budget, changeWish, planned } from "../../state/compareChoice";
import { pretrainingEpochs } from "../../state/epochs";
import { MOST_EPOCHS, SEED_COUNTS, type SeedCount } from "../../state/wishField";
import { count } from "../common/format";
import { inOneList } from "../common/inOneList";
import { NumberField } from "../common/NumberField";
import { isTraining } from "../common/runs/compareRows";
import { targetsInWords } from "../common/runs/targetsInWords";
import { Segmented } from "../common/Segmented";

export function BudgetFields() {
  const words = t().compare;
  const now = budget.value;
  if (!now) return null;
  const locked = isTraining.value ? words.locked : undefined;
  const field = { disabled: isTraining.value, ...(locked ? { title: locked } : {}) };
  const option = <Value extends string | number>(value: Value, label: string) => ({
    value,
    label,
    ...(locked ? { unavailable: locked } : {}),
  });
  return (
    <div class="budget-fields">
      <NumberField
        {...field}
        label={words.epochs}
        value={now.epochs}
        least={1}
        most={MOST_EPOCHS}
        onChange={(epochs) => {
          changeWish({ epochs });
        }}
      />
      <Segmented<SeedCount>
        label={words.seeds}
        options={SEED_COUNTS.map((seeds) => option(seeds, count(seeds)))}
        value={now.seeds}
        onChange={(seeds) => {
          changeWish({ seeds });
        }}
      />
      <NumberField
        {...field}
        label={words.firstSeed}
        value={now.firstSeed}
        least={1}
        most={MOST_SEED}
        onChange={(firstSeed) => {
          changeWish({ firstSeed });
        }}
      />
      <Segmented
        label={words.targets}
        options={[option("default", words.targetOptions.default), option("prefix", words.targetOptions.prefix)]}
        value={now.targets}
        onChange={(targets) => {
          changeWish({ targets });
        }}
      />
    </div>
  );
}

/** What the budget leaves unequal, in sentences; empty where it leaves nothing. */
export function unequal(): string {
  const words = t().compare;
  const first = planned.value.filter(({ seed }) => seed === budget.value?.firstSeed);
  const isMixed = new Set(first.map(({ config }) => config.training.targets)).size > 1;
  const targets = first.map(({ name, config }) => words.mixedEntry(name, targetsInWords(config.training.targets)));
  const pretrained = first.filter(({ config }) => pretrainingEpochs(config) > 0);
  return [
    ...(isMixed ? [words.mixed(inOneList(targets))] : []),
    ...pretrained.map(({ name, config }) => words.pretrains(name, count(pretrainingEpochs(config)))),
  ].join(" ");
}

/** What the budget makes equal, in sentences. */
export function equal(): string {
  const words = t().compare;
  const now = budget.value;
  if (!now) return "";
  const seeds = words.sameSeeds(String(now.firstSeed), String(now.firstSeed + now.seeds - 1));
  return `${words.targetNote[now.targets]} ${words.same(seeds)}`;
}
