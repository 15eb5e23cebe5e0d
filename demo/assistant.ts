import type { Assistant } from '../src/types.js';

/** The assistant that the script tag started; none before it has loaded, or where it is blocked. */
export function assistant(): Assistant | undefined {
  return (window as { Beforehand?: { assistant?: Assistant } }).Beforehand?.assistant;
}
