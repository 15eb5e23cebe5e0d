import { parseCut } from '../src/evaluation/recorded/parseCut.js';
import { UsageError } from './errors.js';

/** @throws UsageError that says what a cut has to be like */
export function readCut(cut: string): string {
  try {
    parseCut(cut);
    return cut;
  } catch (thrown) {
    throw new UsageError(`--cut: ${(thrown as Error).message}`);
  }
}
