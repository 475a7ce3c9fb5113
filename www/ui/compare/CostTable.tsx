// What each system is and costs: where side information enters, weights, time, and where it is described.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { live } from "../../state/compareRun";
import { set } from "../../state/current";
import type { Run } from "../../state/runs";
import { comparedKey, trainedKey } from "../../state/shelf";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { said } from "../common/failures";
import { count, decimal } from "../common/format";
import { clock } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { type Row, rows } from "../common/runs/compareRows";
import { SystemKey } from "../common/runs/SystemKey";
import { targetsInWords } from "../common/runs/targetsInWords";
import { equal } from "./Budget";
import { placesOf } from "./places";

export function CostTable() {
  const words = t().compare;
  if (rows.value.length === 0) return null;
  return (
    <section class="compare-block">
      <h3 id="compare-cost">{words.costTitle}</h3>
      <p class="note">
        <Marked text={equal()} /> {words.costNote}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="compare-cost" tabIndex={0}>
        <table class="table results-table cost-table">
          <thead>
            <tr>
              <th scope="col">{words.system}</th>
              <th scope="col">{words.entersTitle}</th>
              <th scope="col">{withoutMarks(words.targets)}</th>
              {[words.parameters, words.msPerStep, words.steps, words.time].map((name) => (
                <th key={name} scope="col" class="numeric">
                  <Marked text={name} />
                </th>
              ))}
              <th scope="col">{words.session}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => (
              <CostRow key={row.system.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function CostRow({ row }: { row: Row }) {
  const words = t().compare;
  const { system, look, records, isUnderWay, config } = row;
  const [first] = records;
  // The other rows are not drawn again for it.
  const run = isUnderWay ? live.value : null;
  const parameters = first?.parameters ?? run?.start.parameters;
  const ms = mean(records.flatMap(({ msPerStep }) => msPerStep ?? [])) ?? (run ? msPerStepOf(run) : null);
  const targets = config?.training.targets;
  return (
    <tr>
      <th scope="row">
        <SystemKey look={look} /> {system.name}
      </th>
      <td>
        {placesOf(system)
          .map((place) => words.enters[place])
          .join(", ")}
      </td>
      <td>{targets ? targetsInWords(targets) : "–"}</td>
      <td class="numeric">{parameters === undefined ? "–" : count(parameters)}</td>
      <td class="numeric">{ms === null ? "–" : decimal(ms, ms < 10 ? 1 : 0)}</td>
      <td class="numeric">{first ? count(first.steps) : "–"}</td>
      <td class="numeric">{clockOrNone(mean(records.map(({ elapsedMs }) => elapsedMs)))}</td>
      <td>
        {first && (
          <Button
            look="link"
            title={words.useTitle(system.name)}
            aria-label={`${words.use}: ${system.name}`}
            onClick={() => letAnswer(row)}
          >
            {words.use}
          </Button>
        )}
      </td>
      <td class="cost-source">{said(system.citation)}</td>
    </tr>
  );
}

function msPerStepOf({ stepsPerSecond }: Run): number | null {
  return stepsPerSecond > 0 ? 1000 / stepsPerSecond : null;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

function clockOrNone(ms: number | null): string {
  return ms === null ? "–" : clock(ms);
}

/** The model of the first seed answers the visitor's session. */
function letAnswer({ system }: Row): void {
  set({ model: trainedKey(comparedKey(system.id)) });
  announce(t().compare.used(system.name));
}
