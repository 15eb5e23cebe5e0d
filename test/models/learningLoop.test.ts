import { describe, expect, it } from 'vitest';
import { createLearningLoop } from '../../src/models/learningLoop.js';
import type { LabelledExample, ModelState } from '../../src/types.js';

/** A model that only remembers what it was taught. */
function notebook(reads: boolean) {
  let pages: number[] = [];
  return {
    learnMany: (batch: readonly LabelledExample[]) => pages.push(...batch.map(({ x }) => x[0]!)),
    getState: (): ModelState => ({ model: 'notebook', version: 1, weights: { pages: [...pages] } }),
    setState: ({ weights }: ModelState) => {
      if (reads) pages = [...weights.pages!];
      return reads;
    },
    pages: () => pages,
  };
}

/** What two tabs share. */
function shelf() {
  let saved: { generation: number; state: unknown } | undefined;
  return {
    loadModel: () => Promise.resolve(saved && structuredClone(saved)),
    saveModel: (state: unknown, basedOn: number) => {
      if (basedOn !== (saved?.generation ?? 0)) return Promise.resolve(undefined);
      saved = { generation: basedOn + 1, state: structuredClone(state) };
      return Promise.resolve(saved.generation);
    },
  };
}

function makeLoop(store: ReturnType<typeof shelf>, { batchSize = 1, reads = true } = {}) {
  const model = notebook(reads);
  const batches: number[] = [];
  const companions: unknown[] = [];
  const loop = createLearningLoop({
    model,
    store,
    batchSize,
    companions: { getState: () => ({ note: 1 }), setState: (state) => companions.push(state) },
    onBatch: (batch) => batches.push(batch.length),
  });
  return { model, loop, batches, companions };
}

const example = (value: number): LabelledExample => ({ x: Float64Array.of(value), y: 1 });

describe('createLearningLoop', () => {
  it('goes on in the next visit from what was saved', async () => {
    const store = shelf();
    const first = makeLoop(store);
    first.loop.learn([example(1), example(2)]);
    await first.loop.save();
    const second = makeLoop(store);
    await second.loop.load();
    expect(second.model.pages()).toEqual([1, 2]);
  });

  it('learns in batches, and what is left over when it saves', async () => {
    const { loop, batches, model } = makeLoop(shelf(), { batchSize: 3 });
    loop.learn([1, 2, 3, 4].map(example));
    expect(batches).toEqual([3]);
    await loop.save();
    expect(batches).toEqual([3, 1]);
    expect(model.pages()).toEqual([1, 2, 3, 4]);
  });

  it('loses no label of two tabs that learn at once, and learns none twice', async () => {
    const store = shelf();
    const [a, b] = [makeLoop(store), makeLoop(store)];
    await Promise.all([a.loop.load(), b.loop.load()]);
    a.loop.learn([example(1)]);
    b.loop.learn([example(2)]);
    await Promise.all([a.loop.save(), b.loop.save()]);
    a.loop.learn([example(3)]);
    await a.loop.save();
    const next = makeLoop(store);
    await next.loop.load();
    expect([...next.model.pages()].sort()).toEqual([1, 2, 3]);
  });

  it('starts anew when the model cannot read what was saved, but keeps its companions', async () => {
    const store = shelf();
    const old = makeLoop(store);
    old.loop.learn([example(1)]);
    await old.loop.save();
    const next = makeLoop(store, { reads: false });
    await next.loop.load();
    expect(next.model.pages()).toEqual([]);
    expect(next.companions).toEqual([{ note: 1 }]);
  });
});
