/** Whether an expert said anything that can be used. */
export function isSaid(probability: number): boolean {
  return probability >= 0 && probability <= 1;
}
