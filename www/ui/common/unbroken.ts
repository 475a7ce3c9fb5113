const WORD_JOINER = "\u2060";

/** Names of systems have hyphens where no line may end. */
export function unbroken(text: string): string {
  return text.replaceAll("-", `-${WORD_JOINER}`);
}
