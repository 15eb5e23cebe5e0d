import { clinicScenarios } from './clinic.js';
import { deskScenarios } from './desk.js';
import { feedScenarios } from './feed.js';
import { formScenarios } from './forms.js';
import { kindScenarios } from './kinds.js';
import { otherScenarios } from './others.js';
import { practiceScenarios } from './practices.js';
import { pressScenarios } from './presses.js';
import { quietScenarios } from './quiet.js';
import { shopScenarios } from './shop.js';
import { siteScenarios } from './sites.js';
import { surfaceScenarios } from './surfaces.js';
import { touchScenarios } from './touch.js';
import { widgetScenarios } from './widgets.js';

/** Every visit that is played. */
export const scenarios = [
  ...pressScenarios,
  ...widgetScenarios,
  ...surfaceScenarios,
  ...quietScenarios,
  ...shopScenarios,
  ...siteScenarios,
  ...formScenarios,
  ...otherScenarios,
  ...touchScenarios,
  ...practiceScenarios,
  ...feedScenarios,
  ...deskScenarios,
  ...kindScenarios,
  ...clinicScenarios,
];
