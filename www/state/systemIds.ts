/**
 * Every system that there is, by the id that links, files and the engine call it, in the engine's order. Held here, too, so that a link
 * can be read before the engine has named them.
 */
export const SYSTEM_IDS = [
  "dif_sr",
  "dif_sr-concat",
  "dif_sr-gate",
  "dif_bert",
  "icai",
  "nova",
  "nova-concat",
  "nova-gate",
  "s3rec",
  "fdsa",
  "sasrecf",
  "sasrecf-add",
  "sasrec",
  "bert4rec",
  "gru4recf",
  "gru4rec",
  "caser",
] as const;
