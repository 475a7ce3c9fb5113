import { plural } from "./plural";
/** The menu of the answering model, and what is said of models elsewhere. */
export const models = {
  noneText: "No model has been trained on this data yet. Train one and the predictions appear as it learns.",
  shipped: "A model that comes with the page.",
  training: (label: string) => `Your own: ${label}.`,
  weights: "[[parameters|Parameters]]",
  layers: "[[layer|Layers]], [[head|heads]]",
  width: "Width",
  seed: "[[seed|Seed]]",
  trainedFor: "Trained for",
  epochs: (n: string) => plural(n, "epoch"),
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
    /** Before anything is compared. */
    early: "early, into queries and keys",
    output: "at the output",
    loss: "in the loss",
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
  pytorch: {
    button: "Save for PyTorch",
    none: "Not for PyTorch: no released code has names that fit this model.",
    title: "For PyTorch",
    lede: (name: string, released: string) =>
      `${name} under the names, and in the layout, of the released code: its class ${released}.`,
    save: (size: string) => `Save the file, ${size}`,
    how: "How PyTorch reads it",
    note: "It needs no further package. A model of the released class, with the same settings, takes what is loaded; its attribute tables lie outside its state, so they are handed back.",
    copy: "Copy the code",
    copied: "The code is on the clipboard.",
    failed: "The browser did not allow copying. Select the code and copy it.",
  },
  chooseFailed: (why: string) => `The model did not arrive: ${why}`,
  listFailed: (why: string) => `The list of models did not arrive: ${why}`,
  fileRefused: (name: string, why: string) => `${name} cannot be used. ${why} The model that answered still does.`,
  chosen: (name: string) => `${name} answers now. Session and focus are unchanged.`,
  fusionMissing: (fusion: string) =>
    `No model with fusion “${fusion}” has been trained on this data. What another fusion learned cannot be reused: train it.`,
  fusionTrain: (fusion: string) => `Train it with ${fusion}`,
  backToShipped: "Back to the page’s own model",
  trainOne: "Train one",
};
