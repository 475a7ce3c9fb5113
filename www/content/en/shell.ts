export const shell = {
  title: "DIF-SR Lab",
  documentTitle: "DIF-SR Lab: what does each source of information see?",
  /** The first sentence of the page: what this is. */
  about: "Click a few items: a small model guesses your next click, and this page shows what it looked at.",
  skip: "Skip to the explanation",
  /** Read out before the number of clicks, and before the first item of the list. */
  strip: "Your session, items:",
  stripBest: "First prediction:",
  languageLabel: "Language",
  appearance: "Theme and size",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  projector: "Large, for a projector",
  tools: "Theme, link, keys",
  shortcuts: "Keyboard shortcuts",
  copyLink: "Copy a link to this state",
  linkCopied: "Link copied. It holds your session and your choices; models you trained stay on this machine.",
  linkFailed: "The browser did not allow copying. The address bar holds the same link.",

  model: {
    label: "Answered by",
    about: "About the model",
    own: (name: string) => `${name}, your own`,
    none: "None yet",
    fusion: { sum: "sum", concat: "concat", gate: "gate", sigmoid_gate: "sigmoid gate" } as Record<string, string>,
    noneText: "No model has been trained on this data yet. Train one and the predictions appear as it learns.",
    shipped: "A model that comes with the page.",
    training: (label: string) => `Your own: ${label}.`,
    weights: "[[parameters|Parameters]]",
    layers: "[[layer|Layers]], [[head|heads]]",
    width: "Width",
    seed: "[[seed|Seed]]",
    trainedFor: "Trained for",
    epochs: (n: string) => `${n} epochs`,
    trainedOn: "Trained on",
    ndcgAt: (value: string) => `NDCG@10 ${value}`.trim(),
    coming: "On its way.",
    comingOf: (received: string, total: string) => `${received} of ${total} are here.`,
    recall: "Test [[recall|Recall@10]]",
    ndcg: "Test [[ndcg|NDCG@10]]",
    metricNote: (sessions: string) =>
      `${sessions} [[held-out|held-out]] sessions, ranked among all items, already clicked ones included; ± one [[standard-error|standard error]].`,
    /** Where side information enters a model. */
    enters: {
      title: "[[side-information|Side information]]",
      never: "not used",
      input: "at the input",
      attention: "in the attention",
      output: "at the output",
      loss: "in the loss",
      list: (places: readonly string[]) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(places),
    },
    choose: "Which model answers",
    facts: "Sizes and results",
    chooseShipped: "Models of the page",
    chooseTrained: "Yours",
    chooseWaiting: "The list of models is on its way.",
    chooseOther:
      "The page’s own models were trained on other data: their item numbers mean nothing here. Only models trained on this data can answer.",
    openWeights: "Open a model",
    saveWeights: "Save this model",
    chooseFailed: (why: string) => `The model did not arrive: ${why}`,
    fileRefused: (name: string, why: string) => `${name} cannot be used. ${why} The model that answered still does.`,
    chosen: (name: string) => `${name} answers now. Session and focus are unchanged.`,
    fusionLabel: "[[fusion|Fusion]]",
    fusionMissing: (fusion: string) =>
      `No model with fusion “${fusion}” has been trained on this data. What another fusion learned cannot be reused: train it.`,
    fusionTrain: (fusion: string) => `Train it with ${fusion}`,
    backToShipped: "Back to the page’s own model",
    trainOne: "Train one",
  },

  badge: {
    about: "Where it runs",
    cpu: "CPU",
    webgpu: "WebGPU",
    loading: "loading",
    stopped: "stopped",
    device: "Device",
    why: "Predictions and explanations always run on the CPU, in WebAssembly with SIMD: the models are small and answer in milliseconds. Training may use WebGPU where a graphics card passes a self-test; the panel “Train it” says which of the two is used.",
    noGpu: "This browser offers no WebGPU on this page.",
    insecure:
      "This page came over plain http, and browsers offer WebGPU only over https or from this machine (localhost). Neither the browser nor the graphics card is the cause.",
    trainsOnGpu: "training on WebGPU",
    trainedOn: (device: string) => `Training runs on WebGPU: ${device}.`,
    trainedOnCpu: "Training runs on the CPU, too; the panel “Train it” says why.",
    hasGpu: "This browser offers WebGPU. Training will check for a usable graphics card.",
    predict: "Prediction",
    explain: "Explanation",
    total: "Click to screen",
  },

  status: {
    loading: (received: string, total: string) => `Engine: ${received} of ${total}.`,
    loadingUnknown: (received: string) => `Engine: ${received} so far.`,
    loadingModel: (received: string, total: string) => `Model: ${received} of ${total}.`,
    starting: "The engine is starting.",
    stored: "What you see is a stored example.",
    opening: "Reading the data.",
    ready: "Ready.",
    restarted: "The engine stopped and was started again. Your session is kept.",
    failed: "The engine stopped.",
    model: (name: string, parameters: string) => `${name}, ${parameters} parameters`,
    seed: (seed: string) => `seed ${seed}`,
    timing: (items: number, ms: string, device: string) =>
      `${items} ${items === 1 ? "item" : "items"} answered in ${ms} on ${device}`,
    privacy: "Nothing leaves this machine.",
  },

  failed: {
    title: "The engine stopped.",
    kept: "What is on screen stays; clicks do not change it until the engine runs again.",
    files: "A file of this page did not arrive; loading it again may help.",
    retry: "Reload the page",
    details: "Technical details",
    /** By code: what happened and what helps. Addresses stay as they are. */
    reasons: {
      not_found: (address: string, status: string) =>
        status === "404"
          ? `The server has no ${address}. Whoever put this page there must add it.`
          : `The server answered ${status} for ${address}. Trying again later may help.`,
      not_the_file: (address: string, isPage: boolean) =>
        isPage
          ? `The server sent a web page in place of ${address}. Either the file is missing there, or the sign-in page of a network came in between.`
          : `The server sent something else in place of ${address}. The file there is damaged.`,
      offline: (address: string) => `Nothing arrived from ${address}. Check the connection, then try again.`,
      crashed: "The engine stopped because of an error of its own.",
      aborted: "The request was cancelled.",
      /** Of what the engine refuses: found and expected are its own English words. */
      refused: (where: string, found: string, expected: string) => `${where}: found ${found}, expected ${expected}.`,
      too_large: (what: string, found: string, limit: string) => `${what}: ${found}, the limit is ${limit}.`,
      not_ready: "The engine does not have the data or the model for this yet.",
      being_built: "This part of the page is still being built.",
      not_built: "This part of the page could not be built.",
      gpu: "The graphics card cannot be used.",
      diverged: "Training diverged: the loss is not a number.",
      unknown: "Something unexpected went wrong.",
    },
    noWasm: "This browser cannot run WebAssembly with SIMD. Any current Chrome, Edge, Firefox or Safari can.",
  },

  notices: {
    noData: (why: string) => `The data that was asked for could not be opened. ${why} What was open before still is.`,
    late: "A part of this page did not arrive. Check the connection and press again.",
    dropped: (parts: string) => `This part of the link could not be used and was left out: ${parts}.`,
    fault:
      "Something in this page failed. What you made is kept. If a part of the page no longer responds, reload the page.",
  },
};
