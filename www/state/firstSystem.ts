/**
 * The system that answers, that is trained and that sets the budget of a comparison where nothing else was chosen. Every shop with ready
 * models has it.
 */
export const FIRST_SYSTEM = "dif_sr";
