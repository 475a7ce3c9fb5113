// Which item of the list is explained.
import { t } from "../../content";
import { prediction } from "../../state/answers";
import { set } from "../../state/current";
import { count, percent } from "../common/format";
import { Select } from "../common/Select";
import { candidate, nameOf } from "./context";

export function Candidate() {
  const [list, chosen] = [prediction.value, candidate.value];
  if (!list || chosen === null) return null;
  const words = t().cause;
  const first = list.top[0]?.item;
  const options = list.top.map(({ item, probability }, index) => ({
    value: item,
    label: words.candidateOption(count(index + 1), nameOf(item), percent(probability)),
  }));
  if (!options.some(({ value }) => value === chosen)) {
    const rank = list.ranks[chosen] ?? 0;
    options.push({ value: chosen, label: words.candidateOther(rank > 0 ? count(rank) : "", nameOf(chosen)) });
  }
  return (
    <Select
      label={words.candidate}
      options={options}
      value={chosen}
      // The first of the list is whichever it will be.
      onChange={(item) => set({ candidate: item === first ? null : item })}
    />
  );
}
