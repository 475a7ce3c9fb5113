/** What the importer calls the rows that a threshold for ratings takes out. */
export const BELOW = "rows with a rating below the threshold";
/** And those that cannot be read, where the visitor chose to go on without them. */
export const LEFT_OUT = "rows that cannot be read, left out as chosen";
