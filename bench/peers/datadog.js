/** Datadog RUM with its frustration signals, through its own `beforeSend`. */
import { datadogRum } from '@datadog/browser-rum';
import { isAlone, record } from './record.js';

const TYPES = { rage_click: 'rageClick', dead_click: 'deadClick', error_click: 'errorClick' };

// The SDK's own way to hand its events to an app around the page, which here drops them.
if (!isAlone) {
  globalThis.DatadogEventBridge = {
    getAllowedWebViewHosts: () => JSON.stringify([location.hostname]),
    getCapabilities: () => '[]',
    getPrivacyLevel: () => 'mask',
    send: () => {},
  };
}

datadogRum.init({
  applicationId: 'bench',
  clientToken: 'bench',
  site: 'datadoghq.com',
  proxy: `${location.origin}/stub/datadog`,
  sessionSampleRate: 100,
  sessionReplaySampleRate: 0,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
  telemetrySampleRate: 0,
  allowUntrustedEvents: isAlone,
  beforeSend: (event) => {
    for (const name of event.action?.frustration?.type ?? []) {
      if (TYPES[name]) record('datadog', TYPES[name], event.action.target?.name);
    }
    return true;
  },
});
