import { plural } from "./plural";
export const gradients = {
  lede: "What does one training step tell each [[source]] of information? Where vectors are added, all of them hear the same.",
  waiting: "The step is computed as soon as the engine is ready.",
  empty: "Click two items: the last one plays the true next click, and the step learns to predict it.",
  one: "Two clicks are needed: one to read, and one that came next. Add one more.",
  noModel: "No model has been trained on this data yet. Train one, and its step appears here.",
  goTrain: "Train a model",
  noBeside: "No second model fits this data, so there is nothing to stand beside it. Train another one.",
  noAttention: (name: string) =>
    `${name} has no attention: there are no sources by which it looks back, and its step is not shown here.`,
  failed: (name: string, why: string) => `${name} gives no gradients. ${why}`,
  batchFailed: (name: string, why: string) => `${name} could not be measured over many clicks. ${why}`,
  computing: (name: string) => `${name} is computing its step.`,

  last: (clicks: number) =>
    clicks === 1
      ? "Your last click, {target}, plays the true next click; the model reads the one before it."
      : `Your last click, {target}, plays the true next click; the model reads the ${clicks} before it.`,
  quiz: (clicks: number) =>
    `The true next click of this test session, {target}, is no secret any more; the model reads ${clicks === 1 ? "the one click" : `the ${clicks} clicks`} before it.`,
  newest: (clicks: number) => `It has room for the newest ${clicks}.`,
  ground: "One session, without [[dropout]]. The step is tried on a copy: the model that answers stays as it is.",

  beside: "Beside it",
  wide: "Attributes as wide as items",
  wideLabel: "attributes as wide as items",
  play: "Slow motion",
  pause: "Pause",
  moment: "The step, part by part",
  moments: { forward: "Forward", loss: "Loss", backward: "Backward", update: "Update" },
  /** What happens in each part, before its numbers. */
  happens: {
    forward:
      "Forward: the model reads the clicks and gives every item a probability. Here is what the true next click gets.",
    loss: "[[loss|Loss]]: how surprised the model was, −ln of that probability. Guessing attributes counts beside it, times [[lambda|λ]].",
    backward:
      "Backward: the chain rule goes the same way back, down to every vector that was looked up. A gradient points where the loss would grow.",
    update:
      "Update: one step of Adam, against the gradients. This is the same session again, so it is no test of the model.",
  },
  stepTable: "The step in numbers, by system",
  system: "System",
  rank: (rank: string) => `rank ${rank}`,
  rankTo: (from: string, to: string) => `rank ${from} → ${to}`,
  ofLoss: (item: string) => `next item ${item}`,
  plus: (part: string) => `+ ${part}`,
  lambda: (lambda: string, name: string, value: string) => `${lambda} × ${name} ${value}`,
  lossTo: (from: string, to: string) => `loss ${from} → ${to}`,
  rate: (rate: string) => `learning rate ${rate}`,

  against: "Item against",
  arrowsTitle: "What each source is told, click by click",
  meanCosine: (source: string) => `mean cosine, item and ${source}`,
  noCosine: (item: number, other: number) => `no cosine: ${item} and ${other} numbers`,
  noSuch: (source: string) => `${source} is no source of this model`,
  nothing: (source: string) => `no gradient at ${source}`,
  longest: (norm: string) => `longest arrow ${norm}`,
  bars: (sources: string, width: number, item: number) =>
    `Bars: ${sources} hold ${width} numbers and the item ${item}. They have a length, and no angle to it.`,
  barsOne: (sources: string, width: number, item: number) =>
    `Bar: ${sources} holds ${width} numbers and the item ${item}. It has a length, and no angle to it.`,
  longestBar: (norm: string) => `Longest bar ${norm}.`,
  reading:
    "Upright: the gradient at the item. Every other line stands at its true angle to it, in all dimensions; the side, left or right, means nothing, and no angle between two others is shown. The thick part is the length; the longest of a row reaches the ring. Marks side by side at the end of one line: the same numbers.",
  arrowTitle: (click: string, parts: string) => `${click}: ${parts}`,
  arrowPart: (source: string, norm: string, cosine: string) =>
    cosine === "" ? `${source} ${norm}` : `${source} ${norm}, cosine ${cosine}`,

  says: {
    same: "Every source gets the same numbers, to the last digit.",
    sameBut: (difference: string) =>
      `Every source gets the same numbers: they differ by at most ${difference} of the largest.`,
    side: "Attributes and position get the same numbers, to the last digit. The item gets others.",
    sideBut: (difference: string) =>
      `Attributes and position get the same numbers: they differ by at most ${difference} of the largest. The item gets others.`,
    silent: "Attributes and position get nothing at all.",
    partly: (sources: string) => `Nothing arrives at: ${sources}.`,
    range: (least: string, most: string) => `Cosines with the item go from ${least} to ${most}.`,
    noAngle: (sources: string) => `No angle to the item, for their vectors are shorter: ${sources}.`,
    linear: (residual: string, clicks: string) =>
      `Yet over ${clicks} clicks one fixed linear map turns the item’s gradients into any other source’s and leaves ${residual}: images of one vector, no second message.`,
    own: (least: string, most: string, clicks: string) =>
      `Over ${clicks} clicks the best linear map leaves ${least} to ${most} of them: they are no image of the item’s.`,
    ownOne: (residual: string, clicks: string) =>
      `Over ${clicks} clicks the best linear map leaves ${residual} of them: they are no image of the item’s.`,
    frozen: (sources: string) =>
      `Frozen, as in the released code: ${sources}. These gradients are told and change nothing in the tables; what learns are the maps behind them.`,
  },
  oneKey:
    "The model reads one click, and a softmax over a single key is 1 whatever its score. What only shapes scores has nothing to learn here.",
  oneItem:
    "The model reads one item again and again: whichever it looks at, the same value arrives. What only shapes scores has nothing to learn here.",
  /** Why the numbers are as they are, by how the model joins its sources. */
  why: {
    add: "The input is a sum, and the derivative of a sum with respect to each of its parts is 1. It holds at every click, however deep the model above.",
    concat:
      "The vectors are laid side by side, and one linear map makes a single vector of them. Each source hears the gradient of that vector through its own part of the map.",
    "nova-sum":
      "Queries and keys are made from a sum, so its parts hear the same. The item travels through the values and past the attention as well, and that adds to its gradient.",
    "nova-concat":
      "Queries and keys are made from all sources by one map. The item travels through the values and past the attention as well.",
    "nova-gate":
      "Each source enters times a gate that reads the vector itself. The gradient goes through both, so these are not even scaled copies of one vector.",
    "add-two":
      "Item and position are added, and the derivative of a sum with respect to each of its parts is 1. Attributes are no input of this model.",
    icai: "Each item vector stands here with its attributes already mixed into it, and the position is added to that: the two hear the same. What the attributes hear behind the mixing is not shown.",
    late: "Items and attributes are read apart and meet at the output: each source hears what comes back through its own half.",
    dif: "Only the scores are joined, so all sources share one pull, T, the gradient of the score table. Each turns it with its own queries, keys and maps; the item’s gradient also comes through the values.",
  } as Record<string, string>,
  formula: {
    add: "∂L/∂item = ∂L/∂attribute = ∂L/∂position = g",
    "add-two": "∂L/∂item = ∂L/∂position = g",
    concat: "∂L/∂x_s = g W_s^T",
    dif: "∂L/∂x_s = ( T K_s W_{Q,s}^T + T^T Q_s W_{K,s}^T ) / √d_h",
  } as Record<string, string>,

  clauses: {
    same: (name: string) => `In ${name} every source hears the same numbers`,
    side: (name: string) => `In ${name} attributes and position hear the same numbers and the item others`,
    silent: (name: string) => `In ${name} attributes and position hear nothing`,
    cosine: (name: string, source: string, cosine: string) =>
      `In ${name} item and ${source} stand at a mean cosine of ${cosine}`,
    noAngle: (name: string, source: string) => `In ${name} item and ${source} have no angle`,
    left: (source: string, width: string, item: string, residual: string) =>
      `, and the best linear map from the item’s ${item} numbers to the ${width} of ${source} leaves ${residual}`,
  },

  cautionWord: "Caution.",
  caution: "A low cosine alone proves nothing: two fixed linear images of one vector can have any.",
  cautionNot:
    "Nor is one of these ways better for it: that is a question for held-out sessions. Decoupled is not independent: all sources pull at one score.",

  linearTitle: "A copy, an image, or a message of its own?",
  linearLede:
    "Take the gradients of many clicks, and look for one linear map from the item’s to another source’s. What it leaves is what the source hears beyond the item.",
  measure: (sessions: number) => `Measure on ${sessions} test sessions`,
  measuring: (sessions: number, name: string) => `Measuring ${sessions} test sessions: ${name}.`,
  stop: "Stop",
  clicks: (clicks: string, sessions: string) => `${plural(clicks, "click")} of ${plural(sessions, "test session")}`,
  cosineHead: "Cosine with the item: least, mean, most",
  residualHead: "Left by the best linear map, as a share",
  to: (least: string, most: string) => `${least} to ${most}`,
  linearReading:
    "0: the source hears a fixed linear image of what the item hears, whatever the cosine. 1: the item’s gradients tell nothing of it.",

  columns: {
    click: "Click",
    source: "Source",
    numbers: "Numbers",
    norm: "Norm",
    cosine: "Cosine with item",
    cosineToPosition: "Cosine with position",
    least: "Least cosine",
    mean: "Mean",
    most: "Most",
    residual: "Residual",
  },
};
