import { pressScenarios } from './presses.js';
export const scenarios = [...pressScenarios];
