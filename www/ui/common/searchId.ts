/** The search field of the catalogue: keys lead to it from anywhere. */
export const SEARCH_ID = "catalogue-search";
