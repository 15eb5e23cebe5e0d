import type { Report } from '../guard.js';

/** Reports what is wrong once, however often it is met: patterns are asked again at every tick. */
export function reportOnce(report: Report): Report {
  const reported = new Set<string>();
  return (error) => {
    const kind = `${error.code} ${error.message}`;
    if (reported.has(kind)) return;
    reported.add(kind);
    report(error);
  };
}
