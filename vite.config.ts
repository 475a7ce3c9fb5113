import { defineConfig } from "vitest/config";
import { beforeScripts } from "./www/scripts/before-scripts.mjs";
import { mathml } from "./www/scripts/mathml.mjs";

export default defineConfig({
  root: ".",
  // Relative: dist/ works from any static folder.
  base: "./",
  publicDir: "www/public",
  plugins: [mathml(), beforeScripts()],
  server: { port: 4173 },
  preview: { port: 4173 },
  build: {
    outDir: "dist",
    target: "es2022",
    // light-dark(), popovers and nesting as they are: whatever runs the engine has them.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // The content security policy allows no inline data; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What is loaded later asks for its styles and scripts at once, but not for the page's own script: that one is there, and
      // Firefox calls asking for it again an error.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === "js" ? files.filter((file) => !/\/index-[^/]+\.js$/.test(file)) : files,
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 6000,
  },
  worker: { format: "es" },
  test: {
    include: ["www/**/*.test.{ts,tsx,mjs}"],
    environment: "node",
    // A machine under load is no fault.
    testTimeout: 30_000,
  },
});
