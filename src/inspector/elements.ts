import { guardAsync, type Report } from '../guard.js';

type Child = Node | string;

/** Makes elements of one document. Nothing is parsed as HTML, so the strictest policy allows it. */
export interface Elements {
  readonly html: <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className?: string,
    ...children: readonly Child[]
  ) => HTMLElementTagNameMap[Tag];
  /** A path of an `<svg>`. */
  readonly path: (className: string, d?: string) => SVGPathElement;
  readonly svg: (viewBox: string, className: string, ...children: readonly Node[]) => SVGSVGElement;
  /** What `onPress` throws or rejects with is reported. */
  readonly button: (
    className: string,
    onPress: () => unknown,
    ...children: readonly Child[]
  ) => HTMLButtonElement;
  /** Listens on an element of ours; the listener goes when the element does. */
  readonly on: <Type extends keyof HTMLElementEventMap>(
    element: HTMLElement,
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => unknown,
  ) => void;
}

const SVG = 'http://www.w3.org/2000/svg';

export function createElements(document: Document, report: Report): Elements {
  const html: Elements['html'] = (tag, className = '', ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const path: Elements['path'] = (className, d = '') => {
    const element = document.createElementNS(SVG, 'path');
    element.setAttribute('class', className);
    element.setAttribute('d', d);
    return element;
  };

  const svg: Elements['svg'] = (viewBox, className, ...children) => {
    const element = document.createElementNS(SVG, 'svg');
    element.setAttribute('viewBox', viewBox);
    element.setAttribute('class', className);
    element.setAttribute('aria-hidden', 'true');
    element.append(...children);
    return element;
  };

  const on: Elements['on'] = (element, type, listener) =>
    element.addEventListener(type, (event) =>
      guardAsync(report, 'internal', () => listener(event)),
    );

  const button: Elements['button'] = (className, onPress, ...children) => {
    const element = html('button', className, ...children);
    element.type = 'button';
    on(element, 'click', onPress);
    return element;
  };

  return { html, path, svg, button, on };
}
