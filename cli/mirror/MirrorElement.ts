import type { MirrorDocument, MirrorShadowRoot } from './MirrorDocument.js';
import { MirrorNode } from './MirrorNode.js';
import { compileSelector } from './selector.js';

const LABELABLE = 'input:not([type=hidden]),button,select,textarea,meter,output,progress';
const IN_FORMS = /^(input|button|select|textarea|output|fieldset|object)$/;
const WITH_VALUE = /^(input|button|select|textarea|option)$/;

/** An element as it was recorded, with what the SDK asks an element for. */
export class MirrorElement extends MirrorNode {
  readonly attributes = new Map<string, string>();
  scrollTop = 0;
  /** The state that no attribute tells; `undefined` until somebody changed it. */
  typed: string | undefined;
  ticked: boolean | undefined;
  private shadow: MirrorShadowRoot | null = null;

  constructor(
    document: MirrorDocument,
    private readonly tag: string,
  ) {
    super(document);
  }

  /** An accessor, as in a browser: the SDK takes it from the prototype. */
  get shadowRoot(): MirrorShadowRoot | null {
    return this.shadow;
  }

  set shadowRoot(shadow: MirrorShadowRoot | null) {
    this.shadow = shadow;
  }

  /** Events are told to the window alone. */
  addEventListener(): void {}

  removeEventListener(): void {}

  get localName(): string {
    return this.tag;
  }

  get previousElementSibling(): MirrorElement | null {
    let node = this.before;
    while (node && !(node instanceof MirrorElement)) node = node.before;
    return node;
  }

  get nextElementSibling(): MirrorElement | null {
    let node = this.after;
    while (node && !(node instanceof MirrorElement)) node = node.after;
    return node;
  }

  get parentElement(): MirrorElement | null {
    return this.parent instanceof MirrorElement ? this.parent : null;
  }

  get value(): string | undefined {
    if (!WITH_VALUE.test(this.tag)) return undefined;
    return (
      this.typed ?? this.getAttribute('value') ?? (this.tag === 'textarea' ? this.textContent : '')
    );
  }

  get checked(): boolean | undefined {
    return this.tag === 'input' ? (this.ticked ?? this.attributes.has('checked')) : undefined;
  }

  get selectedIndex(): number | undefined {
    if (this.tag !== 'select') return undefined;
    const options = [...this.elements()].filter(({ localName }) => localName === 'option');
    return options.findIndex(({ value }) => value === this.value);
  }

  get open(): boolean {
    return /^(details|dialog)$/.test(this.tag) && this.attributes.has('open');
  }

  get form(): MirrorElement | null | undefined {
    if (!IN_FORMS.test(this.tag)) return undefined;
    const id = this.getAttribute('form');
    return (id && this.ownerDocument?.getElementById(id)) || this.closest('form');
  }

  /** Of a label. */
  get control(): MirrorElement | null | undefined {
    if (this.tag !== 'label') return undefined;
    const id = this.getAttribute('for');
    return id ? (this.ownerDocument?.getElementById(id) ?? null) : this.querySelector(LABELABLE);
  }

  get lang(): string {
    return this.getAttribute('lang') ?? '';
  }

  get dir(): string {
    return this.getAttribute('dir') ?? '';
  }

  /** A recording tells the size of the viewport and no other. */
  get clientHeight(): number {
    return (this.ownerDocument?.defaultView as { innerHeight?: number } | null)?.innerHeight ?? 0;
  }

  /** Not recorded: so the share of a page that was scrolled through stays unknown. */
  get scrollHeight(): number {
    return this.clientHeight;
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  matches(selector: string): boolean {
    return compileSelector(selector)(this);
  }

  closest(selector: string): MirrorElement | null {
    return this.matches(selector) ? this : (this.parentElement?.closest(selector) ?? null);
  }

  querySelector(selector: string): MirrorElement | null {
    const matches = compileSelector(selector);
    for (const each of this.elements()) if (matches(each)) return each;
    return null;
  }

  getElementsByTagName(name: string): readonly MirrorElement[] {
    return [...this.elements()].filter(({ localName }) => localName === name);
  }

  /** Without layout: neither it nor what it is in is hidden by attribute or inline style. */
  checkVisibility(): boolean {
    const isHidden = this.closest(
      '[hidden],[style*="display: none"],[style*="display:none"],[style*="visibility: hidden"],dialog:not([open])',
    );
    return this.isConnected && !isHidden;
  }

  protected override isLike(other: MirrorNode): boolean {
    return (
      other instanceof MirrorElement &&
      other.localName === this.localName &&
      other.attributes.size === this.attributes.size &&
      [...this.attributes].every(([name, value]) => other.getAttribute(name) === value)
    );
  }

  private *elements(): Generator<MirrorElement> {
    for (const node of this.descendants()) if (node instanceof MirrorElement) yield node;
  }
}
