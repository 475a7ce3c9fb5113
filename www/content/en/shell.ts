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
  lecture: "Lecture",
  copyLink: "Copy a link to this state",
  linkCopied: "Link copied. It holds your session and your choices; models you trained stay on this machine.",
  linkFailed: "The browser did not allow copying. The address bar holds the same link.",

  model: {
    label: "Answered by",
    about: "About the model",
    own: (name: string) => `${name}, your own`,
    none: "None yet",
    fusion: { sum: "sum", concat: "concat", gate: "gate", sigmoid_gate: "sigmoid gate" } as Record<string, string>,
    fusionLabel: "[[fusion|Fusion]]",
  },

  badge: {
    about: "Where it runs",
    cpu: "CPU",
    webgpu: "WebGPU",
    loading: "loading",
    stopped: "stopped",
    trainsOnGpu: "training on WebGPU",
  },

  status: {
    loading: (received: string, total: string) => `Engine: ${received} of ${total}.`,
    loadingUnknown: (received: string) => `Engine: ${received} so far.`,
    loadingModel: (received: string, total: string) => `Model: ${received} of ${total}.`,
    loadingModelUnknown: (received: string) => `Model: ${received} so far.`,
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
    files: "A file of this page did not arrive; loading it again may help.",
  },

  late: "A part of this page did not arrive. Check the connection and press again.",
};
