/** As at the start of a sentence; letters without a large form stay. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
