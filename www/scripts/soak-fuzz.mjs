// Damaged files: the importer's own test of them, which counts by the form that it took each file for.

import { Complaint, runAndKeep } from "./command.mjs";
import { cargoTestCounts } from "./test-counts.mjs";

const TEST = ["test", "--locked", "--package", "dif-sr-import", "damaged_files", "--", "--nocapture"];

/** `damaged, csv: 12345`, a line for each reader. */
export const countsIn = (output) =>
  [...output.matchAll(/^damaged, (.+): (\d+)$/gm)].map(([, what, value]) => ({ what, value: Number(value) }));

export const fuzz = {
  ...{ name: "fuzz", title: "Damaged files, by reader", full: 100_000, fixed: true },
  async run() {
    const { status, output } = await runAndKeep("cargo", TEST);
    const { passed, failed } = cargoTestCounts(output, status);
    const numbers = countsIn(output);
    if (failed > 0 || passed === 0 || numbers.length === 0)
      throw new Complaint("The importer's test of damaged files failed.");
    return { count: numbers.reduce((sum, { value }) => sum + value, 0), numbers };
  },
};
