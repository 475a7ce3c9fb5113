// What is compared, and on which budget. The list of all systems opens over the panel, so that nothing below moves; where there is
// no room in one row, the budget does, too.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { budget, wish } from "../../state/compareChoice";
import { systems } from "../../state/systems";
import { said } from "../common/failures";
import { count } from "../common/format";
import { Icon } from "../common/Icon";
import { Popover } from "../common/Popover";
import { rows } from "../common/runs/compareRows";
import { SystemKey } from "../common/runs/SystemKey";
import { BudgetFields } from "./Budget";
import { SystemList } from "./SystemList";

/** Below these widths the budget, and then the chosen systems, are named on the buttons that open them. */
const BUDGET = 776;
const SYSTEMS = 560;

/** `width`: of the panel; 0 before it is known. */
export function Choosing({ width }: { width: number }) {
  const words = t().compare;
  if (width > 0 && width < SYSTEMS) return <Disclosures />;
  const isTight = width > 0 && width < BUDGET;
  return (
    <div class="choosing">
      <div class="chosen">
        <h3 id="compare-chosen">{words.systems}</h3>
        <ul class="chosen-list" aria-labelledby="compare-chosen">
          {rows.value.map(({ system, look }) => (
            <li class="chosen-chip" key={system.id} title={said(system.citation)}>
              <SystemKey look={look} /> {system.name}
            </li>
          ))}
        </ul>
        <Opening label={words.choose} shows={words.choose} of={<SystemList />} />
        {isTight && <BudgetOpening />}
      </div>
      {!isTight && (
        <section class="budget" aria-label={words.budget}>
          <BudgetFields />
        </section>
      )}
    </div>
  );
}

function Disclosures() {
  const words = t().compare;
  const names = systems.value.filter(({ id }) => wish.value.systems.includes(id)).map(({ name }) => name);
  return (
    <div class="choosing is-narrow">
      <Opening
        label={words.choose}
        shows={names.length > 1 ? words.chosen(names.length) : (names[0] ?? words.none)}
        names={names.join(", ")}
        of={<SystemList />}
      />
      <BudgetOpening />
    </div>
  );
}

function BudgetOpening() {
  const words = t().compare;
  const now = budget.value;
  if (!now) return null;
  return (
    <Opening
      label={words.budget}
      shows={words.budgetShort(count(now.epochs), now.seeds)}
      of={
        <section class="budget" aria-label={words.budget}>
          <h3>{words.budget}</h3>
          <BudgetFields />
        </section>
      }
    />
  );
}

interface OpeningProps {
  readonly label: string;
  readonly shows: string;
  /** What is read out after what it shows, where that is short. */
  readonly names?: string;
  readonly of: ComponentChildren;
}

function Opening({ label, shows, names, of }: OpeningProps) {
  const inFull = [label, shows, ...(names && names !== shows ? [names] : [])].join(": ");
  return (
    <Popover
      label={label}
      triggerClass="button button-plain choosing-trigger"
      {...(shows === label ? {} : { triggerLabel: inFull })}
      trigger={
        <>
          <span>{shows}</span>
          <Icon name="chevron" />
        </>
      }
    >
      {() => of}
    </Popover>
  );
}
