import { plural } from "./plural";
/** "Is it true?": explanations held against the rules that the shop was made by. */
export const truth = {
  lede: "The shop knows why the visitor clicked. The explanation says why the model scores. Where the model learned the shop’s way, the two can be compared.",

  waiting: "The clicks are asked for as soon as the engine is ready.",
  noModel: "No model has been trained on this data yet. Train one, and its explanations can be held against the shop.",
  goTrain: "Go to Train it",
  noProcess:
    "Nobody knows why the visitors of this data clicked, so no explanation of it can be checked. The shops of this page are made by known rules: there it can.",
  openShop: "Open a shop",
  failed: (why: string) => `The clicks could not be asked: ${why}`,
  held: "This model is still changing. Measure it as it is now?",
  measure: "Measure it",
  older: (label: string) => `What stands here is of this run’s model at ${label}; another answers now.`,
  measureNow: "Measure that one",

  plantedTitle: "What was planted",
  /** Heads of the list of rules. */
  planted: { rule: "Rule", part: "Clicks", finds: "Finds an earlier click by", takes: "Then takes" },
  finds: {
    chain: "brand",
    brand: "department",
    price: "how recent it is, nothing else",
    transition: "nothing: it is always the last one",
    noise: "none: no earlier click leads here",
  },
  takes: {
    chain: "the next type in that item’s department",
    brand: "an item of that item’s brand",
    price: "an item of that item’s price band",
    transition: "one of its three fixed successors",
    noise: "any item, popular ones more often",
  },
  crossed:
    "These are [[planted-rule|planted rules]], and their names are crossed: the chain finds its earlier click by brand, brand loyalty by department. Category on this page is department and type.",

  lawTitle: "Did the model learn the shop’s way?",
  lawSub:
    "How much a score rises where an earlier click shares a property with the last one. Dashed: planted. Filled: the source that the shop goes by.",
  same: { category: "Same department", brand: "Same brand", "price band": "Same price band" } as Record<string, string>,
  sameOther: (attribute: string) => `Same ${attribute.toLowerCase()}`,
  sameFor: {
    category: "how brand loyalty finds a click",
    brand: "how the chain finds a click",
    "price band": "nothing is found by it",
  } as Record<string, string>,
  back: "One step further back",
  backFor: "old clicks come to mind less",
  plantedWord: "planted",
  layer: (layer: string) => `Layer ${layer}`,
  lawRead: {
    own: (shared: string, source: string, lift: string, layer: string) =>
      `${shared}: ${source} rises most, by ${lift} in layer ${layer}, as planted.`,
    other: (shared: string, source: string, lift: string, layer: string) =>
      `${shared}: ${source} rises most, by ${lift} in layer ${layer}, where another source was planted.`,
    none: (shared: string) => `${shared}: no source rises by 0.5.`,
  },
  lawNote: "Signs, and which source rises, carry meaning. Sizes do not: a model may sharpen what it learned.",
  lawShuffled:
    "In this shop the attributes on show were shuffled between the items. A model may still use them to find the last item again, so a lift alone does not show that it learned the planted rule.",
  lawAbsent: {
    nothing_compared:
      "This model has no attention: it compares no clicks, so there are no scores that a source could have a part in.",
    item_and_position:
      "This model compares items and their positions, added up before: no attribute has a part in its scores.",
    stacks:
      "This model compares items in one stack and attributes in another: no score has a part of each that could be told apart.",
    mixed: "This model mixes its sources before it compares, so no source’s part can be told from another’s.",
    no_attributes: "This model knows no attributes, so none of them can rise.",
    read_at_mask:
      "This model is read at [MASK], a position that holds no item: it shares no brand and no department with any click.",
  },

  clicks: "[[held-out|Held-out]] clicks",
  clicksTop: "in the model’s top ten",
  clicksAll: "all",
  counting: (done: string, of: string) => `${done} of ${plural(of, "click")} asked`,
  countingLabel: "Clicks asked",
  counted: (n: string) => `${plural(n, "click")} asked.`,
  stored: (date: string) => `The answers came with the page; the engine gave them on ${date}.`,
  anew: "Ask anew",
  stopped: (done: string, of: string) => `Stopped after ${done} of ${plural(of, "click")}.`,
  whenWhole: "Its rows appear once all of its clicks are asked.",
  whenMeasured: "The model is still changing: this appears once you have it measured.",
  whenGoneOn: "Nothing is being asked. This appears once you go on.",
  lawAwaited: "The model’s scores are being compared.",
  stop: "Stop",
  goOn: "Go on",

  methods: {
    gradient_times_input: "Gradient × input",
    which: {
      leave_one_out: "Leave-one-out",
      attention: "Attention (all layers)",
      attention_last_layer: "Attention (last layer)",
      attention_times_gradient: "Attention × gradient",
      always_last: "always the last click",
      best: "best possible",
      best_without_click: "best without the click",
    } as Record<string, string>,
    pointed: {
      weighted_part: "Attention part",
      plain_part: "Attention part, plain",
      part_off: "Part switched off",
      source_off: "Source switched off",
      best: "best possible",
    } as Record<string, string>,
  },
  right: "right",
  chance: "chance",
  chanceAt: (share: string) => `chance ${share}`,
  bestAt: (share: string) => `best possible ${share}`,
  kappa: "κ",
  noKappa: "not scored",
  hits: (hits: string, of: string) => `${hits} of ${of}`,
  clicksCount: (n: number, text: string) => `${text} ${n === 1 ? "click" : "clicks"}`,
  notScored: (clicks: string) => `${clicks}, not scored`,
  foundBy: (cue: string) => `found by ${cue}`,
  cues: { chain: "brand", brand: "department", price: "recency", transition: "being last" },

  whichTitle: "Which earlier click led to this one?",
  whichSub: (clicks: string) =>
    `${clicks}, each with a planted earlier click; noise is left out. A method is right where it names that one.`,
  whichRead: "names the planted click for",
  noAttention: "this model has no attention",
  notAsked: "this model cannot be asked this way",
  noClicks: "none of these clicks",

  rulesTitle: "The same by rule",
  rulesSub: "Dashed: chance. Upright line: best possible. Under 30 clicks a share is drawn, not scored.",
  /** Of rules without a row. `n`: for the plural, `text`: as it is written. */
  rulesRest: (rules: string, n: number, text: string) =>
    n === 1
      ? `${text} more click, of “${rules}”, is counted above only: nothing tells it from noise.`
      : `${text} more clicks, of “${rules}”, are counted above only: nothing tells them from noise.`,

  pointedTitle: "What pointed to it?",
  pointedSub: (clicks: string) =>
    `${clicks} whose earlier click shares just one of brand and department with the last. Each method is told which click it was and names a source.`,
  pointedHeading: ["Names the source", "that was planted"],
  pointedAxis: (clicks: string) => ["0 to 100 % of", clicks],
  pointedKey: { planted: "names the planted source", other: "names another", size: "size: share of the row" },
  pointedRead: "names the planted source for",
  pointedPosition: "Position is no candidate: no rule has it, and it would take half of the answers.",
  pointedMixed:
    "The question is made for a sum. Here another fusion follows the parts, so a part is no longer what it adds to the score: read the first two with care.",
  cellSaid: (rule: string, method: string, source: string, share: string, hits: string, of: string) =>
    `${rule}, ${method}: ${source} ${share}, ${hits} of ${of}`,
  cells: "Sources named by rule and method. Arrow keys walk, Enter lists the clicks.",
  cellClicks: (said: string) => `Clicks of “${said}”`,
  cellMore: (n: string) => `and ${n} more`,
  cellNone: "No click here.",
  cellRank: (rank: string) => `rank ${rank}`,

  /** Sentences made from the numbers on screen. */
  read: {
    one: (method: string, verb: string, right: string, clicks: string, chance: string, best: string) =>
      `${method} ${verb} ${right} of ${clicks} (chance ${chance}, best possible ${best})`,
    other: (method: string, right: string, chance: string) => `${method} for ${right} (${chance})`,
    join: (first: string, others: string) => (others === "" ? `${first}.` : `${first}, ${others}.`),
    level: (methods: string) => `By κ, ${methods} cannot be told apart here.`,
    ahead: (first: string) => `By κ, ${first} agrees most.`,
    atChance: (methods: string) => `No better than chance: ${methods}.`,
    few: "Fewer than 30 clicks: too few to say anything.",
  },

  besideTitle: "Does it vanish where nothing was learned?",
  besideModel: "Model",
  besideNow: (model: string) => `${model}, as it answers now`,
  besideAt: (model: string, label: string) => `${model}, ${label}`,
  besideUntrained: "the same, untrained",
  besideAsking: "being measured",
  besideShuffled: (model: string) => `${model}, attributes shuffled`,
  besideCell: (right: string, chance: string, kappa: string) => `${kappa}; ${right} (${chance})`,
  besideNote:
    "All held-out clicks count here, whichever the figures above show: those in a model’s top ten are other clicks for every model. Cells: κ with its 95 % interval; share right and, in brackets, by chance. Untrained, κ is 0 on average over initialisations; a single one may stray by .10, for intervals cover clicks, not initialisations.",
  besideRecorded: (data: string, seed: string, date: string) =>
    `Attributes shuffled: recorded on ${date}, not measured now (“${data}”, seed ${seed}).`,

  examplesTitle: "Three clicks",
  examplesWaiting: "Three clicks are picked once all are asked.",
  examplesNone: "No click of this kind was found.",
  /** By how many of the three methods the model can be asked: two where it has no attention. */
  examples: {
    right: (methods: number): string => (methods === 2 ? "Both are right" : "All three are right"),
    differ: (_methods: number): string => "They disagree",
    wrong: (methods: number): string => (methods === 2 ? "Both are wrong" : "All three are wrong"),
  },
  examplesWhy: {
    right: (rule: string, item: string, methods: number) =>
      `${rule} led from ${item}. ${methods === 2 ? "Both" : "All three"} methods say so.`,
    differ: (rule: string, item: string, _methods: number) =>
      `${rule} led from ${item}. The methods name different clicks.`,
    wrong: (rule: string, item: string, methods: number) =>
      `${rule} led from ${item}. ${methods === 2 ? "Neither of the two" : "None of the three"} methods names it.`,
  },
  /** Where the best possible is wrong, too. */
  examplesNobody: "Nobody could know: to somebody who knows the rules, another click is the likelier one.",
  exampleClick: "Session, next click",
  exampleTruth: "Planted",
  exampleHappened: "What happened",
  exampleOpen: (item: string) => `Open this session; explain ${item}`,
  exampleOpened: (items: number, item: string) => `Session of ${items} clicks; ${item} is explained.`,
  exampleRight: "the planted one",
  exampleWrong: "another one",
  exampleBack: (back: number) => (back === 0 ? "the last click" : `${back} before the last`),

  cautionWord: "[[attention|Attention]] is not explanation.",
  caution:
    "Where a model looks is not yet why it decides, and here that is measured: see how far attention stands from the best possible. Each method answers a question of its own.",
  notes: "How is this decided?",
  noteList: [
    "Chance: how often a method would be right if it named its answers as often as it does, but at random.",
    "κ (kappa): how far a share lies from chance towards always right. 0 is chance, 1 always right; a constant answer has 0.",
    "Best possible: the likeliest answer of somebody who knows the rules and sees the click. Best without the click: the same before it came, the limit of attention, which has not seen it.",
    "±: 95 % [[interval]] over clicks. It does not cover what another seed of the model would change.",
    "Parts are compared within their row: “rather than an average click”. What is equal along the row cancels in the [[softmax]].",
    "A model may reach a click by another way than the shop’s. Then its explanation is about that way.",
  ],
  crossedTitle: "Why not simply ask for the rule?",
  crossedText:
    "The obvious test takes the name of the rule and looks whether the explanation blames the source of that name. It would be wrong, and none of the three reasons is a fault of the explanations:",
  crossedReasons: [
    "The names are crossed. The chain finds its click by brand, brand loyalty by department; price and successors go by no attribute. Attributes say where to look, not what comes next.",
    "The rule is drawn without a look at the session, and attention sees the session only. Over all clicks it can agree no more often than chance, whatever the model: that is a theorem, not a finding.",
    "A constant answer wins. Where two rules make most of the clicks, always naming the source of one of them is right more often than any method.",
  ],

  table: {
    method: "Method",
    rule: "Rule",
    clicks: "Clicks",
    right: "Right, %",
    half: "± %",
    chance: "Chance, %",
    kappa: "κ",
    kappaHalf: "± κ",
    all: "all",
    property: "Shared",
    planted: "Planted",
    inLayer: (source: string, layer: string) => `${source}, layer ${layer}`,
    named: (source: string) => `${source}, %`,
  },
};
