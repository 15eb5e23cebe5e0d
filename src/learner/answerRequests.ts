import { isToWorker, type FromWorker } from './protocol.js';
import { trainMlp, type MlpTraining } from './trainMlp.js';

/** The part of a worker's global scope that is used. */
export interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: FromWorker): void;
}

/**
 * The worker's side of the protocol: trains what it is sent and posts back the weights. A message
 * that makes no sense, and a failure of any kind, is answered with `failed`; nothing is thrown.
 */
export function answerRequests(scope: WorkerScope): void {
  let nFeatures: number | undefined;
  let training: MlpTraining | undefined;

  const answer = (data: unknown): FromWorker => {
    if (!isToWorker(data, nFeatures)) return { type: 'failed', id: idOf(data) };
    if (data.type === 'start') {
      nFeatures = data.nFeatures;
      training = trainMlp({ nFeatures, saved: data.saved });
      return { type: 'ready' };
    }
    training!.learnMany(data.rows);
    return { type: 'learned', id: data.id, training: training!.getState() };
  };

  scope.onmessage = ({ data }) => {
    try {
      scope.postMessage(answer(data));
    } catch {
      scope.postMessage({ type: 'failed', id: idOf(data) });
    }
  };
}

function idOf(data: unknown): number {
  const { id } = (data ?? {}) as { id?: unknown };
  return typeof id === 'number' ? id : -1;
}
