import { plural } from "./plural";
export const compare = {
  lede: "Same data, same split, same budget: does it matter where [[side-information|side information]] enters?",

  both: "Train DIF-SR and SASRecF",
  bothTitle: "Decoupled against early fusion: trains one after the other; Compare then shows just these two",
  /** Where other systems are chosen, too. */
  bothOnly: "Train only DIF-SR and SASRecF",
  bothOnlyTitle: (chosen: string) =>
    `Decoupled against early fusion. Chosen now: ${chosen}. The others leave the comparison; what they reached is kept.`,

  systems: "Systems",
  choose: "Choose systems",
  chooseHow: (least: string, most: string, chosen: string) => `${least} to ${most} systems; ${chosen} chosen.`,
  /** On the narrow screen's button. */
  chosen: (systems: number) => `${systems} systems`,
  /** There, before the systems are known. */
  none: "None",
  tooMany: (most: string) => `${most} are chosen, the most there can be: remove one to choose another.`,
  locked: "The choice is fixed while the systems are training.",
  /** Where side information enters, as a heading for those that have it there. */
  entrance: {
    never: "Nowhere",
    input: "At the input",
    attention: "In the attention",
    output: "At the output",
    loss: "In the loss",
  },
  entranceNote: {
    never: "item ids only",
    input: "[[early-fusion|early fusion]]",
    attention: "[[decoupled-fusion|decoupled]] or non-invasive",
    output: "[[late-fusion|late fusion]]",
    loss: "[[pre-training]]",
  },
  /** The same in a table. */
  enters: { never: "nowhere", input: "input", attention: "attention", output: "output", loss: "loss" },
  entersTitle: "Where side information enters",

  budget: "Budget, the same for all",
  budgetShort: (epochs: string, seeds: number) =>
    `${plural(epochs, "epoch")}, ${seeds} ${seeds === 1 ? "seed" : "seeds"}`,
  epochs: "Epochs",
  seeds: "[[seed|Seeds]]",
  firstSeed: "First seed",
  targets: "[[training-targets|Training targets]]",
  targetOptions: { default: "fastest allowed", prefix: "prefix" },
  targetNote: {
    default: "Every system trains on the fastest targets it allows.",
    prefix: "One training example per [[prefix]], as in the paper, wherever that is possible: slower.",
  },
  mixed: (list: string) =>
    `Training targets differ: ${list}. An epoch shows all of them the same sessions, but not in the same number of steps.`,
  pretrains: (name: string, epochs: string) =>
    `${name} pre-trains ${plural(epochs, "epoch")} first, on top of the budget; its curve begins after them.`,
  mixedEntry: (name: string, targets: string) => `${name} ${targets}`,
  same: (seeds: string) => `Everything else is each system’s default for this data. ${seeds}`,
  sameSeeds: (first: string, last: string) => (first === last ? `Seed ${first}.` : `Seeds ${first} to ${last}.`),

  trainAll: "Train all",
  trainRest: (left: string) => `Train the missing ${left}`,
  trainAgainTitle: "Deletes these results and trains all systems again; asks first",
  trainAgainSure: "Delete and train?",
  goOn: "Continue",
  stopTitle: "Ends the run under way; finished runs are kept",
  progressLabel: "Progress of all runs",
  run: "run",
  state: {
    engine: "The engine is loading.",
    few: (least: string) => `Choose at least ${least} systems.`,
    blocked: "The Train panel has a run under way; one at a time. Wait for it, or stop it there.",
    fresh: (runs: string) => `${plural(runs, "run")}, one after another.`,
    some: (done: string, all: string) => `${done} of ${plural(all, "run")} are kept from before.`,
    done: "All runs are finished.",
    failed: "Some runs failed; the table says why.",
    preparing: (name: string) => `Preparing ${name}.`,
    training: (name: string, seed: string) => `Training ${name}, seed ${seed}.`,
    pretraining: (name: string, seed: string) => `Pre-training ${name}, seed ${seed}.`,
    evaluating: (name: string) => `Validating ${name}.`,
    paused: (name: string) => `Paused: ${name}.`,
    testing: (name: string) => `Ranking the test sessions with ${name} at its best epoch.`,
    stopping: "Stopping.",
  },
  said: { done: "All runs are finished.", next: (name: string) => `Training ${name}.` },
  notKept: {
    blocked: "This browser keeps nothing for this page: results are gone after a reload.",
    full: "This device has no room left for this page: the newest results are gone after a reload.",
  },
  otherData: (runs: string) => `${plural(runs, "run")} on other data are kept and not mixed in.`,

  metric: "Curves",
  chartTitle: (metric: string) => `Validation ${metric}`,
  chartOne: (sessions: string) => `${plural(sessions, "session")}; band ± 1 standard error; numbers: newest epoch`,
  chartSeeds: "thick: mean of finished seeds; thin: each seed; numbers: newest epoch",
  chartEmpty: "Press Train all: the curves appear here, one system after another.",
  curveTable: (metric: string) => `Validation ${metric} by epoch`,
  references: {
    ceiling: "best possible",
    item_cosine: "item cosine",
    windowed_markov: "windowed Markov",
    markov: "Markov",
    popularity: "popularity",
  },

  tableTitle: "[[test|Test]], at the best [[validation]] epoch",
  tableNote: {
    kept: "All test sessions, [[full-ranking|ranked among all items]]; items already clicked stay candidates, as in the paper.",
    masked: "All test sessions, [[full-ranking|ranked among all items]]; items already clicked are left out first.",
  },
  plusMinus: {
    one: "± one [[standard-error|standard error]] over sessions (one seed).",
    seeds:
      "Mean of the seeds ± one error, as the verdict takes it: root of s² + d² / n, from the [[standard-error|standard error]] s over sessions and the standard deviation d between n seeds.",
  },
  between: (metric: string) => `${metric}, d between seeds`,
  system: "System",
  intervalLow: "from",
  intervalHigh: "to",
  intervalTitle: (metric: string) => `Test ${metric}`,
  intervalNote: (errors: string) => `best validation epoch; bar ± ${errors} errors`,
  intervalWaiting: "waiting",
  bestEpoch: "Best epoch",
  seedsDone: (done: string, all: string) => `${done} of ${all} seeds`,
  waiting: "not trained yet",
  underWay: "under way",
  failed: (reason: string) => `Failed: ${reason}`,
  failedSeed: (seed: string, reason: string) => `Seed ${seed} failed: ${reason}`,

  // Names are arguments, too: in Korean the word after a name depends on its last sound.
  leader: (_leader: string) => "{leader} has the highest test {metric}.",
  leaderBelow: "It is above {below}.",
  cannotTell: (_same: string) => "It cannot be told apart from {same}: their intervals overlap.",
  onlyCannotTell: (_leader: string, _same: string) =>
    "{leader} has the highest test {metric}, but cannot be told apart from {same}: their intervals overlap.",
  /** Where systems stand to the best floor: all of them alike, or a sentence for each standing, the first of which names the floor. */
  besideFloor: {
    all: {
      above: (_floor: string) => "All are clearly above the best floor, {floor}.",
      same: (_floor: string) => "None can be told apart from the best floor, {floor}: their intervals overlap.",
      below: (_floor: string) => "All are clearly below the best floor, {floor}.",
    },
    first: {
      above: (_floor: string) => "Clearly above the best floor, {floor}: {names}.",
      same: (_floor: string) => "Cannot be told apart from the best floor, {floor}: {names}.",
      below: (_floor: string) => "Clearly below the best floor, {floor}: {names}.",
    },
    // None is above after another; "it" is the floor named before.
    again: {
      above: (_floor: string) => "Clearly above it: {names}.",
      same: (_floor: string) => "Cannot be told apart from it: {names}.",
      below: (_floor: string) => "Clearly below it: {names}.",
    },
  },
  ofCeiling: (leader: string, share: string) => `${leader} reaches ${share} of the best possible.`,
  rule: {
    short: "Results differ only if their intervals do not overlap.",
    how: "How is this decided?",
    one: (errors: string) =>
      `An interval is the value ± ${errors} standard errors over the test sessions, about 95 %. The sessions are the same for all systems, so a paired test could tell more apart: this rule is the cautious one. It does not cover what another seed would change.`,
    seeds: (errors: string) =>
      `An interval is the mean ± ${errors} errors, about 95 %. The error is the root of s² + d² / n: s the standard error over the test sessions, d the standard deviation between the n seeds. The sessions are the same for all systems, so a paired test could tell more apart: this rule is the cautious one.`,
  },
  /** The verdict in a line. */
  short: {
    one: (metric: string, name: string, value: string) => `Test ${metric}: ${name} ${value}.`,
    leads: (metric: string, name: string, value: string) => `Highest test ${metric}: ${name} ${value}`,
    aboveAll: (leads: string) => `${leads}, above all others.`,
    cannotTell: (leads: string, others: string) => `${leads}, not told apart from ${others}.`,
    others: (others: string) => `${others} others`,
  },
  verdictTitle: "Verdict",
  noTest: "The verdict stands here once two systems have finished.",
  oneTest: (name: string) => `${name} has finished; the next system decides.`,
  together: "Put these side by side",
  togetherTitle: "These models answer your session beside each other",
  togetherWaiting: "Once two systems have finished",

  /** Of own data: DIF-SR against SASRec. */
  helps: {
    title: "[[side-information|Side information]]",
    ask: "Does side information help here?",
    noAttributes: "This data has no attribute: there is no side information that could help.",
    busy: "Compare has other runs under way; wait for them, or stop them there.",
    see: "See the comparison",
    fresh: (runs: string, seeds: string) =>
      `${runs} runs say whether side information helps here: DIF-SR, which has it, against SASRec, which has not, ${seeds} seeds each.`,
    begun: (done: string, all: string) =>
      `Whether side information helps here is not known yet: ${done} of ${plural(all, "run")} are finished.`,
    underWay: (done: string, all: string) =>
      `Does side information help here? ${done} of ${plural(all, "run")} are finished; the answer stands here after the last.`,
    failed: (failed: string, all: string) =>
      `Whether side information helps here cannot be said: ${failed} of ${plural(all, "run")} failed.`,
    above: (metric: string, having: string, lacking: string, numbers: string) =>
      `Side information helps here: test ${metric} with it (${having}) is above that without it (${lacking}), ${numbers}.`,
    below: (metric: string, having: string, lacking: string, numbers: string) =>
      `Side information does not help here: test ${metric} with it (${having}) is below that without it (${lacking}), ${numbers}.`,
    same: (metric: string, having: string, lacking: string, numbers: string, counts: string) =>
      `Whether side information helps here cannot be told: test ${metric} with it (${having}) and without it (${lacking}) overlap, ${numbers}; a difference counts from ${counts} on.`,
    numbers: (having: string, lacking: string, by: string, seeds: string, sessions: string) =>
      `${having} against ${lacking}: ${by} (one error over ${plural(seeds, "seed")} and ${plural(sessions, "test session")})`,
    only: (seeds: string) => `That is this data, these settings and ${plural(seeds, "seed")}.`,
  },

  costTitle: "Parameters and cost",
  costNote: "Milliseconds were measured here, on this machine, during training; other work on it makes them longer.",
  parameters: "[[parameters|Parameters]]",
  msPerStep: "ms per step",
  steps: "Steps",
  time: "Time",
  source: "Described in",
  session: "My session",
  use: "Use it",
  useTitle: (name: string) => `${name} answers your session from now on`,
  used: (name: string) => `${name} answers your session now.`,
  weightsLabel: (seed: string, epoch: string) => `seed ${seed}, epoch ${epoch}`,

  runs: {
    title: "Runs",
    lede: "What you trained on this data, the newest first, and what was changed each time.",
    number: "Run",
    model: "Model",
    changed: "What changed",
    first: "first run",
    nothing: "same settings",
    draw: "Curve",
    drawLabel: (run: string) => `Draw the curve of run ${run}`,
    drawFull: (most: string) => `${most} curves at most. Remove one first.`,
    panel: { train: "Train", compare: "Compare" },
    stopped: "stopped",
    time: "time was up",
    best: (metric: string) => `${metric}, best epoch`,
    bestAt: (epoch: string) => `epoch ${epoch}`,
    curveNote: "The numbers at the curves are those of the last epoch; the table below has the best one.",
    epochs: "Epochs",
    delete: (run: string) => `Delete run ${run}`,
    deleteAll: "Delete all runs",
    deleteThis: "Delete?",
    deleteSure: "Delete for good?",
    deleted: "Deleted.",
    all: (count: string) => `Show all ${count}`,
    fewer: "Show fewer",
    change: (setting: string, from: string, to: string) => `${setting} ${from} → ${to}`,
    systemChange: (from: string, to: string) => `${from} → ${to}`,
    name: (run: string, model: string) => `${run} ${model}`,
  },
};
