import type { Target } from '../types.js';
import type { Host } from './Host.js';

/** What is drawn on, dragged or played in ways that the page cannot see, maps by their usual names. */
const SURFACES = [
  'canvas,video,audio,iframe,embed,object,[role=application],[role=slider]',
  '.leaflet-container,.gm-style,.mapboxgl-map,.maplibregl-map,.ol-viewport,.esri-view',
].join();

/** What a pointer or finger is over: of a drawing, map or slider, that as a `surface`. */
export function toSurface(element: Element, { dom, describe }: Host): Target {
  const surface = dom.closest(element, SURFACES);
  const target = describe(surface ?? element);
  return surface ? { ...target, control: 'surface' } : target;
}
