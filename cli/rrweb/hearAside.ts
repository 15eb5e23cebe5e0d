import type { MirrorWindow } from '../mirror/createMirrorWindow.js';
import { EVENT, type RrwebEvent } from './RrwebEvent.js';

type Fields = Readonly<Record<string, unknown>>;

const UNCAUGHT = /^"?Uncaught (\(in promise\))?:? ?([A-Z]\w*)?/;
const ADDRESSES = ['href', 'url', 'to', '$current_url'] as const;

/**
 * What recorders write down beside the page, in events of their own: page views and visibility
 * (PostHog, Sentry), uncaught errors (rrweb's console plugin) and requests (PostHog's network
 * plugin, Sentry's spans).
 */
export function hearAside(event: RrwebEvent, mirror: MirrorWindow): void {
  const { tag = '', plugin = '', payload } = event.data;
  const told = toFields(payload);
  if (event.type === EVENT.plugin) {
    if (plugin.startsWith('rrweb/console')) hearConsole(told, mirror);
    if (plugin.startsWith('rrweb/network')) hearRequests(told, mirror);
  } else if (tag === 'performanceSpan') hearSpan(told, mirror);
  else if (/^window (hidden|visible)$/.test(tag)) hearVisibility(tag, mirror);
  else if (/page_?view|navigation|route|url/i.test(tag) || told.category === 'navigation')
    hearNavigation({ ...told, ...toFields(told.data) }, mirror);
}

function hearNavigation(told: Fields, { window, navigate }: MirrorWindow): void {
  const address = ADDRESSES.map((name) => told[name]).find((value) => typeof value === 'string');
  const href = address && toHref(address, window.location.href);
  if (href && href !== window.location.href) navigate(href, 'push');
}

function toHref(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

function hearVisibility(tag: string, { document, dispatch }: MirrorWindow): void {
  document.visibilityState = tag === 'window hidden' ? 'hidden' : 'visible';
  dispatch('visibilitychange', document);
}

/** An uncaught error is written down as the browser would put it; of it, its class is taken. */
function hearConsole({ level, payload }: Fields, { dispatch }: MirrorWindow): void {
  const [message] = Array.isArray(payload) ? (payload as unknown[]) : [];
  const [isUncaught, isRejection, name = 'Error'] = UNCAUGHT.exec(String(message)) ?? [];
  if (level !== 'error' || !isUncaught) return;
  if (isRejection) dispatch('unhandledrejection', 'window', { reason: { name } });
  else dispatch('error', 'window', { message: '', filename: '', error: { name } });
}

function hearRequests({ requests }: Fields, mirror: MirrorWindow): void {
  for (const request of Array.isArray(requests) ? requests : []) {
    const { name, initiatorType, responseStatus, status, duration, endTime, startTime } =
      toFields(request);
    const took = number(duration) ?? (number(endTime) ?? 0) - (number(startTime) ?? 0);
    tell(mirror, { name, initiatorType, took, status: responseStatus ?? status });
  }
}

function hearSpan(told: Fields, mirror: MirrorWindow): void {
  const { op, description, startTimestamp, endTimestamp, data } = told;
  if (/^navigation\.(push|back_forward)$/.test(String(op))) {
    hearNavigation({ href: description }, mirror);
    return;
  }
  const [, kind] = /^resource\.(fetch|xhr)$/.exec(String(op)) ?? [];
  const end = 1000 * (number(endTimestamp) ?? 0);
  const initiatorType = kind === 'xhr' ? 'xmlhttprequest' : kind;
  const took = end - 1000 * (number(startTimestamp) ?? 0);
  if (kind)
    tell(mirror, { name: description, initiatorType, took, status: toFields(data).statusCode });
}

interface Told {
  readonly name: unknown;
  readonly initiatorType: unknown;
  readonly took: number;
  readonly status: unknown;
}

function tell(mirror: MirrorWindow, { name, initiatorType, took, status }: Told): void {
  const responseEnd = mirror.now();
  mirror.requested({
    name: String(name),
    initiatorType: String(initiatorType),
    startTime: responseEnd - Math.max(0, took),
    responseEnd,
    responseStatus: number(status) ?? 0,
  });
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
