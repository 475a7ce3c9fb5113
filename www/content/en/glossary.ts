import type { Glossary } from "../terms";

/** Each text must be understood by somebody who has opened no other one. */
export const glossary: Glossary = {
  "sequential-recommender": {
    name: "Sequential recommender",
    text: "A model that ranks all items by how likely each is to be clicked next, given the clicks so far.",
  },
  source: {
    name: "Source",
    text: "One kind of knowledge about a click: which item it was, its position in the session, or one property of the item.",
  },
  "side-information": {
    name: "Side information",
    text: "What is known about a click besides the item’s number: the item’s properties and its position in the session.",
  },
  attribute: {
    name: "Attribute",
    text: "A property of an item, such as its brand. Some, such as categories, can have several values.",
  },
  position: {
    name: "Position",
    text: "Where a click stands in the session: first, second, and so on up to the newest.",
  },
  embedding: {
    name: "Embedding",
    text: "The list of numbers by which a model knows one item or one attribute value. Training moves it.",
  },
  "k-core": {
    name: "k-core",
    text: "Users and items with fewer than k clicks are left out. That takes clicks from others, so it is repeated until all have k.",
  },
  "planted-rule": {
    name: "Planted rule",
    text: "A known rule by which this page draws the clicks of its shops, so that answers can be checked. The chain finds an earlier click by its brand, brand loyalty finds one by its department.",
  },
  attention: {
    name: "Attention",
    text: "How one click divides its interest over the clicks so far. The shares add up to 1.",
  },
  "attention-weight": {
    name: "Attention weight",
    text: "The share of its interest that one click gives to another: 0 is none, 1 is all of it. A row of the map adds up to 1.",
  },
  "query-key-value": {
    name: "Query, key, value",
    text: "Three vectors of every click: with its query it looks, by its key it is found, its value is what is passed on.",
  },
  score: {
    name: "Score",
    text: "How well one click fits what another is looking for, before all scores of a row are turned into shares. It can be negative.",
  },
  softmax: {
    name: "Softmax",
    text: "Turns a row of numbers into positive shares that add up to 1. Only the differences between the numbers count.",
  },
  mask: {
    name: "Mask",
    text: "Hides what a click must not see: later clicks and empty positions.",
  },
  "mask-token": {
    name: "[MASK]",
    text: "A stand-in for an item that the model has to guess. It learned by filling such gaps.",
  },
  layer: {
    name: "Layer",
    text: "One round of looking at clicks and passing on what was found there. The next one works on the result.",
  },
  head: {
    name: "Head",
    text: "One of several attentions that look at the same time, each with its own slice of the model’s numbers.",
  },
  fused: {
    name: "Fused",
    text: "Joined into one: the maps of all sources become a single map, from which the model reads where to look.",
  },
  fusion: {
    name: "Fusion",
    text: "How the maps of the sources are joined. Sum adds them, concat mixes them by a learned rule, gate scales each by a learned number first.",
  },
  gate: {
    name: "Gate",
    text: "A learned number that scales the scores of one source in a row before they are added. It is no measure of importance.",
  },
  "early-fusion": {
    name: "Early fusion",
    text: "Side information is mixed into the item at the input. From there on, one map has to serve everything.",
  },
  "late-fusion": {
    name: "Late fusion",
    text: "Items and their attributes are read by two separate stacks of layers that meet only at the output.",
  },
  "decoupled-fusion": {
    name: "Decoupled fusion",
    text: "Every source makes a map of its own. Only the maps are joined, and only the items are passed on.",
  },
  ablation: {
    name: "Ablation",
    text: "A part is switched off, without training again, to see what changes. It tests the model; it is no share of the answer.",
  },
  rank: {
    name: "Rank of a table",
    text: "How many independent patterns a table holds: so many of its rows that all others can be mixed from them.",
  },
  "singular-values": {
    name: "Singular values",
    text: "How strong the independent patterns of a table are, the strongest first. Those that are not zero are counted.",
  },
  "effective-rank": {
    name: "Effective rank",
    text: "How many equally strong patterns a table is worth. Faint ones count for little, so it moves smoothly where a count would jump.",
  },
  "leave-one-out": {
    name: "Leave-one-out",
    text: "One click is taken out and the model is asked again, for each click in turn. The clicks after it move up, which counts too.",
  },
  "gradient-times-input": {
    name: "Gradient × input",
    text: "How fast the score of an item would change if what the model reads of a click grew a little. It speaks of small changes only.",
  },
  gradient: {
    name: "Gradient",
    text: "How the loss would change if a vector changed a little. Training moves the vector the other way.",
  },
  cosine: {
    name: "Cosine",
    text: "How alike two directions are: 1 the same, 0 at right angles, −1 opposite.",
  },
  probability: {
    name: "Probability",
    text: "How likely the model finds this item as the next click. Over all items it adds up to 100 %.",
  },
  "true-probability": {
    name: "True probability",
    text: "The chance that this item really has to come next. It is known because the page draws the clicks of its shops by a rule of its own.",
  },
  logit: {
    name: "Score of an item (logit)",
    text: "The model’s raw number for an item, before the numbers of all items are turned into probabilities. Higher is more likely.",
  },
  parameters: {
    name: "Parameters",
    text: "The numbers inside a model that training adjusts: tens of thousands here, billions in a language model.",
  },
  loss: {
    name: "Loss",
    text: "What training makes smaller: how surprised the model was by what really came next. 0 would be no surprise at all.",
  },
  lambda: {
    name: "λ (lambda)",
    text: "How much guessing the next item’s attributes counts beside guessing the item itself. 0 leaves it out.",
  },
  "attribute-prediction": {
    name: "Attribute prediction",
    text: "A second task: the model also guesses the attributes of the next item. Learning it teaches the model what attributes tell.",
  },
  "pre-training": {
    name: "Pre-training",
    text: "Training on other tasks first, such as guessing hidden items and their attributes, before the model learns to predict the next item.",
  },
  "training-targets": {
    name: "Training targets",
    text: "Which items the model has to guess while it learns: the one after each beginning (prefix) of a session, all of them in one go, or hidden ones.",
  },
  prefix: {
    name: "Prefix",
    text: "The beginning of a session, up to some click. The model learns to guess the click after it.",
  },
  epoch: {
    name: "Epoch",
    text: "One pass over all the training clicks.",
  },
  step: {
    name: "Step",
    text: "One small correction of the model, made after looking at a batch of a few hundred examples or fewer.",
  },
  batch: {
    name: "Batch",
    text: "The examples that the model looks at together before it is corrected once.",
  },
  "learning-rate": {
    name: "Learning rate",
    text: "How large each correction of the model is. Too large and the loss jumps, too small and nothing happens.",
  },
  dropout: {
    name: "Dropout",
    text: "Part of the numbers inside the model are set to zero at random while it learns, so that it does not lean on a few of them.",
  },
  seed: {
    name: "Seed",
    text: "The number that all chance is drawn from. The same number gives the same run again; another one shows what luck can do.",
  },
  webgpu: {
    name: "WebGPU",
    text: "The way a browser lets a page compute on the graphics card. Where it is missing, the page computes on the processor.",
  },
  "held-out": {
    name: "Held out",
    text: "Kept away from training, so that the model cannot have learned the answer by heart.",
  },
  validation: {
    name: "Validation",
    text: "The last click but one of every session; of data split by time, the last click of the tenth before the last. The model never trains on it; it decides which epoch was the best.",
  },
  test: {
    name: "Test",
    text: "The last click of every session; of data split by time, of those that reach into the last tenth. The model never trains on it, and it decides nothing: it is asked at the very end.",
  },
  "full-ranking": {
    name: "Full ranking",
    text: "The true next item competes with every item of the catalogue, not with a sample of them.",
  },
  "already-clicked": {
    name: "Already clicked items",
    text: "Whether a visitor’s earlier items can be predicted again. In the paper they can. Leaving them out gives other numbers, so never mix the two.",
  },
  ndcg: {
    name: "NDCG@k",
    text: "How high the true next item stands among the first k of the list: 1 at rank 1, 0.63 at rank 2, 0.5 at rank 3, 0 if it is missing. The mean over all sessions; 1 would be perfect.",
  },
  recall: {
    name: "Recall@k",
    text: "The share of sessions whose true next item is among the first k of the list. 1 would be perfect.",
  },
  mrr: {
    name: "MRR",
    text: "1 divided by the rank of the true next item: 1 at rank 1, 0.5 at rank 2, 0.1 at rank 10. The mean over all sessions; 1 would be perfect.",
  },
  "best-possible": {
    name: "Best possible",
    text: "The result of ranking by the true probabilities, known because the page drew the clicks itself. On average no model can do better.",
  },
  "item-cosine": {
    name: "Item cosine",
    text: "A table of counts, nothing is trained: items that the same visitors click as those of the session, the newest counting most.",
  },
  "windowed-markov": {
    name: "Windowed Markov",
    text: "A table of counts, nothing is trained: items that often came within five clicks after one of the last five, the nearest counting most.",
  },
  "markov-floor": {
    name: "Markov",
    text: "A table of counts, nothing is trained: the items that most often came right after the last click. A model should beat it.",
  },
  popularity: {
    name: "Popularity",
    text: "The most clicked items first, the same list for everybody: the least that a model should beat.",
  },
  "standard-error": {
    name: "Standard error",
    text: "How far a result would typically move if other sessions had been drawn. Smaller differences prove little.",
  },
  interval: {
    name: "Interval",
    text: "Where a result would lie in about 95 of 100 draws of other sessions: the value, give or take two standard errors.",
  },
};
