/**
 * Sentry with session replay, through its own `beforeAddRecordingEvent`. A slow click is Sentry's
 * word for both: answered late, or not at all within 7 s. Its server calls the latter rage from five
 * clicks on, and so does this.
 *
 * @see https://github.com/getsentry/sentry/blob/master/src/sentry/replays/usecases/ingest/event_parser.py
 */
import { init, replayIntegration } from '@sentry/browser';
import { isAlone, record } from './record.js';

const RAGE_CLICKS = 5;

init({
  dsn: 'http://bench@127.0.0.1/1',
  tunnel: `${location.origin}/stub/sentry`,
  ...(!isAlone && { transport: answerInPage }),
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 1,
  integrations: [
    replayIntegration({
      useCompression: false,
      beforeAddRecordingEvent: (event) => {
        const { category, data, message } = event.data?.payload ?? {};
        if (category === 'ui.slowClickDetected') tell(data, message);
        return event;
      },
    }),
  ],
});

function answerInPage() {
  return { send: async () => ({ statusCode: 200 }), flush: async () => true };
}

function tell({ endReason, clickCount }, message) {
  record('sentry', endReason === 'timeout' ? 'deadClick' : 'slowResponse', message);
  if (endReason === 'timeout' && clickCount >= RAGE_CLICKS) record('sentry', 'rageClick', message);
}
