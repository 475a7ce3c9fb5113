// What every system gets alike: epochs, seeds, and where there is a choice, training targets.
import { t } from "../../content";
import { changeWish, choice, planned } from "../../state/compareChoice";
import { pretrainingEpochs } from "../../state/runs";
import { MOST_EPOCHS, MOST_SEED, SEED_COUNTS, type SeedCount } from "../../state/wishField";
import { count } from "../common/format";
import { NumberField } from "../common/NumberField";
import { Segmented } from "../common/Segmented";
import { isTraining } from "./view";

export function Budget() {
  const words = t().compare;
  const now = choice.value;
  if (!now) return null;
  const locked = isTraining.value ? words.locked : undefined;
  const field = { disabled: isTraining.value, ...(locked ? { title: locked } : {}) };
  const option = <Value extends string | number>(value: Value, label: string) => ({
    value,
    label,
    ...(locked ? { unavailable: locked } : {}),
  });
  return (
    <section class="budget" aria-label={words.budget}>
      <h3>{words.budget}</h3>
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
      <p class="note">
        {words.targetNote[now.targets]} <Mixed /> <Pretrained />{" "}
        {words.same(words.sameSeeds(String(now.firstSeed), String(now.firstSeed + now.seeds - 1)))}
      </p>
    </section>
  );
}

/** What a system trains before its budget begins. */
function Pretrained() {
  const first = planned.value.filter(
    ({ seed, config }) => seed === choice.value?.firstSeed && pretrainingEpochs(config),
  );
  return (
    <>{first.map(({ name, config }) => t().compare.pretrains(name, count(pretrainingEpochs(config)))).join(" ")}</>
  );
}

/** Systems that cannot be trained on the same targets: said, since an epoch is then not the same number of steps. */
function Mixed() {
  const words = t().compare;
  const first = planned.value.filter(({ seed }) => seed === choice.value?.firstSeed);
  if (new Set(first.map(({ config }) => config.training.targets)).size < 2) return null;
  const list = first.map(({ name, config }) =>
    words.mixedEntry(name, words.targetNames[config.training.targets] ?? config.training.targets),
  );
  return <>{words.mixed(t().train.list(list))}</>;
}
