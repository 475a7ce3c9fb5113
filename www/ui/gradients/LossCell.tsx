// The loss with what it is made of, where it is made of more than one thing.
import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";
import { catalogue } from "../../state/opened";
import { decimal } from "../common/format";
import { plain } from "../common/plain";
import { attributeName } from "../common/sourceName";
import type { Told } from "./views";

/** The factor of an attribute's loss in the total. */
function lambdaOf({ config }: ModelSummary, attribute: number): number | null {
  if (config.kind === "dif_sr" || config.kind === "dif_bert") return config.attributes?.[attribute]?.lambda ?? null;
  return config.kind === "icai" ? (config.lambda ?? null) : null;
}

export function LossCell({ of: { report, side } }: { of: Told }) {
  const words = t().gradients;
  const { loss, item, attributes } = report.step.before;
  const parts = attributes.map((value, at) => ({
    lambda: lambdaOf(side.summary, at),
    name: attributeName(catalogue.value?.attributes[at]?.name ?? "").toLowerCase(),
    value,
  }));
  return (
    <>
      <b>{decimal(loss)}</b>
      {parts.length > 0 && (
        <>
          {" "}
          <span>= {words.ofLoss(decimal(item))}</span>{" "}
          {parts.map(({ lambda, name, value }) => (
            <span key={name}>
              {words.plus(
                lambda === null ? `${name} ${decimal(value)}` : words.lambda(plain(lambda), name, decimal(value)),
              )}{" "}
            </span>
          ))}
        </>
      )}
    </>
  );
}
