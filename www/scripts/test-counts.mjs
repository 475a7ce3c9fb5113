// How many tests passed and failed, read from what the three test runners print. A runner that fails without naming a failed
// test (it did not compile, it crashed) counts as one failure, so a red run can't look green.
import { existsSync, readFileSync } from "node:fs";

function counted(passed, failed, status, skipped = []) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed, skipped };
}

const sumOf = (output, pattern) => [...output.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);

/** `test result: ok. 41 passed; 0 failed; 1 ignored; ...`, once for every test binary. */
export function cargoTestCounts(output, status) {
  const passed = sumOf(output, /^test result: \w+\. (\d+) passed;/gm);
  const failed = sumOf(output, /^test result: \w+\. \d+ passed; (\d+) failed;/gm);
  const skipped = [...output.matchAll(/^test (\S+) \.\.\. ignored(?:, (.*))?$/gm)];
  return counted(
    passed,
    failed,
    status,
    skipped.map(([, name, why]) => `${name}${why ? `: ${why}` : ""}`),
  );
}

export function vitestCounts(reportFile, status) {
  if (!existsSync(reportFile)) return counted(0, 0, status || 1);
  const report = JSON.parse(readFileSync(reportFile, "utf8"));
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter((one) => one.status !== "passed" && one.status !== "failed");
  return counted(
    report.numPassedTests,
    report.numFailedTests,
    status,
    skipped.map(({ fullName }) => fullName),
  );
}

/** TAP of Node's own runner: `# pass 12` at its end. */
export function browserCounts(output, status) {
  const passed = sumOf(output, /^# pass (\d+)/gm);
  const failed = sumOf(output, /^# fail (\d+)/gm) + sumOf(output, /^# cancelled (\d+)/gm);
  const skipped = [...output.matchAll(/^\s*ok \d+ - (.*) # SKIP ?(.*)$/gm)].map(([, name, why]) => `${name}: ${why}`);
  return counted(passed, failed, status, skipped);
}
