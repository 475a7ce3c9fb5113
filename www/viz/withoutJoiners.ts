/** A text for other programs: what keeps a Korean particle on the line of its word is of use on the page alone (content/ko/joined.ts). */
export const withoutJoiners = (text: string): string => text.replaceAll("\u2060", "");
