// Names of the numbers that words of a lecture can hold, "{rank_t}" each: what they mean stands in the dictionary, their values come from
// the engine.
export const NUMBER_NAMES = [
  ...["p_poncho", "rank_t", "p_t", "p_garden", "p_soil"],
  ...["w_spade", "w2_spade", "rank_nospade"],
  ...["part_item", "part_pos", "part_cat", "part_brand", "part_price", "sum_cell", "part_brand_self", "gap", "gap_pos"],
  ...["rank_nobrand", "p_nobrand", "rank_noitem", "p_noitem", "loss_sum"],
  ...["part_onebrand", "p_onebrand", "p_onebrand_off"],
  ...["q1_loo", "q1_loo_c", "q1_att", "q1_att_c", "q1_last", "q1_last_c", "q2_part", "q2_part_c", "q2_off", "q2_off_c"],
  ...["rank_early", "shared_ten"],
  ...["d_h", "rank_e", "rank_rest", "widths", "widths_sum", "rank_d", "n_short", "d_wide"],
  ...["cos_add", "cos_dif", "cos_dif_min", "cos_dif_max", "cos_cat", "res_cat", "res_dif"],
  ...["ndcg_dif", "ndcg_early", "ndcg_markov", "ndcg_window", "ndcg_best", "verdict", "leader"],
  ...["ndcg_sum", "ndcg_concat", "ndcg_gate", "s_sum", "s_concat", "s_gate"],
  "paper_rows",
] as const;

export type NumberName = (typeof NUMBER_NAMES)[number];

const KNOWN: ReadonlySet<string> = new Set(NUMBER_NAMES);

export const isNumberName = (name: string): name is NumberName => KNOWN.has(name);
