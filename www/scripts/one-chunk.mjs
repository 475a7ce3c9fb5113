// Puts what the first view draws into one file: one round trip, and one dictionary for the compression.

/** What is drawn without being asked for: the page itself, and the panels and words that it then loads at once. */
export const FIRST_VIEW = [
  "index.html",
  "www/ui/session/SessionPanel.tsx",
  "www/ui/next/NextPanel.tsx",
  "www/ui/why/WhyPanel.tsx",
  "www/content/en/why.ts",
];

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
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name, test: (id) => inside.has(id) }] } } } },
    }),
  };
}
