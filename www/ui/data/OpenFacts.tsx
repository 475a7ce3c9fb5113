// What is open: its sizes, what was left out and why, and how it is split, drawn on one of its own sessions.

import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { DatasetSummary } from "../../engine.ts";
import { catalogue, source, summary } from "../../state/opened";
import { question } from "../../state/question";
import { shownPlaces } from "../../state/shown";
import { dataName } from "../common/dataName";
import { count, decimal } from "../common/format";
import { inOneList } from "../common/inOneList";
import { Marked } from "../common/Marked";
import { Pictogram } from "../common/Pictogram";
import { SourceMark } from "../common/SourceMark";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { writtenDate } from "../common/writtenDate";
import { DEFAULT_CORE } from "./core";
import { ReadAs } from "./ReadAs";

export function OpenFacts() {
  const words = t().data;
  const open = summary.value;
  if (!open) return null;
  const facts: [string, string][] = [
    [words.facts.items, count(open.items)],
    [words.facts.users, count(open.users)],
    [words.facts.interactions, count(open.interactions)],
    [words.facts.mean, decimal(open.mean_length, 1)],
    [words.facts.targets, count(open.train_targets)],
  ];
  return (
    <section aria-labelledby="open-title">
      <h3 id="open-title">
        {words.now}: {dataName()}
      </h3>
      <dl class="fact-row">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dd>{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <p class="open-attributes">
        {words.facts.attributes}: <Attributes of={open} />
      </p>
      {open.origin === "file" && <LeftOut of={open} />}
      <ReadAs of={open} />
      <Split of={open} />
    </section>
  );
}

function Attributes({ of }: { of: DatasetSummary }) {
  const words = t().data;
  if (of.attributes.length === 0) return <>{words.noAttributes}</>;
  const marks = attributeSources(of.attributes);
  return (
    <>
      {of.attributes.map((attribute, index) => {
        const mark = marks[index];
        return (
          <span key={attribute.name}>
            {mark && <SourceMark source={mark} />}{" "}
            {words.attribute(attributeName(attribute.name), count(attribute.values), attribute.kind === "bag")}
          </span>
        );
      })}
    </>
  );
}

/** What was dropped, rule by rule, in sentences. */
function LeftOut({ of }: { of: DatasetSummary }) {
  const words = t().data;
  const open = source.value;
  const core = (open?.kind === "files" ? open.keep.subset?.core : null) ?? DEFAULT_CORE;
  const rows = of.dropped.filter((row) => row.users + row.items + row.interactions > 0);
  const rule = (reason: DatasetSummary["dropped"][number]["reason"]) =>
    reason === "core" ? words.droppedCore(String(core)) : (words.dropped[reason] ?? reason);
  return (
    <>
      <p class="left-out">
        {words.of(count(of.raw.users), count(of.raw.items), count(of.raw.interactions))}{" "}
        <b>{words.kept(count(of.users), count(of.items), count(of.interactions))}</b>
      </p>
      <ul class="left-out">
        {rows.map((row) => {
          const parts = (["users", "items", "interactions"] as const)
            .filter((unit) => row[unit] > 0)
            .map((unit) => words.units[unit](row[unit], count(row[unit])));
          return <li key={row.reason}>{words.droppedRow(rule(row.reason), inOneList(parts))}</li>;
        })}
        {rows.length === 0 && <li>{words.droppedNothing}</li>}
      </ul>
    </>
  );
}

const { isShown, show } = shownPlaces();
/** One session of the open data, its held-out clicks included. Without it the sentence alone explains the split. */
const sample = question("realSession", () => (source.value ? { seed: 1 } : null), { when: () => isShown.value });

/** How many clicks of the sample are drawn; the ones before them are counted. */
const DRAWN = 7;

/** What the parts are. Moments without dates are not named. */
function splitSentence({ reading }: DatasetSummary): string {
  const words = t().data;
  if (source.value?.kind !== "files" || source.value.keep.split !== "time") return words.split;
  const [valid, test] = (reading?.held_from ?? []).map((second) => writtenDate(new Date(second * 1000).toISOString()));
  return words.splitByTime(valid ?? null, test ?? null);
}

function Split({ of }: { of: DatasetSummary }) {
  const words = t().data;
  useEffect(show, []);
  const found = sample.value.value;
  const clicks = found && [...found.items, found.target];
  const items = catalogue.value?.items;
  const shown = clicks?.slice(-DRAWN) ?? [];
  const earlier = (clicks?.length ?? 0) - shown.length;
  const [valid, test] = (found?.cuts ?? [0, 0]).map((cut) => Math.max(0, cut - earlier)) as [number, number];
  return (
    <div class="split">
      <h4>{words.splitTitle}</h4>
      <p class="note">
        <Marked text={splitSentence(of)} />
      </p>
      {shown.length > 2 && items && (
        <>
          <p class="visually-hidden">{words.splitSample}</p>
          <ol class="split-strip">
            {shown.map((id, index) => {
              const part = index >= test ? "test" : index >= valid ? "valid" : "train";
              const label = { test: words.splitTest, valid: words.splitValid, train: words.splitTrain }[part];
              const first = index === 0;
              // The words of the first need room before the next.
              const isNamed = index === valid || index === test || (first && (valid > 2 || earlier === 0));
              return (
                <li key={index} class={`is-${part}`} title={items[id]?.name}>
                  <Pictogram item={items[id]} />
                  <span class="visually-hidden">
                    {items[id]?.name}, {label}
                  </span>
                  {isNamed && (
                    <span class="split-label" aria-hidden="true">
                      {first && part === "train" && earlier > 0
                        ? `${label}, ${words.splitEarlier(count(earlier))}`
                        : label}
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </div>
  );
}
