// How the panel writes its numbers and calls its systems and sources.
import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";
import { choiceName } from "../common/choiceName";
import { decimal, signed } from "../common/format";
import { fraction } from "../common/formatMore";
import { modelName } from "../common/modelName";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";

interface Named {
  readonly summary: ModelSummary;
  readonly label: string;
  readonly isWide: boolean;
}

export function nameOf({ summary, label, isWide }: Named): string {
  return choiceName({ name: modelName(summary), label: isWide ? t().gradients.wideLabel : label });
}

/** "brand": a source inside a sentence. */
export function inSentence(view: SourceView): string {
  return sourceName(view).toLowerCase();
}

/** 1.000 where it rounds to one and may not be, two digits elsewhere. */
export function cosineText(cosine: number): string {
  return cosine > 0.995 ? decimal(cosine, 3) : signed(cosine);
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 3 × 10⁻⁷: differences that only rounding makes. */
export function tiny(value: number): string {
  if (value === 0) return "0";
  if (value >= 1e-3) return fraction(value);
  const [digit = "", power = ""] = value.toExponential(0).split("e-");
  return `${digit} × 10⁻${[...power].map((one) => SUPERSCRIPTS[Number(one)] ?? "").join("")}`;
}

/** .042, or 3 × 10⁻⁵ where three digits would be zeros. */
export function normText(norm: number): string {
  return norm === 0 || norm >= 1e-3 ? fraction(norm) : tiny(norm);
}

/** How a system joins its sources, as the words know it; null: it is told elsewhere or not at all. */
export function wayOf({ config }: ModelSummary): string | null {
  switch (config.kind) {
    case "sasrecf":
      return config.fusion === "add" ? "add" : config.fusion === "concat" ? "concat" : null;
    case "nova":
      return config.fusion === "sum" || config.fusion === "concat" ? `nova-${config.fusion}` : "nova-gate";
    case "icai":
      return "icai";
    case "dif_sr":
    case "dif_bert":
      return "dif";
    case "sasrec":
    case "s3rec":
    case "bert4rec":
      return "add-two";
    case "fdsa":
    case "gru4recf":
      return "late";
    default:
      return null;
  }
}
