/** Mixpanel with autocapture, through its own `before_track` hook. */
import mixpanel from 'mixpanel-browser/dist/mixpanel-core.cjs.js';
import { isAlone, record } from './record.js';

const TYPES = { $mp_rage_click: 'rageClick', $mp_dead_click: 'deadClick' };

mixpanel.init('bench', {
  api_host: `${location.origin}/stub/mixpanel`,
  autocapture: { rage_click: true, dead_click: true },
  persistence: 'localStorage',
  hooks: {
    before_track: (name, properties) => {
      if (TYPES[name]) record('mixpanel', TYPES[name], properties?.$el_text);
      return [name, properties];
    },
    before_send_events: (data) => (isAlone ? data : null),
  },
});
