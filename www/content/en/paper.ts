export const paper = {
  lede: "The numbers the authors printed, kept apart from ours, and what this page leaves out.",
  about:
    "DIF-SR (decoupled side information fusion) predicts the next item of a session. It keeps the item, the position and every [[attribute]] apart until their [[attention]] [[score|scores]] are joined, so no [[source]] has to share one map with another. The values that are passed on carry the item alone.",
  source: "Xie, Zhou, Kim: Decoupled Side Information Fusion for Sequential Recommendation, SIGIR 2022.",
  links: { paper: "Paper (arXiv 2204.11046)", code: "The authors’ code" },
  stamp: "The paper’s numbers",
  tableNote: "Xie, Zhou and Kim, SIGIR 2022; not measured here. Bold: DIF-SR. Underlined: the best other model.",
  tableLabel: "Results printed in the paper",
  columns: { data: "Data", metric: "Metric" },
  differences: {
    title: "Paper, released code, this page",
    head: { point: "Point", paper: "Paper and slides", code: "Released code", page: "This page" },
    rows: [
      {
        point: "Attribute embeddings",
        paper: "learned",
        code: "never trained: drawn once from N(0, 1)",
        page: "trained; a setting freezes them",
      },
      {
        point: "Gate",
        paper: "sigmoid of a linear map",
        code: "two-layer map, softmax over the sources",
        page: "both, under their own names",
      },
      {
        point: "Mask",
        paper: "in every branch",
        code: "once, after the fusion; concat and gate look ahead",
        page: "as the code; a named variant masks before the fusion",
      },
      {
        point: "Attribute loss",
        paper: "softmax and cross-entropy",
        code: "yes-or-no loss per value, one loss weight per attribute",
        page: "as the code",
      },
      {
        point: "Position",
        paper: "one kind of side information",
        code: "its own queries and keys, never added to the input",
        page: "as the code",
      },
      {
        point: "Session length",
        paper: "50 in the settings",
        code: "7 and 10 in the runs behind the table",
        page: "set by the model on screen",
      },
    ],
  },
  limits: {
    title: "Limits",
    items: [
      "The shop is drawn from a rule we planted. That is why a best possible score is known, and why it proves nothing about real visitors.",
      "A small model on a small catalogue, one seed: differences within a standard error cannot be told apart.",
      "Attributes steer the attention weights only. What is passed on is the item, so an attribute never enters the content.",
      "In reference runs on MovieLens-100K (one seed, already clicked items stay candidates) DIF-SR and SASRec cannot be told apart, and a table of item-to-item steps is as good as either.",
      "We do not promise to reproduce the printed table: its data files are not part of this page.",
    ],
  },
  glossary: { title: (terms: string) => `The ${terms} terms of this page` },
  cite: { title: "Cite", copy: "Copy BibTeX", copied: "BibTeX copied", failed: "Select the text and copy it by hand." },
};
