import type { Cart } from './cart.js';
import type { Faults } from './faults.js';
import type { Memory } from './memory.js';

export type Room = 'living' | 'kitchen' | 'light' | 'sleep';

export interface Product {
  readonly id: string;
  readonly name: string;
  /** Whole pounds. */
  readonly price: number;
  readonly room: Room;
  readonly material: string;
  readonly size: string;
  readonly about: string;
}

/** An article of the help centre; the assistant offers the same ones. */
export interface HelpArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Paragraphs, with an empty line between them. */
  readonly text: string;
}

/** What every page may use. */
export interface Shop {
  readonly products: readonly Product[];
  readonly articles: readonly HelpArticle[];
  readonly cart: Cart;
  readonly faults: Faults;
  readonly memory: Memory;
  /** Shows another page of the shop without loading one. */
  navigate(path: string): void;
}

export interface Visit {
  /** The parts of the path that its pattern left open, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Aborted when the visitor goes to another page; ends the page's listeners. */
  readonly left: AbortSignal;
}

/** Makes the content of one page, `<h1>` included. */
export type Page = (shop: Shop, visit: Visit) => HTMLElement | Promise<HTMLElement>;
