// The result table of Xie, Zhou and Kim, SIGIR 2022, as printed: Recall and NDCG on the test items, all items ranked.

export const MODELS = [
  "GRU4Rec",
  "Caser",
  "BERT4Rec",
  "GRU4RecF",
  "SASRec",
  "SASRecF",
  "S³-Rec",
  "NOVA",
  "ICAI",
  "DIF-SR",
] as const;

export interface PaperRow {
  readonly data: string;
  readonly metric: string;
  /** In the order of `MODELS`, as printed. */
  readonly values: readonly number[];
}

export const RESULTS: readonly PaperRow[] = [
  {
    data: "Beauty",
    metric: "Recall@10",
    values: [0.053, 0.0474, 0.0529, 0.0587, 0.0828, 0.0719, 0.0868, 0.0887, 0.0879, 0.0908],
  },
  {
    data: "Beauty",
    metric: "Recall@20",
    values: [0.0839, 0.0731, 0.0815, 0.0902, 0.1197, 0.1013, 0.1236, 0.1237, 0.1231, 0.1284],
  },
  {
    data: "Beauty",
    metric: "NDCG@10",
    values: [0.0266, 0.0239, 0.0237, 0.029, 0.0371, 0.0414, 0.0439, 0.0439, 0.0439, 0.0446],
  },
  {
    data: "Beauty",
    metric: "NDCG@20",
    values: [0.0344, 0.0304, 0.0309, 0.0369, 0.0464, 0.0488, 0.0531, 0.0527, 0.0528, 0.0541],
  },
  {
    data: "Sports",
    metric: "Recall@20",
    values: [0.0482, 0.0364, 0.0465, 0.061, 0.0773, 0.064, 0.0758, 0.0759, 0.0762, 0.08],
  },
  {
    data: "Sports",
    metric: "NDCG@20",
    values: [0.02, 0.0153, 0.0173, 0.0253, 0.0295, 0.0286, 0.031, 0.0307, 0.0302, 0.0325],
  },
  {
    data: "Toys",
    metric: "Recall@20",
    values: [0.0588, 0.0566, 0.0787, 0.0767, 0.1168, 0.1052, 0.1349, 0.1322, 0.1303, 0.1382],
  },
  {
    data: "Toys",
    metric: "NDCG@20",
    values: [0.0239, 0.0238, 0.0297, 0.0316, 0.046, 0.0497, 0.0571, 0.0567, 0.0561, 0.0597],
  },
  {
    data: "Yelp",
    metric: "Recall@20",
    values: [0.0592, 0.0608, 0.0756, 0.0578, 0.0928, 0.0675, 0.0902, 0.0964, 0.094, 0.1003],
  },
  {
    data: "Yelp",
    metric: "NDCG@20",
    values: [0.0243, 0.0255, 0.0385, 0.0236, 0.0471, 0.0282, 0.0416, 0.0483, 0.047, 0.0496],
  },
];

/** The best of the other models' values: the table underlines every cell that holds it. */
export function bestOther(row: PaperRow): number {
  return Math.max(...row.values.slice(0, -1));
}
