/** What of the page is kept on the visitor's machine. */
export const kept = {
  amount: (kept: string, of: string) => `Kept for use without a network: ${kept} of ${of}.`,
  nothing: "Nothing of this page is kept for use without a network.",
  fellShort: "The rest did not arrive, or the browser has no room for it.",
  local: "This page comes from this machine and needs no network.",
  impossible: "This page cannot be kept for use without a network: it came over plain http, or the browser forbids it.",
  keep: "Keep everything",
  remove: "Remove",
  /** Read out. */
  whole: "Everything is kept.",
  removed: "Removed. Nothing is kept until you ask for it.",
};
