import type { Arm, Decision, Gate, Milliseconds, Risk } from '../types.js';
import { explore, type Drawn } from './explore.js';
import { computeGates, type GateInput } from './gates.js';
import { bestAction, computeThresholds } from './utility.js';

export interface DecideInput extends GateInput {
  readonly time: Milliseconds;
  readonly risk: Risk;
  readonly arm: Arm;
  /** Probability that an offer is taken, in (0, 1]; see `receptivityOf`. */
  readonly receptivity: number;
  /** By how many logits things end worse on this site than is usual. @defaultValue 0 */
  readonly worse?: number;
  /** Share of the moments worth a prompt that are decided at random, in [0, 1]. @defaultValue 0.05 */
  readonly explorationRate?: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly modelVersion: string;
}

/**
 * Decides whether to offer help at one moment, and how loudly. Pure, but for what `random` keeps.
 *
 * All gates are listed, whichever failed first; the action is `none` if and only if at least one
 * failed. In the hold-out arm everything is computed the same; `shown` is false until the caller has
 * claimed the budget and shown it.
 */
export function decide(input: DecideInput): Decision {
  const { time, risk, arm, modelVersion, random, explorationRate = 0.05 } = input;
  const thresholds = computeThresholds(input.receptivity, input.worse);
  const best = bestAction(risk.probability, thresholds);
  const gates = [...computeGates(input), riskGate(risk.probability, thresholds.badge)];
  const drawn: Drawn = gates.every(({ passed }) => passed)
    ? explore(best, explorationRate, random)
    : { action: 'none', propensity: 1 };
  return {
    time,
    action: drawn.action,
    shown: false,
    propensity: drawn.propensity,
    risk,
    threshold: thresholds.card,
    badgeThreshold: thresholds.badge,
    gates: [...gates, explorationGate(drawn)],
    modelVersion,
    arm,
  };
}

function riskGate(probability: number, threshold: number): Gate {
  return {
    name: 'risk',
    passed: probability >= threshold,
    reason: `probability ${probability.toFixed(3)}, at least ${threshold.toFixed(3)}`,
  };
}

/** A moment may be passed over at random; then this is its reason. */
function explorationGate({ action, propensity }: Drawn): Gate {
  return {
    name: 'exploration',
    passed: action !== 'none' || propensity === 1,
    reason: `${action} chosen with probability ${propensity.toFixed(3)}`,
  };
}
