// The code of what the lecture will show is fetched while its first words are spoken: no step waits for it.
import { panelEntry } from "../../panels";
import { isSettled } from "../../state/answers";
import { until } from "../../state/until";
import { fetchDeclared } from "../common/lazy";
import { fetchPanel } from "../common/Panel";
import { panelsOf } from "./stage";

export async function fetchAhead(): Promise<void> {
  await until(() => isSettled.value);
  for (const id of panelsOf()) await fetchPanel(panelEntry(id));
  await fetchDeclared();
}
