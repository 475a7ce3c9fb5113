/** How many steps to ask for at once: as many as fit into the time in which a pause must take effect. */
export class StepPacer {
  readonly #targetMs: number;
  readonly #most: number;
  #msPerStep: number | null = null;

  constructor(targetMs = 40, most = 64) {
    this.#targetMs = targetMs;
    this.#most = most;
  }

  get steps(): number {
    if (this.#msPerStep === null) return 1;
    return Math.min(this.#most, Math.max(1, Math.floor(this.#targetMs / this.#msPerStep)));
  }

  /** Leans on the newest measurement: a machine that gets busy must not hold the pause back for long. */
  record(steps: number, ms: number): void {
    const measured = Math.max(ms / steps, 0.01);
    this.#msPerStep = this.#msPerStep === null ? measured : 0.5 * this.#msPerStep + 0.5 * measured;
  }
}

/** Steps per second as an exponential mean over a few seconds of running time. The first step is left out by its caller. */
export class StepRate {
  readonly #seconds: number;
  #rate = 0;
  #weight = 0;

  constructor(seconds = 3) {
    this.#seconds = seconds;
  }

  get perSecond(): number {
    return this.#weight > 0 ? this.#rate / this.#weight : 0;
  }

  record(steps: number, ms: number): void {
    const elapsed = Math.max(ms / 1000, 1e-6);
    const keep = Math.exp(-elapsed / this.#seconds);
    this.#rate = keep * this.#rate + (1 - keep) * (steps / elapsed);
    this.#weight = keep * this.#weight + (1 - keep);
  }
}
