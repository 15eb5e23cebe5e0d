import { describe } from 'vitest';
import { never } from '../../src/models/never.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

describe('never', () => {
  itIsAnOnlineClassifier(() => never({ nFeatures: 2 }), { prior: 0.08, learns: false });
});
