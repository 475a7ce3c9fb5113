// The rules of the shop that is open, and by what each of them finds an earlier click.
import { t } from "../../content";
import { RULES } from "../../state/dataKey";
import { catalogue } from "../../state/opened";
import { DataTable } from "../common/DataTable";
import { Marked } from "../common/Marked";
import { SourceMark } from "../common/SourceMark";
import { attributeSources } from "../common/sources";
import { whole } from "./names";
import { cueOf, mix } from "./process";

export function Planted() {
  const words = t().truth;
  const weights = mix.value;
  const attributes = catalogue.value?.attributes ?? [];
  const sources = attributeSources(attributes);
  if (!weights) return null;
  return (
    <section class="truth-planted">
      <h3>{words.plantedTitle}</h3>
      <p class="truth-text">
        <Marked text={words.crossed} />
      </p>
      <DataTable
        caption={words.plantedTitle}
        columns={[
          { label: words.planted.rule },
          { label: words.planted.part, numeric: true },
          { label: words.planted.finds },
          { label: words.planted.takes },
        ]}
        rows={RULES.filter((rule) => weights[rule] > 0).map((rule) => {
          const cue = rule === "noise" ? null : cueOf(rule, attributes);
          const source = cue === null ? undefined : sources[cue];
          return [
            t().data.rules[rule].name,
            whole(weights[rule]),
            <>
              {source && <SourceMark source={source} />} {words.finds[rule]}
            </>,
            words.takes[rule],
          ];
        })}
      />
    </section>
  );
}
