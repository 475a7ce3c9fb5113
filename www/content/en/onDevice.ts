/** What the page keeps on this device, in the Train panel. */
export const onDevice = {
  title: (size: string, most: string | null) =>
    most === null ? `Kept on this device: ${size}` : `Kept on this device: ${size} of about ${most}`,
  kinds: {
    runs: (n: number, count: string) => (n === 1 ? "1 run" : `${count} runs`),
    underWay: (n: number, count: string) => (n === 1 ? "1 unfinished run" : `${count} unfinished runs`),
    data: (n: number, count: string) => (n === 1 ? "1 data set of yours" : `${count} data sets of yours`),
    lectures: (n: number, count: string) => (n === 1 ? "1 lecture of yours" : `${count} lectures of yours`),
    files: (n: number, count: string) => (n === 1 ? "1 file of the page" : `${count} files of the page`),
    notes: () => "settings and progress",
  },
  part: (what: string, size: string) => `${what} ${size}`,
  counted: (size: string) =>
    `The browser itself counts ${size}: with its bookkeeping, and with other pages of this host.`,
  dataGoes: "Data of yours goes with its unfinished run.",
  nothing: "Nothing of this page is kept on this device.",
  blocked:
    "This browser keeps nothing for this page: the window is private, or storage is switched off. Runs, lectures and settings are gone when the page is closed or reloaded; what you save as a file stays.",
  all: "Delete everything on this device",
  question: (what: string) => `Delete ${what}?`,
  forGood: "This cannot be undone. Saved files on your disk stay.",
  ownRun: "The run under way goes on; only what is written down of it goes.",
  confirm: (size: string) => `Delete ${size}`,
  keep: "Keep",
  deleting: "Deleting…",
  done: "Everything is deleted. What is on screen stays until you leave it. What you make from now on, and the page’s own files at your next visit, are kept anew.",
  doneRun: "The run under way goes on, and is written down anew from here.",
  left: "Not everything could be deleted: another window of this page holds on to it. Close the other windows and press again.",
  one: (what: string) => `Delete ${what}`,
  sure: "Delete?",
  /** Read out. */
  oneDone: "Deleted.",
  /** Of the run under way, where it could not be written down. */
  unkept: {
    full: "This device has no room left for this run. It goes on; after a reload, all that came since it was last written down is gone.",
    blocked: "This browser keeps nothing for this page. The run goes on, and is gone after a reload.",
  },
};
