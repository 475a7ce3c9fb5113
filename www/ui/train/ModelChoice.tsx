// Which model is trained: all of them, grouped by where side information is fused, with who proposed the chosen one and what it does.
import { t } from "../../content";
import { chooseSystem, formSystem } from "../../state/form";
import { FAMILIES, familyOf, systems } from "../../state/systems";
import { said } from "../common/failures";
import { Select } from "../common/Select";
import { entersInWords } from "../common/systemWords";

export function ModelChoice() {
  const words = t().train;
  const options = FAMILIES.flatMap((family) =>
    systems.value
      .filter((system) => familyOf(system) === family)
      .map(({ id, name }) => ({ value: id, label: name, group: words.families[family] })),
  );
  return (
    <Select
      label={words.model}
      options={options}
      value={formSystem.value?.id ?? ""}
      onChange={(id) => void chooseSystem(id)}
    />
  );
}

export function AboutModel() {
  const words = t().train;
  const system = formSystem.value;
  if (!system) return null;
  return (
    <p class="note settings-note">
      {words.about[system.kind]} {words.sideInformation(entersInWords(system))} <cite>{said(system.citation)}.</cite>
    </p>
  );
}
