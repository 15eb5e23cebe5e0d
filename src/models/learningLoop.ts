import type { LabelledExample, ModelState } from '../types.js';
import { packState, unpackState, type PackedState } from './packState.js';

/** A model that the loop may teach and keep. */
interface Learner {
  learnMany(batch: readonly LabelledExample[]): void;
  getState(): ModelState;
  setState(state: ModelState): boolean;
}

/** What the loop needs of a store; see `storage/Store.ts` for the promises behind each. */
interface Shelf {
  loadModel(): Promise<{ readonly generation: number; readonly state: unknown } | undefined>;
  saveModel(state: unknown, basedOn: number): Promise<number | undefined>;
}

export interface LearningLoopOptions {
  readonly model: Learner;
  readonly store: Shelf;
  /** Examples a step; what is left over is learned as a smaller batch when the page is hidden. */
  readonly batchSize: number;
  /** What else is kept beside the model, and given back when it is loaded. */
  readonly companions: {
    getState(): unknown;
    setState(state: unknown): void;
  };
  /** Also told of each batch, for learners of their own such as the worker. */
  readonly onBatch: (batch: readonly LabelledExample[]) => void;
}

export interface LearningLoop {
  /** Takes over what an earlier visit, or another tab, has learned. */
  load(): Promise<void>;
  learn(examples: readonly LabelledExample[]): void;
  /** Learns what is waiting and saves. */
  save(): Promise<void>;
  /** Forgets what is waiting and which generation it was based on. */
  reset(): void;
}

const MAX_TRIES = 5;

interface Saved {
  readonly model: PackedState;
  readonly companions: unknown;
}

/**
 * Teaches the model on labelled examples, a batch at a time, and keeps it.
 *
 * Several tabs may learn at once. Each save names the generation it is based on; the tab that comes
 * second loads the first one's model, learns its own examples again on top, and saves that, so no
 * label is lost and none is learned twice.
 */
export function createLearningLoop(options: LearningLoopOptions): LearningLoop {
  const { model, store, batchSize, companions, onBatch } = options;
  let waiting: LabelledExample[] = [];
  let sinceSave: LabelledExample[] = [];
  let generation = 0;
  let saving = Promise.resolve();

  const step = (batch: readonly LabelledExample[]) => {
    if (batch.length === 0) return;
    model.learnMany(batch);
    sinceSave.push(...batch);
    onBatch(batch);
  };

  const learn = (examples: readonly LabelledExample[]) => {
    waiting.push(...examples);
    while (waiting.length >= batchSize) step(waiting.splice(0, batchSize));
  };

  const adopt = async (): Promise<void> => {
    const saved = await store.loadModel();
    generation = saved?.generation ?? 0;
    if (!isSaved(saved?.state)) return;
    const isTaken = model.setState(unpackState(saved.state.model));
    if (isTaken && sinceSave.length > 0) model.learnMany(sinceSave);
    companions.setState(saved.state.companions);
  };

  const write = async (tries = MAX_TRIES): Promise<void> => {
    step(waiting.splice(0));
    const learned = sinceSave.length;
    const state: Saved = {
      model: packState(model.getState()),
      companions: companions.getState(),
    };
    const next = await store.saveModel(state, generation);
    if (next === undefined) {
      // Other tabs may be first a few times in a row; a state that is refused for good must not loop.
      if (tries <= 1) return;
      await adopt();
      return write(tries - 1);
    }
    generation = next;
    sinceSave = sinceSave.slice(learned);
  };

  return {
    load: adopt,
    learn,
    save: () =>
      (saving = saving.then(
        () => write(),
        () => write(),
      )),
    reset: () => {
      waiting = [];
      sinceSave = [];
      generation = 0;
    },
  };
}

function isSaved(state: unknown): state is Saved {
  return typeof (state as Partial<Saved> | null | undefined)?.model?.weights === 'object';
}
