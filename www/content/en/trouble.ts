/** What went wrong, what is kept, what to press. */
export const trouble = {
  kept: "What is on screen stays; clicks do not change it until the engine runs again.",
  retry: "Reload the page",
  details: "Technical details",
  /** What the engine says, in this language; null where there are no words for it. It speaks English. */
  engineSays: (text: string): string | null => text,
  /** What it says, in its own words. */
  asItIs: (text: string) => text,
  /** By code: what happened and what helps. Addresses stay as they are. */
  reasons: {
    not_found: (address: string, status: string) =>
      status === "404"
        ? `The server has no ${address}. Whoever put this page there must add it.`
        : `The server answered ${status} for ${address}. Trying again later may help.`,
    not_the_file: (address: string, isPage: boolean) =>
      isPage
        ? `The server sent a web page in place of ${address}. Either the file is missing there, or the sign-in page of a network came in between.`
        : `The server sent something else in place of ${address}. The file there is damaged.`,
    offline: (address: string) => `Nothing arrived from ${address}. Check the connection, then try again.`,
    crashed: "The engine stopped because of an error of its own.",
    aborted: "The request was cancelled.",
    /** Of what the engine refuses: found and expected are its words. */
    refused: (where: string, found: string, expected: string) =>
      where === "" ? `Found: ${found}. Expected: ${expected}.` : `Found in ${where}: ${found}. Expected: ${expected}.`,
    line: (file: string, line: string) => `${file}, line ${line}`,
    too_large: (what: string, found: string, limit: string) => `${what}: ${found}, the limit is ${limit}.`,
    other_data: (found: string, expected: string) =>
      `It was trained on other data (${found}). Its item numbers mean nothing on what is open (${expected}).`,
    empty_file: "The file is empty.",
    not_ready: "The engine does not have the data or the model for this yet.",
    being_built: "This part of the page is still being built.",
    not_built: "This part of the page could not be built.",
    gpu: "The graphics card cannot be used.",
    diverged: "Training diverged: the loss is not a number.",
    unknown: "Something unexpected went wrong.",
  },
  noWasm: "This browser cannot run WebAssembly with SIMD. Any current Chrome, Edge, Firefox or Safari can.",

  noData: (why: string) => `The data that was asked for could not be opened. ${why} What was open before still is.`,
  dropped: (parts: string, others: number) =>
    `This could not be used and was left out: ${parts}${others > 0 ? `, and ${others} more before` : ""}.`,
  noLecture: {
    absent: (id: string) =>
      `“lecture=${id}” could not be used: there is no such lecture on this device. If somebody gave you its file, open it, or ask them for it, or for a link that holds the whole lecture. The page is as usual.`,
    damaged: (id: string) =>
      `“lecture=${id}” could not be used: the lecture in the link was cut off or changed on its way. Ask for the link again, or for the lecture’s file. The page is as usual.`,
    empty: (id: string) =>
      `“lecture=${id}” could not be used: every step of that lecture is hidden. The page is as usual.`,
    open: "Open its file",
  },
  /** After a reload: files are not kept, and what was trained on them is. */
  ownBefore: {
    say: (name: string) =>
      `Your own data, ${name}, was open. A page may not read files again after a reload: open them once more, and the runs and models that were kept for them are here.`,
    open: "Open files",
  },
  /** No trouble: a newer build of the page is here. */
  newer: "A newer version of this page is here; it opens at your next visit.",
  newerElsewhere: "A newer version of this page is here; it opens once all its windows are closed.",
  openNewer: "Open it now",
  fault:
    "Something in this page failed. What you made is kept. If a part of the page no longer responds, reload the page.",
};
