/** Keys, part by part. */
export const help = {
  title: "Keyboard shortcuts",
  groups: [
    {
      title: "Anywhere",
      keys: [
        { keys: ["/"], does: "Search the catalogue" },
        { keys: ["Ctrl", "Z"], does: "Undo an edit of the session" },
        { keys: ["Ctrl", "Shift", "Z"], does: "Redo it" },
        { keys: ["?"], does: "This list" },
      ],
    },
    {
      title: "Catalogue",
      keys: [
        { keys: ["←", "→", "↑", "↓"], does: "Move between items" },
        { keys: ["Enter"], does: "Add the item; in the search field, the first hit" },
      ],
    },
    {
      title: "Session",
      keys: [
        { keys: ["↑", "↓"], does: "Move between items" },
        { keys: ["Enter"], does: "Point all maps at this item" },
        { keys: ["Alt", "↑"], does: "Move the item earlier" },
        { keys: ["Alt", "↓"], does: "Move the item later" },
        { keys: ["Delete"], does: "Remove the item" },
      ],
    },
    {
      title: "Maps and training",
      keys: [
        { keys: ["←", "→", "↑", "↓"], does: "Move the cell all maps share" },
        { keys: ["Enter"], does: "Pin the cell" },
        { keys: ["Esc"], does: "Free the cell; close a menu" },
        { keys: ["Space"], does: "Play or pause, inside the Train panel" },
      ],
    },
  ],
  article: "What all this is about: a six-minute article",
};
