import { t } from "../../content";
import type { Refusal } from "./methods";

interface Props {
  /** The class of the figure that it stands for. */
  readonly class: string;
  readonly title: string;
  readonly why: Refusal;
}

/** In place of a figure of the sources: why this model cannot be asked about them. */
export function Refused({ class: name, title, why }: Props) {
  return (
    <section class={name}>
      <h3>{title}</h3>
      <p class="truth-text">{t().truth.lawAbsent[why]}</p>
    </section>
  );
}
