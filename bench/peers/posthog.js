/** PostHog with all it knows of frustration, through its own `before_send`. */
import posthog from 'posthog-js/dist/module.full.no-external.js';
import { isAlone, record } from './record.js';

const TYPES = { $rageclick: 'rageClick', $dead_click: 'deadClick', $dead_swipe: 'deadSwipe' };

posthog.init('bench', {
  api_host: `${location.origin}/stub/posthog`,
  defaults: '2026-05-30',
  autocapture: true,
  // A driven browser is a bot to it otherwise.
  opt_out_useragent_filter: true,
  capture_dead_clicks: true,
  disable_session_recording: true,
  disable_surveys: true,
  advanced_disable_flags: true,
  before_send: (event) => {
    const type = TYPES[event?.event];
    if (type) record('posthog', type, event.properties?.$el_text);
    return isAlone ? event : null;
  },
});
