// The code of what the lecture will show is fetched while its first words are spoken: no step waits for it. With the panels of its steps come
// the parts that they draw late; what a dialog or a menu draws is left to whoever opens it.
import { panelEntry } from "../../panels";
import { isSettled } from "../../state/answers";
import { current } from "../../state/current";
import { until } from "../../state/until";
import { fetchDeclared } from "../common/lazy";
import { fetchPanel } from "../common/Panel";
import { lecture, panelsOf } from "./stage";

export async function fetchAhead(): Promise<void> {
  await until(() => isSettled.value);
  const isGiven = () => lecture.peek() !== null;
  for (const id of panelsOf()) if (isGiven()) await fetchPanel(panelEntry(id));
  // A deck may hold many frames.
  if (current.embed.peek() === null) await fetchDeclared(isGiven);
}
