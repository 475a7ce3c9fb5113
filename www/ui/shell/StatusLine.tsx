import { t } from "../../content";
import { answered, engineMs, prediction } from "../../state/answers";
import { device, type EngineStatus, engine } from "../../state/engine";
import { loaded } from "../../state/opened";
import { modelProgress } from "../../state/ready";
import { bytes, count, duration } from "../common/format";
import { modelName } from "../common/modelName";

/** One sentence on where the engine stands, or on the model that it waits for. */
function phaseInWords(status: EngineStatus): string {
  const words = t().shell.status;
  const model = modelProgress.value;
  if (status.phase === "ready" && model) {
    const { received, total } = model;
    return total === null
      ? words.loadingModelUnknown(bytes(received))
      : words.loadingModel(bytes(received), bytes(total));
  }
  if (status.phase !== "loading") return words[status.phase];
  const { received, total } = status;
  const stored = prediction.value ? ` ${words.stored}` : "";
  if (received === 0 || received === total) return words.starting + stored;
  return (
    (total === null ? words.loadingUnknown(bytes(received)) : words.loading(bytes(received), bytes(total))) + stored
  );
}

/** The foot of the page: what is going on, which model answers, how fast. */
export function StatusLine() {
  const words = t().shell.status;
  const status = engine.value;
  const now = loaded.value;
  const summary = now?.summary;
  const seedInWords = summary?.seed == null ? "" : words.seed(String(summary.seed));
  // The label of a model of the comparison says its seed itself.
  const seed = now?.label.includes(seedInWords) ? "" : seedInWords;
  const ms = engineMs.value;
  const where = device.value?.kind === "webgpu" ? t().shell.badge.webgpu : t().shell.badge.cpu;
  return (
    <footer class="status-line">
      <span class="status-dot" data-phase={status.phase} aria-hidden="true" />
      {/* Progress is shown but not read out: a number a second helps nobody who listens. */}
      <span role={status.phase === "loading" ? undefined : "status"}>{phaseInWords(status)}</span>
      {summary && (
        <span>
          {words.model(modelName(summary), count(summary.parameters))}
          {[seed, now?.label].filter(Boolean).map((one) => `, ${one}`)}
        </span>
      )}
      {ms !== null && prediction.value && <span>{words.timing(answered.value.length, duration(ms), where)}</span>}
      <span class="status-privacy">{words.privacy}</span>
    </footer>
  );
}
