import { onDevice } from "./onDevice";
import { plural } from "./plural";
import { shell } from "./shell";

export const train = {
  onDevice,
  lede: "Everything runs on this machine. Your session keeps updating while the model learns.",

  play: "Play",
  pause: "Pause",
  step: "Step",
  stepTitle: "One training step, then pause",
  stop: "Stop",
  stopTitle: "End this run; what it has learned is kept",
  again: "Train again",
  restart: "Restart with changes",
  restartTitle: "These settings need a new run",
  undoChanges: "Undo the changes",
  changedNote: (settings: string) => `Changed: ${settings}. The run on screen keeps its own settings.`,

  blocked: "The Compare panel is training; one run at a time. Wait for it, or stop it there.",

  epoch: "[[epoch]]",
  of: (now: string, all: string) => `${now} / ${all}`,
  rate: "[[step|steps]]/s",
  elapsed: "elapsed",
  left: "left",
  firstStep: "first step",
  firstStepNote: "not counted in steps/s",
  progressLabel: "Training progress",

  state: {
    engine: "The engine is loading. Training can start when it has.",
    fresh: "Nothing trained yet. Press Play.",
    preparing: "Looking for a device and reading the data.",
    starting: "Preparing the run.",
    compiling: (time: string) => `Compiling shaders, ${time}.`,
    running: "Training.",
    pretraining: (epoch: string, all: string) => `Pre-training, epoch ${epoch} of ${all}.`,
    evaluating: (sessions: string) => `Ranking all items for ${plural(sessions, "validation session")}.`,
    evaluatingAll: "Ranking all items for the validation sessions.",
    paused: (epoch: string) => `Paused in epoch ${epoch}.`,
    pausedFresh: "Ready. Nothing trained yet.",
    epochs: (epochs: string) => `Finished: ${plural(epochs, "epoch")}.`,
    no_gain: (epoch: string) => `Stopped at epoch ${epoch}: no further improvement.`,
    time: (epoch: string) => `Stopped in epoch ${epoch}: its time is up. What it has learned is kept.`,
    stopped: (epoch: string) => `Stopped in epoch ${epoch}. What it has learned is kept.`,
    /** `epoch`: before the first evaluation, so the run is in no list. */
    stoppedUnranked: (epoch: string) =>
      `Stopped in epoch ${epoch}, before its first evaluation. What it has learned answers your session until you leave the page; save the model to keep it.`,
    stoppedFresh: "Stopped before the first step.",
    lost: (epoch: string) => `Ended in epoch ${epoch}.`,
  },
  size: (parameters: string, bytes: string) => `${parameters} [[parameters]], about ${bytes} of memory.`,

  answering: "Model that answers your session",
  answeringOptions: { newest: "Newest", best: "Best so far", ready: "The page’s" },
  answeringWhy: {
    newest: "This run has kept no model yet.",
    best: "No evaluation yet.",
    ready: "The page brings no model for this data.",
  },
  bestNone: "The best one is known after the first evaluation.",
  bestNote: (epoch: string, metric: string) => `Best: epoch ${epoch}, by ${metric} on [[validation]].`,
  weightsLabel: (epoch: string) => `epoch ${epoch}`,
  runLabel: (run: string, epoch: string) => `run ${run}, epoch ${epoch}`,

  model: "Model to train",
  /** Groups of the list of models, by where side information is fused. */
  families: {
    decoupled: "Decoupled, inside the attention",
    attention: "In the attention, mixed first",
    early: "Early, at the input",
    late: "Late, at the output",
    loss: "In pre-training only",
    none: "Without side information",
  },
  sideInformation: (enters: string) => `Side information: ${enters}.`,
  /** What each kind of model does, in one sentence. */
  about: {
    dif_sr:
      "Item, position and each attribute score on their own; the scores are fused inside the attention, and the next item’s attributes are predicted too.",
    dif_bert: "DIF-SR’s attention inside BERT4Rec: every position sees both sides, and masked items are guessed.",
    nova: "Attributes help to decide where to look; what is passed on are the item vectors alone.",
    icai: "Each item first takes in its attributes; then one sequence model reads the mixture and predicts the next attributes too.",
    sasrecf: "Item and attributes become one vector at the input; from there on they cannot be told apart.",
    fdsa: "Two stacks, one over the items and one over their attributes, joined at the very end.",
    s3rec: "Attributes are used in pre-training only, with four losses; then it is trained as SASRec, without them.",
    sasrec: "Self-attention over items and positions. No attributes.",
    bert4rec: "Some items are masked and guessed from both sides. No attributes.",
    gru4rec: "A recurrent network: it reads item by item and keeps one running summary. No attributes, no attention.",
    gru4recf:
      "Two recurrent networks, one over the items and one over their attributes, joined at the end. No attention.",
    caser: "Filters slide over the newest items as over a picture. No attributes, no attention.",
  } as Record<string, string>,
  settings: "Settings",
  settingsOf: (model: string, epochs: string) => `Settings: ${model}, ${plural(epochs, "epoch")}`,
  explain: "What do these do?",
  allSettings: (open: boolean, count: number) => (open ? "Fewer settings" : `All ${count} settings`),
  saveSettings: "Save settings",
  openSettings: "Open settings",
  settingsRefused: "This file cannot be used.",
  resetAll: "Back to the defaults",
  reset: (name: string, value: string) => `${name}: back to ${value}`,
  on: "on",
  off: "off",

  knobs: {
    fusion: {
      name: "Fusion",
      help: "How the score tables of the sources are joined before the softmax. Sum is the cheapest and nearly as good as the others.",
    },
    targets: {
      name: "Training targets",
      help: "Prefix: each training example is one prefix and its next item, as in the paper. Every position: all items of a window are predicted in one pass, much faster. Masked items: some items are hidden and guessed from both sides.",
    },
    learning_rate: {
      name: "Learning rate",
      help: "Size of Adam’s steps. Too large and the loss jumps, too small and nothing happens.",
    },
    epochs: {
      name: "Epochs",
      help: "Passes over the training data. The run stops after them, or earlier without improvement.",
    },
    pretrain_epochs: {
      name: "Pre-training",
      help: "Epochs with the four pre-training losses, before the epochs of training. 0 leaves a plain SASRec.",
    },
    lambda: { name: "λ attributes", help: "Weight of the attribute losses in the total. 0 trains on next items only." },
    mask_ratio: {
      name: "Mask share",
      help: "Share of items that are hidden and guessed: 0.6 behind the paper’s table, 0.2 in RecBole today.",
    },
    embedding_size: { name: "Item width", help: "Numbers per item. Wider models can hold more and train slower." },
    hidden_size: { name: "Width", help: "Numbers per item. Wider models can hold more and train slower." },
    n_heads: {
      name: "Heads",
      help: "Attention heads share the width among themselves: width 32 with 2 heads is 16 each.",
    },
    train_batch_size: { name: "Batch", help: "Sequences per step. Larger batches step less often and more smoothly." },
    seed: {
      name: "Seed",
      help: "Initial parameters, order and dropout come from it. On the CPU the same seed gives the same curve.",
    },
    n_layers: { name: "Layers", help: "Attention layers, one above the other." },
    inner_size: { name: "Inner width", help: "Width inside the feed-forward part of each layer." },
    max_length: { name: "Length read", help: "How many of the newest items the model reads. Older ones are left out." },
    attribute_hidden_size: { name: "Attribute width", help: "Numbers per attribute value; shared by the heads." },
    pooling: { name: "Pooling", help: "How several values of one attribute become one vector." },
    dupe_factor: {
      name: "Passes per epoch",
      help: "How often an epoch meets each session, cut and masked anew each time.",
    },
    ft_ratio: {
      name: "Mask last item only",
      help: "Share of sessions of which only the last item is masked, as when the next item is predicted.",
    },
    aap_weight: {
      name: "AAP weight",
      help: "Attributes of the items that are not masked, predicted at their positions.",
    },
    mip_weight: { name: "MIP weight", help: "Masked items, each to be told from one wrong item." },
    map_weight: { name: "MAP weight", help: "Attributes of the masked items." },
    sp_weight: {
      name: "SP weight",
      help: "A masked stretch of the session, to be told from a stretch of another user’s session.",
    },
    n_v: { name: "Vertical filters", help: "Each is as high as the window and sums up its positions." },
    n_h: { name: "Horizontal filters", help: "How many filters of each height, from one item up to the whole window." },
    user_embedding: {
      name: "User vectors",
      help: "A vector for each user of the data. You are none of them, so your session is answered without one.",
    },
    output_head: {
      name: "Output layer",
      help: "A layer before the item scores, as in RecBole since 2023. Off: as behind the paper’s table.",
    },
    freeze_attribute_tables: {
      name: "Freeze attribute tables",
      help: "The released code never updates them; here they are trained unless this is on.",
    },
    attribute_table_std: {
      name: "Initial spread, attributes",
      help: "Standard deviation of the initial attribute tables: 1 in the released code.",
    },
    dropout_prob: { name: "Dropout", help: "Part of the activations set to zero while training." },
    hidden_dropout_prob: { name: "Dropout, hidden", help: "Part of the activations set to zero while training." },
    attn_dropout_prob: {
      name: "Dropout, attention",
      help: "Part of the attention weights set to zero while training.",
    },
    reg_weight: { name: "Norm penalty", help: "How much the norms of the parameters count in the loss." },
    layer_norm_eps: { name: "Layer norm ε", help: "Keeps the normalisation from dividing by zero." },
    initializer_range: { name: "Initial spread", help: "Standard deviation of the initial parameters." },
    eval_every: { name: "Evaluate every", help: "Epochs between two evaluations on validation." },
    valid_metric: {
      name: "Best epoch by",
      help: "What is highest at the best epoch, on validation. NDCG@10 leaves ties to MRR. Recall@20 is the released rule; with about 20 items it is 1 from the start and tells no epochs apart.",
    },
    stopping_step: {
      name: "Patience",
      help: "Evaluations that bring no new best epoch before the run stops. 0 never stops it.",
    },
    eval_sessions: {
      name: "Validation sessions",
      help: "How many are ranked at each evaluation. 0 ranks all of them.",
    },
    sampled_softmax: {
      name: "Sampled softmax",
      help: "Items drawn in each step to compete with the targets, for very large catalogues. 0 lets all compete.",
    },
  },
  /** Where a setting is something else in a kind of model. */
  knobsOf: {
    nova: { fusion: { help: "How item, position and attribute vectors become one, before queries and keys." } },
    sasrecf: {
      fusion: { help: "How item and attribute vectors become one input: side by side through a linear map, or added." },
    },
    s3rec: {
      epochs: { help: "Passes over the training data after pre-training." },
      mask_ratio: { help: "Share of items that are hidden while pre-training." },
    },
    gru4rec: { hidden_size: { name: "State width", help: "Numbers of the running summary." } },
    gru4recf: { hidden_size: { name: "State width", help: "Numbers of each running summary." } },
    caser: { max_length: { help: "How many of the newest items the filters see. Each height up to it has its own." } },
  } as Record<string, Record<string, { name?: string; help?: string }>>,
  values: {
    fusion: { ...shell.model.fusion, add: "add" },
    targets: {
      prefix: "prefix",
      every_position: "every position",
      every_position_masked: "every position, masked first",
      cloze: "masked items",
    },
    pooling: { sum: "sum", mean: "mean", max: "max" },
  } as Record<string, Record<string, string>>,
  refusedEveryPosition: (fusion: string) =>
    `Every position is not offered with ${fusion}: this fusion reads whole score rows, later items included, so a position would see the item it has to predict. Prefix is exact. “Masked first” hides later scores before the fusion: faster, but not the paper’s model.`,
  /** The same for models that cannot have it at all, by kind. */
  refusedHere: {
    bert4rec:
      "Every position is not offered: every position sees every other one, so a position would see the item it has to predict. Masked items are guessed instead.",
    dif_bert:
      "Every position is not offered: every position sees every other one, so a position would see the item it has to predict. Masked items are guessed instead.",
    caser:
      "Every position is not offered: the filters run over the whole window at once and give one state for it, so each training example has one target.",
  } as Record<string, string>,

  device: "Device",
  devices: { auto: "Auto", cpu: "CPU", webgpu: "WebGPU" },
  deviceUnknown: "Which device trains is found out when you press Play.",
  deviceNote: "A change of device takes effect with the next run.",
  gpuLoading: (received: string, total: string) => `Fetching the engine for the GPU: ${received} of ${total}.`,
  gpuLoadingUnknown: (received: string) => `Fetching the engine for the GPU: ${received} so far.`,
  onCpu: "Training runs on the CPU.",
  onGpu: (name: string) => `Training runs on [[webgpu|WebGPU]]: ${name}. It passed a self-test.`,
  onSoftwareGpu: (name: string) =>
    `Training runs on [[webgpu|WebGPU]]: ${name}. This adapter runs in software: correct, but slower than the page’s own CPU code.`,
  verdict: {
    fallback: (name: string) =>
      `The only graphics adapter here, ${name}, runs in software: correct, but slower than the page’s own CPU code.`,
    insecure:
      "The page came over plain http, and browsers offer [[webgpu|WebGPU]] only over https or from this machine (localhost). Browser and graphics card are not the cause.",
    no_navigator_gpu: "This browser offers no [[webgpu|WebGPU]] on this page.",
    no_adapter: "The browser supports [[webgpu|WebGPU]] but found no graphics adapter for it.",
    device_refused: "A graphics adapter was found but could not be opened.",
    wrong_answer: "The graphics adapter failed a self-test, so it is not used.",
    load_failed: "The [[webgpu|WebGPU]] part of the page did not start.",
    being_built: "The GPU engine is still being built where this page is served from; the next run asks for it again.",
    not_built: "The GPU engine could not be built where this page is served from; the terminal there says why.",
    not_tried: "The CPU was chosen, so [[webgpu|WebGPU]] was not tried.",
  },
  helpTitle: "How to get WebGPU here",
  help: {
    chromium:
      "Chrome and Edge have WebGPU since version 113 on Windows, macOS and ChromeOS, 121 on Android. Check that hardware acceleration is on in the browser’s system settings.",
    chromiumLinux:
      "On Linux, Chrome offers WebGPU for Intel graphics from version 144 and NVIDIA from 147; for others it is behind the flag enable-unsafe-webgpu.",
    firefox: "Firefox has WebGPU since version 141 on Windows and 145 on Macs with Apple silicon.",
    firefoxLinux: "Firefox does not offer WebGPU on Linux and Android yet. Chrome may.",
    safari: "Safari has WebGPU since version 26.",
    iphone: "Browsers on iPhone and iPad have WebGPU since iOS 26.",
    other: "Current Chrome, Edge, Safari 26 and Firefox on Windows have WebGPU.",
  },
  cpuEnough: "The CPU is enough for everything here.",

  /** A run that was broken off by a reload, a crash or a closed lid. */
  interrupted: {
    question: (step: string) => `Continue from step ${step}?`,
    what: (name: string, data: string, ago: string) =>
      `${name === "" ? "A model" : name} on ${data}, broken off ${ago}.`,
    minutes: (n: number) => (n < 1 ? "just now" : n === 1 ? "a minute ago" : `${n} minutes ago`),
    hours: (n: number) => (n === 1 ? "an hour ago" : `${n} hours ago`),
    days: (n: number) => `${n} days ago`,
    goOn: "Continue",
    opening: "Opening…",
    drop: "Delete it",
    sure: "Delete the run?",
  },
  /** A run as a file. */
  saveRun: {
    button: "Save this run",
    title:
      "A file of the run where it stands: dropped on this page, here or elsewhere, it goes on; the command line takes it, too",
    note: (step: string) => `Step ${step}, as a file. Drop it on this page to go on with it, here or elsewhere.`,
    gone: "It is gone, or goes on in another tab.",
    failed: (why: string) => `The run could not be saved. ${why}`,
  },
  lost: {
    gpu: "The graphics device stopped.",
    cpu: "The training worker stopped.",
    diverged: "Training diverged: the loss is not a number.",
    kept: (epoch: string) => `Nothing is lost: epoch ${epoch} is kept.`,
    whole: (step: string) => `Nothing is lost: step ${step} is kept, with the optimiser’s state.`,
    keptNone: "Nothing had been kept yet, so the run begins again. Your session is untouched.",
    divergedEarly: "Nothing had been kept yet. Your session is untouched.",
    diverging: "A smaller learning rate usually helps.",
    adam: "The optimiser’s state starts anew.",
    onCpu: "Continue on CPU",
    onCpuFresh: "Start on CPU",
  },
  refused: {
    title: "This run could not start.",
    setting: (name: string, found: string, expected: string) => `${name} is ${found}; it must be ${expected}.`,
    range: (name: string, found: string, least: string, most: string) =>
      `${name} is ${found}; it must be from ${least} to ${most}.`,
    memory: (found: string, limit: string) =>
      `It would need about ${found} of memory; ${limit} is the most that a page can have. A smaller batch, a shorter length read or sampled softmax needs less.`,
    noSettings: "It holds no settings of a run that this page can read.",
    kept: "Nothing was changed.",
  },

  lossTitle: "Loss",
  lossSub: (thinned: string) => `total = next item + λ × attributes${thinned}`,
  lossSubNorms: (thinned: string) => `total = next item + norms of the parameters${thinned}`,
  lossSubPretraining: (sum: string, thinned: string) => `total = ${sum}${thinned}`,
  lossTerms: {
    aap: "AAP",
    mip: "MIP",
    map: "MAP",
    sp: "SP",
    l2: "parameter norms",
    l2_horizontal: "filter norms",
  } as Record<string, string>,
  lossTermsNote:
    "Sums over a session. AAP: attributes of items that are not masked. MIP: masked items. MAP: attributes of masked items. SP: a masked stretch of the session.",
  stage: "Stage",
  stages: { pretraining: "Pre-training", training: "Training" },
  stageTurn: "training begins",
  stageWaiting: "Training begins after pre-training; its curve appears here.",
  lossSubPlain: (thinned: string) => `next item${thinned}`,
  thinned: (steps: string) => `; means of ${steps} steps`,
  smoothed: "; smoothed, thin: as measured",
  lossView: {
    title: "Lines, scale, smoothing",
    lines: "Lines",
    scale: "Scale",
    scales: { linear: "Linear", log: "Logarithmic" },
    smoothing: "Smoothing",
    smoothings: { none: "None", some: "Some", much: "Much" },
  },
  lossTotal: "total",
  lossItem: "next item",
  metricTitle: (name: string) => `Validation ${name}`,
  metricSub: (sessions: string) => `${plural(sessions, "session")}, full ranking, band ± 1 standard error`,
  metricSubNone: "full ranking; the curve starts after the first epoch",
  metricSubPretraining: "full ranking; the curve starts after pre-training",
  chartEmpty: "Press Play: the curves appear here.",
  thisRun: "this run",
  chartLabel: (title: string) => `${title}. Arrow keys move the read-out along the curve.`,
  epochAxis: "epoch",

  history: "[[already-clicked|Already clicked items]]",
  historyOptions: { kept: "stay candidates", masked: "left out" },
  historyNote: {
    kept: "Items already clicked can be predicted again: the paper’s protocol.",
    masked: "Items already clicked are taken out before ranking.",
  },

  tableTitle: "This run against the floors",
  rowNewest: (epoch: string) => `This run, epoch ${epoch}`,
  rowBest: (epoch: string) => `Its best, epoch ${epoch}`,
  noEvaluation: "No evaluation yet: the first comes after an epoch.",
  noEvaluationPretraining: "No evaluation yet: the first comes one epoch after pre-training.",
  error: (value: string) => `± ${value}`,
  tableCaption: (history: string) => `Validation by epoch, already clicked items ${history}, ± one standard error`,

  verdictAbove: "{metric} is above {above}.",
  verdictBelow: "{metric} is below {below}.",
  verdictBoth: "{metric} is above {above} and below {below}.",
  metricAt: (metric: string, epoch: string) => `${metric} at epoch ${epoch}`,
  verdictSame: (_same: string, errors: string) =>
    `It cannot be told apart from {same}: their intervals, ${errors} standard errors either way, overlap.`,
  verdictOnlySame: (_same: string, errors: string) =>
    `{metric} cannot be told apart from {same}: their intervals, ${errors} standard errors either way, overlap.`,
  verdictCeiling: (share: string) => `It reaches ${share} of the best possible.`,
  oneSeed: "One [[seed]]: the error is that of the sessions sampled; it does not cover what another seed would change.",
  /** The same in a line. */
  short: {
    reached: (metric: string, value: string, epoch: string) => `${metric} ${value} at epoch ${epoch}`,
    above: (reached: string) => `${reached}, clearly above every floor.`,
    same: (reached: string, floor: string, value: string) =>
      `${reached}, cannot be told apart from ${floor} (${value}).`,
    below: (reached: string, floor: string, value: string) => `${reached}, clearly below ${floor} (${value}).`,
  },

  /** The line that goes along into every panel. */
  bar: {
    label: "Training run",
    progress: "Progress of the run",
    pause: "Pause the run",
    play: "Go on with the run",
    stop: "Stop the run",
    away: "Put this away",
    goTo: (panel: string) => `Go to ${panel}`,
    epoch: (epoch: string, epochs: string) => `epoch ${epoch} / ${epochs}`,
    run: (run: string, all: string) => `run ${run} of ${all}`,
  },
};
