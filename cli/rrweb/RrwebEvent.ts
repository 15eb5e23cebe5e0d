/**
 * What of a recording is read, by the numbers that rrweb gives it.
 *
 * @see {@link https://github.com/rrweb-io/rrweb/blob/master/packages/types/src/index.ts}
 */
export const EVENT = {
  domContentLoaded: 0,
  load: 1,
  fullSnapshot: 2,
  incremental: 3,
  meta: 4,
  custom: 5,
  plugin: 6,
} as const;

export const SOURCE = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  viewportResize: 4,
  input: 5,
  touchMove: 6,
  media: 7,
  drag: 12,
  selection: 14,
} as const;

export const NODE = { document: 0, doctype: 1, element: 2, text: 3 } as const;

export const INTERACTION = {
  mouseUp: 0,
  mouseDown: 1,
  click: 2,
  focus: 5,
  blur: 6,
  touchStart: 7,
  touchEnd: 9,
  touchCancel: 10,
} as const;

export interface RrwebNode {
  readonly type: number;
  readonly id: number;
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly RrwebNode[];
  readonly textContent?: string;
  readonly isShadow?: boolean;
}

/** One event; which of the fields of its data are there depends on its type and source. */
export interface RrwebEvent {
  readonly type: number;
  readonly timestamp: number;
  readonly data: RrwebData;
}

export interface RrwebData {
  readonly source?: number;
  readonly type?: number;
  readonly id?: number;
  readonly x?: number;
  readonly y?: number;
  readonly pointerType?: number;
  // Meta
  readonly href?: string;
  readonly width?: number;
  readonly height?: number;
  // Full snapshot
  readonly node?: RrwebNode;
  // Mutation
  readonly adds?: readonly RrwebAdd[];
  readonly removes?: readonly { readonly id: number }[];
  readonly texts?: readonly { readonly id: number; readonly value: string | null }[];
  readonly attributes?: readonly {
    readonly id: number;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
  // Input
  readonly text?: string;
  readonly isChecked?: boolean;
  readonly userTriggered?: boolean;
  // Moves
  readonly positions?: readonly RrwebPosition[];
  // Selection
  readonly ranges?: readonly Readonly<
    Record<'start' | 'startOffset' | 'end' | 'endOffset', number>
  >[];
  // Custom
  readonly tag?: string;
  // Plugin
  readonly plugin?: string;
  readonly payload?: unknown;
}

export interface RrwebAdd {
  readonly parentId: number;
  readonly nextId?: number | null;
  readonly node: RrwebNode;
}

export interface RrwebPosition {
  readonly x: number;
  readonly y: number;
  readonly id: number;
  readonly timeOffset: number;
}

/** Whether JSON from a file is an event of a recording; what is in its data is seen when it is played. */
export function isRrwebEvent(value: unknown): value is RrwebEvent {
  const { type, timestamp } = Object(value) as Partial<Record<keyof RrwebEvent, unknown>>;
  return TYPES.includes(type) && Number.isFinite(timestamp);
}

const TYPES: readonly unknown[] = Object.values(EVENT);
