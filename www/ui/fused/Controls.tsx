// Which way is looked at, and which of its systems stands for it.
import { t } from "../../content";
import { current, set } from "../../state/current";
import type { Way } from "../../state/fields";
import { litSource } from "../../state/litSource";
import { systems } from "../../state/systems";
import { SYSTEMS, WAYS } from "../../state/ways";
import { Button } from "../common/Button";
import { Segmented } from "../common/Segmented";
import { Select } from "../common/Select";
import { chosen } from "./drawn";
import { choose } from "./ways";

export function Controls() {
  const words = t().fused;
  const now = chosen.value;
  const way = current.way.value;
  const nameOf = (id: string) => systems.value.find((one) => one.id === id)?.name ?? id;
  return (
    <div class="fused-controls">
      <Segmented<Way>
        label={words.way}
        options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        value={way}
        onChange={(value) => set({ way: value })}
      />
      {now && (
        <Select<string>
          label={words.system}
          options={SYSTEMS[way].map((value) => ({ value, label: nameOf(value) }))}
          value={now.system}
          onChange={(system) => set({ diagrams: choose(system, current.diagrams.peek()) })}
        />
      )}
      {current.source.value !== null && litSource.value !== null && (
        <Button look="quiet" icon="pin" onClick={() => set({ source: null })}>
          {words.free}
        </Button>
      )}
    </div>
  );
}
