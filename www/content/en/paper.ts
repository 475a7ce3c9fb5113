export const paper = {
  lede: "The numbers the authors printed, kept apart from ours, and what this page leaves out.",
  about:
    "DIF-SR (decoupled side information fusion) predicts the next item of a session. It keeps the item, the position and every [[attribute]] apart until their [[attention]] [[score|scores]] are joined, so no [[source]] has to share one map with another. The values that are passed on carry the item alone.",
  source: "Xie, Zhou, Kim: Decoupled Side Information Fusion for Sequential Recommendation, SIGIR 2022.",
  links: { paper: "Paper (arXiv 2204.11046)", code: "The authors’ code", article: "Read the article below" },
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
  findings: {
    title: "What one finds when one counts",
    items: [
      "n clicks hold at most n independent patterns. Where heads are wider than a session is long, early and decoupled fusion are both full: the claim about [[rank]] is one about narrow heads and long sessions.",
      "Adding up widths gives a bound, and it is often not reached. A source whose values repeat adds no more than it has values, and sources limited that way share one constant pattern.",
      "Rank is counted before the [[softmax]]. After it every causal table has full rank, whatever the model.",
      "A faint source is not an absent one. Single precision counts 36 to 39 patterns in place of 40 at the start of training, so this page counts in double precision.",
      "The same gradient for every source is exact where vectors are added, and only there. Joined by a linear map, cosines may be anything, and still each gradient is a fixed image of one vector. NOVA’s gate gives no scaled copies.",
      "A session of one click teaches attributes and position nothing where they only weigh: a softmax over one key is always 1.",
      "Gradient times input is 0 at the raw item of DIF-SR and NOVA, whatever the parameters: the vector goes straight into a normalisation that does not see its length. Behind it the measure says something.",
      "No map can name the rule behind a click: it was drawn after everything the map has seen. What can be checked is which earlier click led to this one, and what pointed there.",
      "Higher rank is not shown to be better. In our first, untuned runs decoupled fusion was ahead where nothing was capped, and the narrowest heads cost it most.",
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
  /** References to copy: of the paper, and of this page. */
  cite: {
    title: "Cite",
    paper: "The paper",
    page: "This page",
    copyPaper: "Copy BibTeX of the paper",
    copyPage: "Copy BibTeX of this page",
    copied: "BibTeX copied",
    failed: "Select the text and copy it by hand.",
  },
};
