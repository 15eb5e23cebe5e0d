/**
 * What a step of `npm test` came to. A step that is no test suite counts as one test.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countStep(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts from vitest's JSON report. A run that failed without a failed test, because a file can't
 * be loaded or an error was not caught, still counts as a failure.
 *
 * @param {{ numPassedTests?: number, numFailedTests?: number, numFailedTestSuites?: number } | undefined} report
 * `undefined` when vitest wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const nothingRan = passed + failed === 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || nothingRan) ? 1 : failed };
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** @param {Counts} counts */
export function toCountLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
