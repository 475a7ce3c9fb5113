import { plural } from "./plural";
export const data = {
  title: "Data",
  lede: "A shop we made up, whose rules are known, or your own log. Everything stays on this machine.",
  opening: "Opening…",
  openingLong: "Reading the data. Large files take a few seconds.",
  sessionNote: "Opening other data starts another session and ends a run in training.",
  notReady: "The engine is still loading.",

  now: "Open now",
  facts: {
    users: "sessions",
    items: "items",
    interactions: "clicks",
    mean: "mean length",
    attributes: "attributes",
    targets: "training examples",
  },
  attribute: (name: string, values: string, bag: boolean) => `${name} (${values}${bag ? ", several per item" : ""})`,
  noAttributes: "none: only items and positions can be learned",

  splitTitle: "How it is split",
  split: "The last click of every session is the [[test]], the one before is [[validation]], all others train.",
  splitByTime: (valid: string | null, test: string | null) =>
    `What comes before ${valid ?? "one moment"} trains. The last click of a session from then until ${test ?? "another moment"} is [[validation]]; its last click after that is the [[test]].`,
  splitSample: "A session of this data:",
  splitTrain: "training",
  splitValid: "validation",
  splitTest: "test",
  splitEarlier: (n: string) => `${n} earlier`,

  presetsTitle: "A shop with [[planted-rule|planted rules]]",
  presetsNote:
    "240 items in 10 departments, three attributes, 3,000 sessions of 5 to 20 clicks. A stated process makes them, so the best possible result is known.",
  presets: {
    brand_loyal: {
      text: "Two rules take turns. The chain finds an earlier click by its brand and takes the next type of that department; brand loyalty finds one by its department and takes its brand.",
    },
    department_chains: {
      text: "Tent, then sleeping bag, then mat: the next type after an earlier click. The chain finds that click by its brand, so brand is what a model needs here.",
    },
    side_information_useless: {
      text: "The last item nearly decides alone: its fixed successors go by no attribute, and the attributes were shuffled between the items. Decoupled fusion must not win here.",
    },
  },
  presetOpen: "open now",
  mix: "Next click by",

  mixTitle: "Mix the rules yourself",
  rules: {
    chain: {
      name: "Department chain",
      help: "finds an earlier click by brand, as one of the last item’s brand comes to mind first; then the next type in its department",
    },
    brand: {
      name: "Brand loyalty",
      help: "finds an earlier click by department, as one of the last item’s department comes to mind first; then an item of its brand",
    },
    price: {
      name: "Price band",
      help: "an earlier click, found by no attribute, newer ones more often; then an item of its price band",
    },
    transition: { name: "Fixed successors", help: "one of three fixed items after the last one" },
    noise: { name: "Noise", help: "any item, popular ones more often" },
  },
  rulesZero: "At least one rule must be above zero.",
  seed: "Seed",
  sessions: "Sessions",
  make: "Make this shop",
  presetMix: "Back to the preset’s mix",

  filesTitle: "Your own files",
  filesNote:
    "A log of who clicked what, and a table of the items if you have one: RecBole, MovieLens, S³-Rec, Amazon and others as published, or any CSV or JSON, zipped or not. They stay on this machine.",
  choose: "Choose files",
  dropHere: "or drop them anywhere on the page",
  /** Files that came together with others, or that the page does not read. */
  notTaken: {
    secondModel: (names: string) =>
      `Not taken: ${names}. Models are looked at one by one: drop the next after this one.`,
    modelBeforeData: (names: string) =>
      `Not taken: ${names}. A model belongs to its data: open the data first, then drop the model again.`,
    settings: (names: string) =>
      `Not taken: ${names}. If these are settings of a run, open them in the panel “Train it”, with “Open settings” under all settings.`,
  },
  howRead: (names: string) => `How ${names} is read`,
  openFiles: "Open these files",

  all: "all",
  opened: (name: string) => `${name} is open.`,
  openedReady: "Its example session and a trained model are there.",
  openedNoModel: "No model has been trained on it yet: train one.",
  goSession: "Build a session",

  kept: (users: string, items: string, clicks: string) =>
    `Kept: ${plural(users, "user")}, ${plural(items, "item")}, ${plural(clicks, "click")}.`,
  of: (users: string, items: string, clicks: string) =>
    `Read from the files: ${plural(users, "user")}, ${plural(items, "item")}, ${plural(clicks, "click")}.`,
  droppedCore: (k: string) => `The ${k}-core rule`,
  dropped: {
    dates: "The choice of days",
    items: "The limit on items",
    users: "The limit on users",
    min_length: "The shortest length",
    max_session: "The longest session",
  } as Record<string, string>,
  droppedRow: (rule: string, what: string) => `${rule} left out ${what}.`,
  droppedNothing: "Of what was read nothing was left out.",
  /** How the files were read. */
  reading: {
    order: {
      time: "The clicks of a session are in the order of their times.",
      file: "The clicks of a session are in the order of the file, oldest first.",
      "file reversed": "The clicks of a session are in the order of the file, newest first.",
    },
    leftOut: "Columns that are not used:",
    values: (n: number, text: string) => `${text} ${n === 1 ? "value" : "values"}`,
    column: (name: string, values: string | null, reason: string) =>
      `${name}${values === null ? "" : ` (${values})`}: ${reason}.`,
    reasons: {
      no_value: "no item has a value",
      same_value: "the same for all items",
      own_value: "no two items share a value, so it says no more than the item itself",
      text: "more values than items, most of them at one item only, as in running text",
      number: "numbers are not used as attributes; with the type token they are",
      second_title: "another column names the items",
      log_column: "of the clicks, only user, item and time are read",
    },
    undescribed: (file: string, lacking: string, all: string, clicks: string) =>
      `${file} lacks ${lacking} of ${all} (${clicks}): they have no values and are named by their ids.`,
  },
  units: {
    users: (n: number, text: string) => `${text} ${n === 1 ? "user" : "users"}`,
    items: (n: number, text: string) => `${text} ${n === 1 ? "item" : "items"}`,
    interactions: (n: number, text: string) => `${text} ${n === 1 ? "click" : "clicks"}`,
  },

  /** A model file that was dropped on the page. */
  model: {
    title: "Let this model answer?",
    reading: "Reading the file.",
    unreadable: (name: string) => `${name} could not be read from the disk.`,
    instead: (name: string) => `Now ${name} answers. Session and focus stay, and it can be chosen again.`,
    first: "No model answers now.",
    /** Its file names this shop; a seed and a mix it does not name. */
    sameShop: "The file names the shop, not its seed and mix: on another seed or mix its numbers mean nothing.",
    otherName: (trained: string, open: string) =>
      `It was trained on ${trained}; open now is ${open}. Let it answer only if these are the same data: on any other its numbers mean nothing.`,
    noName: (open: string) =>
      `Its file does not say what it was trained on. Let it answer only if that was ${open}: on any other data its numbers mean nothing.`,
    use: "Let it answer",
    leave: "Leave it",
  },
  /** The file of a run that was dropped on the page. */
  run: {
    title: "Go on with this run?",
    stands: "Where it stands",
    place: (step: string, epoch: string, of: string) => `step ${step}, epoch ${epoch} of ${of}`,
    best: "Best so far",
    bestAt: (metric: string, epoch: string) => `${metric}, epoch ${epoch}`,
    unranked: "not evaluated yet",
    time: "Trained for",
    instead:
      "It takes the place of the run on screen, which is not kept. Save that one first if you may want it again.",
    busy: "The Compare panel is training: wait for it, or stop it there.",
    over: "It is over: nothing is left to train.",
    refused: (name: string, why: string) => `${name} cannot go on here. ${why} Nothing has changed.`,
    goOn: "Continue",
    opening: "Opening…",
    bestAnswers: "Let its best model answer",
  },

  error: {
    line: (file: string, line: string) => `${file}, line ${line}:`,
    file: (file: string) => `${file}:`,
    foundExpected: (found: string, expected: string) => `Found: ${found}. Expected: ${expected}.`,
    setting: (name: string, found: string, expected: string) => `${name} is ${found}; it must be ${expected}.`,
    crashed: "The engine stopped while reading.",
    kept: (name: string) => `Nothing is lost: ${name} is still open, with your session.`,
    another: "Choose another file",
    keep: (name: string) => `Go on with ${name}`,
    change: "Change the values",
  },
};
