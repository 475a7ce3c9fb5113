/** What panels are called: in the bar and over the panel, and in the tabs of narrow screens. */
export const panels = {
  label: "Panels",
  more: "More",
  /** Read out for the tab that wears the name of a panel behind it. */
  moreHere: (panel: string) => `${panel}, and more panels`,
  waiting: "This panel is on its way.",
  failed: "This part of the page did not arrive.",
  alone: "Show this panel alone",
  together: "Show everything again",
  groups: { session: "Session", understand: "Understand", train: "Train", read: "Read" },
  names: {
    session: { name: "Your session", short: "Session" },
    next: { name: "What next?", short: "Next" },
    why: { name: "Why?", short: "Why?" },
    cause: { name: "Which click?", short: "Click?" },
    truth: { name: "Is it true?", short: "True?" },
    fused: { name: "Where is it fused?", short: "Fusion" },
    rank: { name: "Rank", short: "Rank" },
    gradients: { name: "Gradients", short: "Gradient" },
    map: { name: "Item map", short: "Map" },
    train: { name: "Train it", short: "Train it" },
    compare: { name: "Compare", short: "Compare" },
    side: { name: "Side by side", short: "Side" },
    exercises: { name: "Exercises", short: "Tasks" },
    paper: { name: "Paper and limits", short: "Paper" },
  },
};
