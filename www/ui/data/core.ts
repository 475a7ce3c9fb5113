/** The k-core of the field, as the engine has it where nothing is said. */
export const DEFAULT_CORE = 5;
