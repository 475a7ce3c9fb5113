// The loss with what it is made of, where it is made of more than one thing.
import { t } from "../../content";
import { catalogue } from "../../state/opened";
import { decimal } from "../common/format";
import { plain } from "../common/plain";
import { attributeName } from "../common/sourceName";
import type { Told } from "./views";

export function LossCell({ of: { report } }: { of: Told }) {
  const words = t().gradients;
  const { loss, item, attributes, lambdas } = report.step.before;
  const parts = attributes.map((value, at) => ({
    lambda: lambdas[at] ?? 1,
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
            <span key={name}>{words.plus(words.lambda(plain(lambda), name, decimal(value)))} </span>
          ))}
        </>
      )}
    </>
  );
}
