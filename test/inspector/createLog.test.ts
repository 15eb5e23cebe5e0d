import { describe, expect, it, vi } from 'vitest';
import { createLog, type Inspected } from '../../src/inspector/createLog.js';
import { fakeAssistant } from '../fixtures/fakeAssistant.js';
import { makeDecision } from '../fixtures/makeDecision.js';
import { makeReport } from '../fixtures/makeReport.js';
import { makeRisk } from '../fixtures/makeRisk.js';
import { makeSignal } from '../fixtures/makeSignal.js';

function follow(given: Partial<Inspected> = {}) {
  const fake = fakeAssistant(given);
  const report = makeReport();
  const onChange = vi.fn();
  const log = createLog(fake.assistant, { report, now: () => 42, onChange });
  return { ...fake, log, report, onChange };
}

describe('createLog', () => {
  it('begins with the decisions that were taken before', () => {
    const shown = makeDecision({ time: 2, shown: true, action: 'card' });
    const { log } = follow({
      explain: () => [makeDecision({ risk: makeRisk({ time: 1, probability: 0.2 }) }), shown],
    });
    expect(log.decisions.items).toHaveLength(2);
    expect(log.risks.items.map(({ probability }) => probability)).toEqual([0.2, 0.5]);
    expect(log.risk).toBe(shown.risk);
    expect(log.shown.items).toEqual([{ time: 2, action: 'card' }]);
  });

  it('is empty until something is seen', () => {
    const { log, signal } = follow();
    expect(log.isEmpty()).toBe(true);
    signal(makeSignal());
    expect(log.isEmpty()).toBe(false);
  });

  it('tells of each change', () => {
    const { onChange, signal, risk, decision, outcome } = follow();
    signal(makeSignal());
    risk(makeRisk());
    decision(makeDecision());
    outcome({ decisionTime: 1, kind: 'success', label: 0, censored: false });
    expect(onChange).toHaveBeenCalledTimes(4);
  });

  it('notes when an outcome became known', () => {
    const { log, outcome } = follow();
    outcome({ decisionTime: 1, kind: 'success', label: 0, censored: false });
    expect(log.outcomes.items[0]?.time).toBe(42);
  });

  it('stays small however much comes', () => {
    const { log, signal, risk, decision, outcome } = follow();
    for (let i = 0; i < 1000; i += 1) {
      signal(makeSignal());
      risk(makeRisk());
      decision(makeDecision({ shown: true }));
      outcome({ decisionTime: i, kind: 'continued', censored: true });
    }
    const { signals, risks, decisions, shown, outcomes } = log;
    const sizes = [signals, risks, decisions, shown, outcomes].map(({ items }) => items.length);
    expect(sizes).toEqual([30, 128, 20, 20, 30]);
  });

  it('reports a failure instead of throwing it into the stream', () => {
    const { report, signal } = follow();
    const failing = follow({
      explain: () => {
        throw new Error('no');
      },
    });
    signal(makeSignal());
    expect(report.codes()).toEqual([]);
    expect(failing.report.codes()).toEqual(['internal']);
  });

  it('forgets everything and goes on', () => {
    const { log, risk, signal } = follow();
    risk(makeRisk());
    signal(makeSignal());
    log.clear();
    expect(log.isEmpty()).toBe(true);
    expect(log.risk).toBeUndefined();
    risk(makeRisk());
    expect(log.risks.items).toHaveLength(1);
  });

  it('leaves no listener', () => {
    const { log, nListeners } = follow();
    expect(nListeners()).toBe(4);
    log.stop();
    expect(nListeners()).toBe(0);
  });
});
