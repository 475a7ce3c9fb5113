import type { Metrics } from "../engine.ts";

/**
 * The reference's rule: the best evaluation by Recall@20 with the history kept as candidates; a run ends after more than
 * `stoppingStep` evaluations without a gain (10 means: at the eleventh). 0 never ends it.
 */
export class EarlyStop {
  readonly #stoppingStep: number;
  #best = Number.NEGATIVE_INFINITY;
  #without = 0;

  constructor(stoppingStep: number) {
    this.#stoppingStep = stoppingStep;
  }

  record(metrics: Metrics): { best: boolean; stop: boolean } {
    const { k, recall } = metrics.kept;
    const value = recall[k.indexOf(20)] ?? 0;
    if (value > this.#best) {
      this.#best = value;
      this.#without = 0;
      return { best: true, stop: false };
    }
    this.#without += 1;
    return { best: false, stop: this.#stoppingStep > 0 && this.#without > this.#stoppingStep };
  }
}
