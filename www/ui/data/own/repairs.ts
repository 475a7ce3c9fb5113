/** What the importer calls the rows that a threshold for ratings takes out. */
export const BELOW = "rows with a rating below the threshold";
