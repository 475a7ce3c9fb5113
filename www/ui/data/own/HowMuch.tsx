// Which part of the data: the counts follow every choice before anything is opened.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../../content";
import type { Dropped, SubsetConfig } from "../../../engine.ts";
import type { ColumnReport } from "../../../worker/importProtocol";
import { inWords } from "../../common/failures";
import { count } from "../../common/format";
import { Marked } from "../../common/Marked";
import { NumberField } from "../../common/NumberField";
import { DEFAULT_CORE } from "../core";
import { chosenFor } from "./chosen";
import { HeldOut } from "./HeldOut";
import { answer, choices, choose, keep, remains } from "./intake";
import { BELOW } from "./repairs";

const LIMITS = [
  { id: "core", least: 1, most: 1000, reason: "core", words: "core" },
  { id: "max_items", least: 2, most: 1_000_000, reason: "items", words: "items" },
  { id: "min_length", least: 1, most: 100_000, reason: "min_length", words: "shortest" },
  { id: "max_users", least: 1, most: 10_000_000, reason: "users", words: "users" },
  { id: "max_session", least: 3, most: 100_000, reason: "max_session", words: "longest" },
] as const;

export function HowMuch({ onValid }: { onValid: (field: string) => (valid: boolean) => void }) {
  const words = t().imported.part;
  const { subset = {} } = keep.value;
  const set = (id: keyof SubsetConfig, value: number | null) => {
    const { [id]: _, ...others } = subset;
    keep.value = { ...keep.peek(), subset: value === null ? others : { ...others, [id]: value } };
  };
  return (
    <>
      <p class="intake-lede">{words.lede}</p>
      <div class="intake-part">
        <div class="intake-rules">
          {LIMITS.map(({ id, least, most, reason, words: name }) => (
            <Rule key={id} reason={reason}>
              <NumberField
                label={words[name]}
                value={subset[id] ?? null}
                empty={id === "core" ? String(DEFAULT_CORE) : words.all}
                least={least}
                most={most}
                onChange={(value) => set(id, value)}
                onValid={onValid(id)}
              />
            </Rule>
          ))}
          <Days />
          <Rows onValid={onValid} />
          <p class="note">
            <Marked text={words.coreNote} />
          </p>
          <HeldOut />
        </div>
        <Left />
      </div>
    </>
  );
}

/** A rule, and how much it takes out of what the ones before it left. */
function Rule({ reason, children }: { reason: Dropped["reason"]; children: ComponentChildren }) {
  const found = remains.value.value;
  const taken = found?.dropped.find((rule) => rule.reason === reason)?.interactions ?? 0;
  return (
    <div class="intake-rule">
      {children}
      <span class="note">{found && t().imported.part.takes(taken, count(taken))}</span>
    </div>
  );
}

const DAY = 86_400;
const dayOf = (second: number) => new Date(second * 1000).toISOString().slice(0, 10);

/** Where the clicks have dates. A day alone means all of it. */
function Days() {
  const words = t().imported.part;
  const seconds = answer.value?.seen.seconds;
  if (!seconds) return null;
  const [first, last] = seconds.map(dayOf);
  const { period = {} } = keep.value;
  const set = (end: "from" | "to", second: number | null) => {
    const { [end]: _, ...other } = period;
    keep.value = { ...keep.peek(), period: second === null ? other : { ...other, [end]: second } };
  };
  const { from, to } = period;
  return (
    <Rule reason="dates">
      <div class="intake-days">
        <DayField label={words.from} {...{ first, last }} second={from} onDay={(day) => set("from", day)} />
        <DayField
          label={words.to}
          {...{ first, last }}
          second={to}
          onDay={(day) => set("to", day === null ? null : day + DAY - 1)}
        />
      </div>
    </Rule>
  );
}

interface DayProps {
  readonly label: string;
  /** The days that the log has. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Within the day that is chosen. */
  readonly second: number | undefined;
  /** Its first second; null: the field was emptied. */
  readonly onDay: (second: number | null) => void;
}

/** Looks like the numbers beside it. */
function DayField({ label, first, last, second, onDay }: DayProps) {
  const id = useId();
  return (
    <div class="number-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        min={first}
        max={last}
        value={second === undefined ? "" : dayOf(second)}
        onChange={({ currentTarget }) => {
          const at = Date.parse(`${currentTarget.value}T00:00:00Z`);
          onDay(Number.isNaN(at) ? null : at / 1000);
        }}
      />
    </div>
  );
}

/** Which rows are clicks: by kind of event and by rating. */
function Rows({ onValid }: { onValid: (field: string) => (valid: boolean) => void }) {
  const words = t().imported.part;
  const { report, seen } = answer.value ?? {};
  const event = report?.columns.find(({ role }) => role === "event");
  const rating = report?.columns.find(({ role }) => role === "rating");
  const said = (column: ColumnReport) =>
    chosenFor(
      choices.value,
      column,
      (report?.columns ?? []).filter(({ file }) => file === column.file).indexOf(column),
    );
  const below = (report?.repairs ?? [])
    .filter(({ what }) => what === BELOW)
    .reduce((sum, { count: rows }) => sum + rows, 0);
  return (
    <>
      {event && seen && seen.events.length > 1 && (
        <fieldset class="intake-events">
          <legend>{words.events}</legend>
          {seen.events.map(([kind, rows]) => {
            const kept = said(event).keep ?? seen.events.map(([one]) => one);
            return (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={kept.includes(kind)}
                  disabled={kept.length === 1 && kept.includes(kind)}
                  onChange={({ currentTarget: { checked } }) => {
                    const next = seen.events
                      .map(([one]) => one)
                      .filter((one) => (one === kind ? checked : kept.includes(one)));
                    choose(event.file, event.name, { role: "event", keep: next });
                  }}
                />{" "}
                {kind} <span class="note">{count(rows)}</span>
              </label>
            );
          })}
        </fieldset>
      )}
      {rating && (
        <div class="intake-rule">
          <NumberField
            label={words.rating}
            value={said(rating).at_least ?? null}
            empty={words.all}
            whenLeft
            decimals
            least={0}
            most={1000}
            onChange={(at) =>
              choose(rating.file, rating.name, { role: "rating", ...(at === null ? {} : { at_least: at }) })
            }
            onValid={onValid("rating")}
          />
          <span class="note">{words.takes(below, count(below))}</span>
        </div>
      )}
    </>
  );
}

/** What is left, beside what there was. */
function Left() {
  const words = t().imported.part;
  const [found, failure] = [remains.value.value, remains.failure.value];
  if (failure) return <p class="field-bad">{inWords(failure)}</p>;
  if (!found) return null;
  return (
    <div class={remains.pending.value ? "intake-left is-old" : "intake-left"} role="status">
      <h4>{words.left}</h4>
      {(["users", "items", "interactions"] as const).map((unit) => (
        <div key={unit} class="intake-bar">
          <span>{words.counts[unit]}</span>
          <span>{words.ofAll(count(found.kept[unit]), count(found.raw[unit]))}</span>
          <i class="intake-track">
            <i style={{ width: `${(100 * found.kept[unit]) / Math.max(1, found.raw[unit])}%` }} />
          </i>
        </div>
      ))}
      <p class="note">
        {words.targets}: {count(found.train_targets)}
        <br />
        {words.heldTargets(count(found.valid_targets), count(found.test_targets))}
      </p>
      {found.train_targets === 0 && (
        <p class="field-bad" role="alert">
          {words.none}
        </p>
      )}
    </div>
  );
}
