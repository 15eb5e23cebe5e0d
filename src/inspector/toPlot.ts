import type { Milliseconds } from '../types.js';
import type { RiskPoint } from './createLog.js';

/** How far back the plot goes. */
export const PLOT_MS: Milliseconds = 300_000;

/** The plot's own units: seconds to the right, per cent upwards; it is stretched to any size. */
export const PLOT_VIEW = '0 0 300 100';

export interface PlotInput {
  readonly now: Milliseconds;
  /** Oldest first. */
  readonly risks: readonly RiskPoint[];
  readonly signals: readonly { readonly time: Milliseconds }[];
  readonly shown: readonly { readonly time: Milliseconds }[];
}

/** Data of SVG paths; '' where there is nothing to draw. */
export interface Plot {
  readonly line: string;
  readonly area: string;
  /** A dot on the axis for each signal. */
  readonly signals: string;
  /** An upright line for each prompt. */
  readonly shown: string;
}

/**
 * Lays out the last five minutes. The risk is a step line, as it holds from one decision to the
 * next: the value from before the plot begins at its left edge, the last one goes on until now.
 */
export function toPlot({ now, risks, signals, shown }: PlotInput): Plot {
  const start = now - PLOT_MS;
  const toX = (time: Milliseconds) => round(Math.min(300, Math.max(0, (time - start) / 1000)));
  const marks = (times: PlotInput['signals'], draw: string) =>
    times
      .filter(({ time }) => time >= start)
      .map(({ time }) => `M${toX(time)} ${draw}`)
      .join('');

  const first = Math.max(
    0,
    risks.findLastIndex(({ time }) => time < start),
  );
  const steps = risks
    .slice(first)
    .map(({ time, probability }) => ({ x: toX(time), y: toPlotY(probability) }));
  const line = steps.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  return {
    line: line && `${line}H300`,
    area: line && `${line}H300V100H${steps[0]?.x ?? 0}Z`,
    signals: marks(signals, '100h0'),
    shown: marks(shown, '0V100'),
  };
}

/** Where a probability is, from the top, in per cent. */
export function toPlotY(probability: number): number {
  const inRange = Math.min(1, Math.max(0, probability));
  return round(100 - inRange * 100);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
