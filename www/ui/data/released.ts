/** The class in the released code of every kind of model that `src/train/released.rs` has a table for. */
export const RELEASED: Readonly<Record<string, string>> = {
  dif_sr: "SASRecD",
  sasrec: "SASRec",
  bert4rec: "BERT4Rec",
  gru4rec: "GRU4Rec",
};
