export const shell = {
  title: "DIF-SR Lab",
  documentTitle: "DIF-SR Lab: what does each source of information see?",
  skip: "Skip to the explanation",
  panels: "Panels",
  panel: { session: "Session", next: "Next", why: "Why?", train: "Train it", compare: "Compare", paper: "Paper" },
  panelLong: { why: "Why?", train: "Train it", compare: "Compare", paper: "Paper and limits" },
  strip: (items: number, best: string) =>
    `Your session, ${items} ${items === 1 ? "item" : "items"}.${best ? ` ${best}` : ""}`,
  stripBest: (name: string, percent: string) => `First prediction: ${name}, ${percent}`,
  languageLabel: "Language",
  themeLabel: { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
  shortcuts: "Keyboard shortcuts",
  copyLink: "Copy a link to this state",
  linkCopied: "Link copied. It holds the session and what is on screen.",
  linkFailed: "The browser did not allow copying. The address bar holds the same link.",

  model: {
    label: "Model",
    about: "About the model",
    none: "None yet",
    names: { dif_sr: "DIF-SR", sasrec: "SASRec" } as Record<string, string>,
    fusion: { sum: "sum", concat: "concat", gate: "gate", sigmoid_gate: "sigmoid gate" } as Record<string, string>,
    noneText: "No weights fit this data yet. Train a model and the predictions appear as it learns.",
    shipped: "Weights that come with the page.",
    training: (label: string) => `Weights of your own run: ${label}.`,
    weights: "Weights",
    layers: "Layers, heads",
    width: "Width",
    seed: "Seed",
    trainedFor: "Trained for",
    epochs: (n: string) => `${n} epochs`,
    trainedOn: "Trained on",
    recall: "Test Recall@10",
    ndcg: "Test NDCG@10",
    metricNote: (sessions: string) =>
      `${sessions} held-out sessions, ranked among all items, history kept; ± one standard error.`,
    backToShipped: "Back to the page’s own weights",
    trainOne: "Train one",
  },

  badge: {
    about: "What computes here",
    cpu: "CPU",
    webgpu: "WebGPU",
    simd: "SIMD",
    loading: "loading",
    stopped: "stopped",
    device: "Device",
    why: "Predictions and explanations always run on the CPU, in WebAssembly with SIMD: the models are small and answer in milliseconds. Training may use WebGPU where a graphics adapter passes a test; the Train panel says so.",
    noGpu: "This browser offers no WebGPU on this page.",
    hasGpu: "This browser offers WebGPU. Whether an adapter answers is found out when training starts.",
    predict: "Prediction",
    explain: "Explanation",
    total: "Click to screen",
  },

  status: {
    loading: (received: string, total: string) => `Engine: ${received} of ${total}.`,
    loadingUnknown: (received: string) => `Engine: ${received} so far.`,
    starting: "The engine is starting.",
    stored: "What you see is a stored example.",
    opening: "Reading the data.",
    ready: "Ready.",
    restarted: "The engine stopped and was started again. Your session is kept.",
    failed: "The engine stopped.",
    model: (name: string, parameters: string) => `${name}, ${parameters} weights`,
    seed: (seed: string) => `seed ${seed}`,
    timing: (items: number, ms: string, device: string) =>
      `${items} ${items === 1 ? "item" : "items"} answered in ${ms} on ${device}`,
    privacy: "Nothing leaves this machine.",
  },

  failed: {
    title: "The engine stopped.",
    kept: "What is on screen stays; clicks do not change it until the engine runs again.",
    files: "A file of this page did not arrive; loading it again may help.",
    retry: "Try again",
    noWasm: "This browser cannot run WebAssembly with SIMD. Any current Chrome, Edge, Firefox or Safari can.",
  },

  help: {
    title: "Keyboard shortcuts",
    groups: [
      {
        title: "Anywhere",
        keys: [
          { keys: ["/"], does: "Search the catalogue" },
          { keys: ["Ctrl", "Z"], does: "Undo an edit of the session" },
          { keys: ["Ctrl", "Shift", "Z"], does: "Redo it" },
          { keys: ["?"], does: "This list" },
        ],
      },
      {
        title: "Catalogue",
        keys: [
          { keys: ["←", "→", "↑", "↓"], does: "Move between items" },
          { keys: ["Enter"], does: "Add the item; in the search field, the first hit" },
        ],
      },
      {
        title: "Session",
        keys: [
          { keys: ["↑", "↓"], does: "Move between steps" },
          { keys: ["Enter"], does: "Point all maps at this step" },
          { keys: ["Alt", "↑"], does: "Move the item earlier" },
          { keys: ["Alt", "↓"], does: "Move the item later" },
          { keys: ["Delete"], does: "Remove the item" },
        ],
      },
      {
        title: "Maps and training",
        keys: [
          { keys: ["←", "→", "↑", "↓"], does: "Move the cell all maps share" },
          { keys: ["Enter"], does: "Pin the cell" },
          { keys: ["Esc"], does: "Free the cell; close a menu" },
          { keys: ["Space"], does: "Play or pause, inside the Train panel" },
        ],
      },
    ],
  },
};
