import { describe, expect, it } from 'vitest';
import { taskNumber } from '../../src/features/labelHistory.js';
import { OWN_SHAPE } from '../../src/features/schema.js';
import { MAX_SHAPES, taskShapes } from '../../src/features/taskShapes.js';

const WIDTH = 2 + 2 * OWN_SHAPE.length;

describe('taskShapes', () => {
  it('keeps the tasks that were seen most', () => {
    const shapes = taskShapes();
    const attempt = (task: string) => {
      shapes.of(task).read(OWN_SHAPE.map(() => 1));
      shapes.of(task).end();
    };
    for (let i = 0; i < 2 * MAX_SHAPES; i += 1) attempt(`rare ${i}`);
    attempt('often');
    attempt('often');
    const state = shapes.getState();
    const tasks = state.filter((_, i) => i % WIDTH === 0);
    expect(tasks).toHaveLength(MAX_SHAPES);
    expect(tasks).toContain(taskNumber('often'));
    expect(taskShapes().setState(state)).toBe(true);
  });
});
