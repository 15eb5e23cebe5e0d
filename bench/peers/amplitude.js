/** Amplitude with autocapture and all four frustration interactions, through its own plugin hook. */
import { add, init } from '@amplitude/analytics-browser';
import { isAlone, record } from './record.js';

const TYPES = {
  '[Amplitude] Rage Click': 'rageClick',
  '[Amplitude] Dead Click': 'deadClick',
  '[Amplitude] Error Click': 'errorClick',
  '[Amplitude] Thrashed Cursor': 'thrashedCursor',
};

add({
  name: 'bench',
  type: 'enrichment',
  setup: async () => {},
  execute: async (event) => {
    const type = TYPES[event.event_type];
    if (type) record('amplitude', type, event.event_properties?.['[Amplitude] Element Text']);
    return isAlone ? event : null;
  },
});
init('bench', {
  // It would log each event that is held back, and take that for an error of the page.
  logLevel: 0,
  autocapture: {
    elementInteractions: true,
    frustrationInteractions: {
      rageClicks: true,
      deadClicks: true,
      errorClicks: true,
      thrashedCursor: true,
    },
  },
  remoteConfig: { fetchRemoteConfig: false },
  serverUrl: `${location.origin}/stub/amplitude`,
});
