// Puts what the first view draws into one file: one round trip, and one dictionary for the compression. What many of the parts share
// that come later is one file, too.

/** What is drawn without being asked for: the page itself, and the panels and words that it then loads at once. */
export const FIRST_VIEW = [
  "index.html",
  "www/ui/session/SessionPanel.tsx",
  "www/ui/next/NextPanel.tsx",
  "www/ui/why/WhyPanel.tsx",
  "www/content/en/why.ts",
];

/**
 * How many files have to need a module until it goes into the file of what is shared. The first view lists by name every file that
 * comes later, and a name can hardly be compressed: with each module in a file of its own the list is 1.5 KB of the first view, and
 * a panel comes in 26 files.
 */
const SHARED_BY = 3;

/** Bytes of a module that weighs less than its name in that list: two that need it are enough. */
const SMALL = 1000;

/** A plug-in of Vite: these modules, and what they import, make one chunk. What is imported only when it is needed stays apart. */
export function oneChunk(name, modules) {
  const inside = new Set();
  return {
    name: "one-chunk",
    buildEnd() {
      const visit = (id) => {
        if (inside.has(id)) return;
        inside.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported);
      };
      for (const module of modules) {
        const found = [...this.getModuleIds()].filter((id) => id.endsWith(`/${module}`));
        if (found.length === 0) this.error(`The first view is said to draw ${module}, which the page does not have.`);
        found.forEach(visit);
      }
    },
    config: () => {
      const groups = [
        { name, test: (id) => inside.has(id), priority: 2 },
        { name: "shared", minShareCount: SHARED_BY, priority: 1 },
        { name: "small", minShareCount: 2, maxModuleSize: SMALL, priority: 1 },
      ];
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
    },
  };
}
