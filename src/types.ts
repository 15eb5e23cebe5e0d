/**
 * The vocabulary every folder shares. Types only: this file emits no code.
 *
 * The words follow the data through the SDK:
 * interaction → signal → features `x` → probability → decision → offer → outcome → label `y`.
 */
import type { Observable } from 'rxjs';
import type { BeforehandError } from './errors.js';

/** Milliseconds on the `performance.now()` clock: monotonic, 0 at page load. */
export type Milliseconds = number;

/** Milliseconds since the epoch, `Date.now()`: for what outlives a page load, and only for that. */
export type WallTime = number;

/** Time, as the page tells it; given so that tests and frames can bring their own. */
export interface Clock {
  now(): Milliseconds;
  wallTime(): WallTime;
}

// ─── Interactions: what browser/ gives ───────────────────────────────────────────────────────

/** What a press was made with. `assistive`: a click without any pointer or key before it. */
export type PointerKind = 'mouse' | 'touch' | 'pen' | 'keyboard' | 'assistive';

/** What kind of control an element is, by its role and state; never by what it says to people. */
export type ControlKind =
  | 'button'
  | 'link'
  /** Text-like input, textarea, contenteditable. */
  | 'field'
  /** Checkbox, radio, switch, `aria-pressed`, `aria-expanded`. */
  | 'toggle'
  | 'select'
  /** Range, number, spinbutton, slider. */
  | 'slider'
  /** A button whose own label is one of + − < > and the like. */
  | 'stepper'
  /** A button whose own label is "next", "previous" and the like. */
  | 'pager'
  | 'file'
  /** Video or audio. */
  | 'media'
  /** Canvas, map, frame, embedded object: a surface that answers in ways the page cannot see. */
  | 'surface'
  /** Not a control. */
  | 'none';

/** An element, as far as the SDK may know it: structure and state, no text, value or id. */
export interface Target {
  /**
   * Structural path of the nearest control (of the element itself where there is none), the same
   * before and after a re-mount: `main>form>button:2`. Empty inside a masked subtree.
   */
  readonly path: string;
  readonly control: ControlKind;
  /** `disabled`, inside a disabled fieldset, or `aria-disabled`. */
  readonly disabled: boolean;
  /** A press leads out of what can be watched: other page or window, download, file chooser. */
  readonly leadsAway: boolean;
  /** Names of detectors switched off here by marks on it or its ancestors; `all` for every one. */
  readonly ignored: readonly string[];
  /** The nearest `data-beforehand-context`: words the host chose for this part of the page, or ''. */
  readonly context: string;
}

/** One press of a pointer, an activating key or an assistive technology. */
export interface Press {
  /** Counts up from 1 within a page; joins presses and {@link PressResponse}s. */
  readonly id: number;
  readonly time: Milliseconds;
  /** CSS pixels in the viewport; 0 for keyboard and assistive presses. */
  readonly x: number;
  readonly y: number;
  readonly pointer: PointerKind;
  /** A modifier key was held, so the browser may do something of its own. */
  readonly modified: boolean;
  readonly target: Target;
  /** The state that a closed choice has reached, where it is known: `on`, `3`; never text. */
  readonly state?: string;
}

/** Something that answered a press. See `browser/fromResponses.ts` for what counts as each. */
export type ResponseKind =
  | 'mutation'
  | 'property'
  | 'form'
  /** A form was sent off: what comes of it is not seen yet. */
  | 'sent'
  | 'focus'
  | 'selection'
  | 'scroll'
  | 'navigation'
  | 'resource'
  /** A request that the press began has ended, too late to be waited for. */
  | 'ended'
  /** What answered it was taken back before the next press. */
  | 'undone'
  | 'media'
  | 'window'
  | 'clipboard'
  | 'drag';

export interface PressResponse {
  /** `id` of the press that it answers. */
  readonly press: number;
  /** As if the press had been let go at once: what waits for its release is not late. */
  readonly time: Milliseconds;
  readonly kind: ResponseKind;
  /** It may have come by itself; the same is told again without doubt, or not at all. */
  readonly isDoubtful?: true;
}

/** Class of a key; which key it was is never known past `browser/`. */
export type KeyKind =
  'character' | 'deletion' | 'navigation' | 'enter' | 'space' | 'escape' | 'other';

export interface Keystroke {
  readonly time: Milliseconds;
  readonly kind: KeyKind;
  /** Typed into a field, as opposed to the page. */
  readonly inField: boolean;
  /** For Enter and Space outside of a field: what they are to activate. */
  readonly target?: Target;
}

/** Something that happened to a form field or its form: counts and lengths, never a value. */
export interface FieldEvent {
  readonly time: Milliseconds;
  /**
   * `edit` grew or replaced, `deletion` shrank, `cleared` to empty, `paste`; `left`: blur; `invalid`:
   * the browser or `aria-invalid` refused it; `submit`: its form was sent off; `refused`: that
   * submit came to nothing because a field was invalid; `search`: a query was run.
   */
  readonly kind:
    | 'focus'
    | 'edit'
    | 'deletion'
    | 'cleared'
    | 'paste'
    | 'left'
    | 'invalid'
    | 'submit'
    | 'refused'
    | 'search';
  /** Path of the field; of the form for `submit` and `refused`. */
  readonly target: Target;
  /** Path of the form, or '' for a field outside any form. */
  readonly form: string;
  /** For `edit` of a closed choice (toggle, select, slider): what it is now, `on`, `3`; never text. */
  readonly state?: string;
  /** For `search`: a hash of the query, salted anew for each page load; compare only. */
  readonly query?: number;
}

/** Where the visitor is, as a template: digits, ids and long tokens are replaced, no query, no hash. */
export interface Route {
  readonly time: Milliseconds;
  /** `/order/:n`. */
  readonly path: string;
  /**
   * `tab`: another view of the same place, by a tab of the page's own; `search`: no other place, but
   * a search led away from an earlier page.
   */
  readonly kind: 'load' | 'push' | 'replace' | 'traverse' | 'reload' | 'tab' | 'search';
  /**
   * A hash of the whole path, salted anew for each page load, to tell `/order/1` from `/order/2`;
   * compare only. Absent for a route of another page that this tab was on: that is to be remembered,
   * and was told of there.
   */
  readonly place?: number;
}

export interface PageError {
  readonly time: Milliseconds;
  readonly kind: 'error' | 'rejection' | 'request' | 'validation';
  /** `TypeError`, `HTTP 500`, `invalid`: a class of error, never its message. */
  readonly name: string;
  /** In (0, 1]: 1 an uncaught error or 5xx, less for a 4xx or a refused field. */
  readonly strength: number;
}

/** Pointer movement over about 200 ms, summed up from the ring buffer. */
export interface PointerSummary {
  readonly time: Milliseconds;
  readonly durationMs: Milliseconds;
  readonly pathPx: number;
  readonly netPx: number;
  /** Changes of direction of at least 45°, steps under 5 px ignored. */
  readonly turns: number;
  /** px/s, the fastest step. */
  readonly maxSpeed: number;
  /** Pauses of more than 1 s that ended within the summary. */
  readonly pauses: number;
  /** The box it kept to, CSS pixels from where the pointer was first seen. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What the pointer was over at the end; of a drawing or map, that as a `surface`. */
  readonly target: Target;
}

/** Scrolling by the visitor's hand over about 200 ms; what scrolls by itself is left out. */
export interface ScrollSummary {
  readonly time: Milliseconds;
  readonly durationMs: Milliseconds;
  readonly distancePx: number;
  /** Reversals of direction of at least half a viewport each. */
  readonly reversals: number;
  /** Deepest point seen, as a share of the scrollable height, in [0, 1]. */
  readonly depth: number;
  /** What scrolled: the page, or a part of it. */
  readonly target: Target;
}

/** One finger drawn over the page for at least 30 px; told when it is known what came of it. */
export interface Swipe {
  /** When it was known what came of it. */
  readonly time: Milliseconds;
  /** Of the finger's way. */
  readonly durationMs: Milliseconds;
  readonly distancePx: number;
  /** Downwards, CSS pixels; a finger that goes down scrolls up. */
  readonly downPx: number;
  /** What was under the finger first; of a drawing, map or slider, that as such. */
  readonly target: Target;
  /** Something scrolled, changed or was selected, from its beginning until 2.5 s after its end. */
  readonly answered: boolean;
}

/** The pointer left the page through its top edge, with no button held, or came back. */
export interface Exit {
  readonly time: Milliseconds;
  readonly kind: 'left' | 'back';
}

/** The visitor came near to help, or went from it again. */
export interface HelpContact {
  readonly time: Milliseconds;
  /**
   * `hover` and `focus`: the pointer or the focus is on a link or button that leads to help; `visit`:
   * they came to a page of help from one that is none; `gone`: they are on neither any more.
   */
  readonly kind: 'hover' | 'focus' | 'visit' | 'gone';
  readonly target?: Target;
}

export interface Lifecycle {
  readonly time: Milliseconds;
  /** `left`: pagehide; `restored`: back from the bfcache or from being frozen. */
  readonly kind: 'visible' | 'hidden' | 'left' | 'restored' | 'blur' | 'focus';
}

/** How long one of the visitor's interactions took to show an effect (Event Timing). */
export interface Latency {
  readonly time: Milliseconds;
  readonly durationMs: Milliseconds;
}

/** What a detector may listen to. Every stream is hot, shared, and never errors. */
export interface PageStreams {
  /** Of presses that come faster than anybody aims, seven in a second that go here and there, one in 4 s. */
  readonly presses$: Observable<Press>;
  readonly responses$: Observable<PressResponse>;
  readonly keys$: Observable<Keystroke>;
  readonly fields$: Observable<FieldEvent>;
  readonly routes$: Observable<Route>;
  readonly errors$: Observable<PageError>;
  readonly pointer$: Observable<PointerSummary>;
  readonly scroll$: Observable<ScrollSummary>;
  readonly lifecycle$: Observable<Lifecycle>;
  readonly latency$: Observable<Latency>;
  readonly swipes$: Observable<Swipe>;
  readonly exits$: Observable<Exit>;
  readonly help$: Observable<HelpContact>;
}

/** The page at one moment, read when a decision is due and never in a listener. */
export interface Situation {
  readonly visible: boolean;
  /** Since the last key in a field; `Infinity` when none. */
  readonly sinceTypingMs: Milliseconds;
  /** Since the last input of any kind. */
  readonly quietMs: Milliseconds;
  readonly composing: boolean;
  /** Text is selected. */
  readonly selecting: boolean;
  /** A pointer button is held. */
  readonly dragging: boolean;
  /** A modal dialog, menu, list box or popover of the host is open. */
  readonly dialogOpen: boolean;
  readonly fullscreen: boolean;
}

// ─── Signals ─────────────────────────────────────────────────────────────────────────────────

/** Evidence of possible frustration, found by one detector. */
export interface Signal {
  /** The detector's `name`. */
  readonly detector: string;
  readonly time: Milliseconds;
  /** Structural path of the control, '' when it concerns none. */
  readonly target: string;
  /** In (0, 1]: how sure the evidence is. */
  readonly strength: number;
  /** The numbers behind it: counts, milliseconds, pixels. */
  readonly evidence: Readonly<Record<string, number>>;
  /** The host's own words for that part of the page (`data-beforehand-context`), if any. */
  readonly context?: string;
}

/** How soon detectors signal; `strict` where a false alarm is worse than a miss. */
export type Preset = 'strict' | 'balanced' | 'sensitive';

/** Turns page activity into signals. See CONTRIBUTING, "Add a detector". */
export interface Detector {
  /** Unique, camelCase; also part of its features' names, so renaming it resets what was learned. */
  readonly name: string;
  detect(page: PageStreams): Observable<Signal>;
}

// ─── Features and models ─────────────────────────────────────────────────────────────────────

/** Shape `[nFeatures]`, in the order of the feature schema. */
export type FeatureVector = Float64Array;

/** The ground truth: 1 the visitor gave up or asked for help, 0 not. */
export type Label = 0 | 1;

/** What was done last, hashed: which of the sequence features are on. Ascending, without repeats. */
export type Slots = readonly number[];

/** One moment whose outcome is known. */
export interface LabelledExample {
  readonly x: FeatureVector;
  /** Sequence features that are on; models without any pass over them. @defaultValue none */
  readonly slots?: Slots;
  readonly y: Label;
  /** Sample weight, for instance 1 / propensity. @defaultValue 1 */
  readonly w?: number;
  /** What each part of an ensemble said at the time, by name; it is judged on these when given. */
  readonly predicted?: Readonly<Record<string, number>>;
}

/** What a model needs to be rebuilt: plain data that IndexedDB can clone and JSON can hold. */
export interface ModelState {
  /** `name` of the model that wrote it; another model must not read it. */
  readonly model: string;
  readonly version: number;
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** States of the models inside it, for an ensemble or a wrapper. */
  readonly parts?: readonly ModelState[];
}

/** How much one feature moved the risk, in logits. */
export interface Contribution {
  readonly feature: string;
  readonly contribution: number;
}

/** The probability that the visitor gives up or asks for help within the horizon. */
export interface Risk {
  readonly time: Milliseconds;
  /** In [0, 1], calibrated. */
  readonly probability: number;
  readonly horizonMs: Milliseconds;
  /** Each expert's own probability and its share in the mixture. */
  readonly models: Readonly<
    Record<string, { readonly probability: number; readonly weight: number }>
  >;
  /** The strongest contributions, largest first. */
  readonly top: readonly Contribution[];
  readonly task?: { readonly id: string; readonly probability: number };
}

// ─── Tasks, articles, offers ─────────────────────────────────────────────────────────────────

/**
 * A pathname pattern when it begins with `/` (`/order/:id`, `/order/*`), any other string a CSS
 * selector (met when a matching element is visible or pressed), or a function of the page.
 */
export type Pattern = string | ((location: Location, document: Document) => boolean);
export type Patterns = Pattern | readonly Pattern[];

/** Something that people come to do. */
export interface Task {
  readonly id: string;
  readonly name: string;
  readonly start: Patterns;
  /** In order; reaching a later one is progress. */
  readonly steps?: readonly Pattern[];
  readonly success: Patterns;
  /** Pages or elements by which a visitor of this task asks for help. */
  readonly contact?: Patterns;
  readonly team?: string;
  /** Ids of articles that help with it, best first. */
  readonly articles?: readonly string[];
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Plain text, shown in the prompt and searched. */
  readonly text?: string;
  readonly tasks?: readonly string[];
  readonly team?: string;
  /** BCP 47; articles in another language than the page's are ranked last. */
  readonly lang?: string;
}

/** What the visitor is most likely doing. */
export interface Intent {
  readonly task?: {
    readonly id: string;
    readonly name: string;
    readonly probability: number;
    readonly team?: string;
  };
  /** Index of the step reached, from 0; -1 before the first. */
  readonly step: number;
  readonly nSteps: number;
  readonly startedAt: Milliseconds;
  readonly progressAt: Milliseconds;
  /** Entropy of the task posterior, bits. */
  readonly entropyBits: number;
}

/** What is offered to the visitor. Plain text: a prompt never renders HTML. */
export interface Offer {
  readonly kind: 'article' | 'handoff';
  readonly task?: { readonly id: string; readonly name: string };
  readonly step?: number;
  readonly team?: string;
  /** Best first; the first is the one offered, the others are shown once it is opened. */
  readonly articles: readonly Article[];
  /** The way to a person, where one is configured. */
  readonly handoff?: { readonly name: string; readonly label: string };
  /** Why this is offered, in plain words for the visitor, most important first. */
  readonly reasons: readonly string[];
}

/** What a support tool is told when the visitor asks for a person; shown to the visitor first. */
export interface HandoffContext {
  readonly task?: string;
  readonly step?: string;
  /** Route template, no query. */
  readonly page: string;
  /** Class of the last error, if any. */
  readonly error?: string;
  readonly team?: string;
}

/** A way to a person: a chat widget, a mail, a page. */
export interface Handoff {
  readonly name: string;
  /** The button's words; the built-in message when absent. */
  readonly label?: string;
  /** Whether the provider is on this page now. */
  isPresent(document: Document): boolean;
  /** Opens it, after the visitor pressed for it. Resolves to false when the provider is not there. */
  open(context: HandoffContext, document: Document): Promise<boolean> | boolean;
}

/** What the visitor did with a prompt. */
export type PromptOutcome = 'accepted' | 'notNow' | 'never' | 'closed' | 'ignored';

/** What a prompt needs to show itself. */
export interface PromptEnvironment {
  readonly document: Document;
  readonly messages: Messages;
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The visitor asked for it: it may be as large as it needs. */
  readonly isAsked?: boolean;
  /** What would be told to the support tool, for the preview. */
  readonly handoffContext: HandoffContext;
  /** Opens the way to a person. Called only from a press of the visitor's. */
  openHandoff(): void;
}

/** Every string a visitor may see. `{name}` places are filled in. */
export interface Messages {
  /** Name of the prompt as a landmark. */
  readonly label: string;
  /** `{task}` */
  readonly titleForTask: string;
  readonly title: string;
  readonly badge: string;
  readonly accept: string;
  readonly notNow: string;
  readonly never: string;
  readonly close: string;
  readonly why: string;
  /** `{reasons}` */
  readonly because: string;
  /** Where it was learned and that nothing leaves the device. */
  readonly privacy: string;
  readonly openArticle: string;
  readonly moreArticles: string;
  readonly contact: string;
  /** `{items}` */
  readonly willSend: string;
  readonly page: string;
  readonly task: string;
  readonly step: string;
  readonly error: string;
  /** `{title}`, `{shortcut}`; read out once by screen readers, at most 120 characters. */
  readonly announcement: string;
  readonly nothingFound: string;
  /** Plain words for each detector and feature that may be a reason, by name. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** A way to offer help. A new prompt is done when it passes `test/contracts/prompt.ts`. */
export interface Prompt {
  readonly name: string;
  /** Loads what it needs ahead of time, when the page is idle. */
  load?(): Promise<unknown>;
  /**
   * Cold: subscribing shows the prompt, unsubscribing removes it. Emits one outcome; an accepted
   * prompt may stay open after it, and completes when the visitor is done.
   */
  show(
    offer: Offer,
    form: 'badge' | 'card',
    environment: PromptEnvironment,
  ): Observable<PromptOutcome>;
}

// ─── Decisions and outcomes ──────────────────────────────────────────────────────────────────

export interface Gate {
  readonly name: string;
  readonly passed: boolean;
  /** In words for the developer: what was measured against what. */
  readonly reason: string;
}

export type Action = 'none' | 'badge' | 'card';
export type Arm = 'treated' | 'holdout';

/** One moment at which help could have been offered, and why it was or was not. */
export interface Decision {
  readonly time: Milliseconds;
  /** What the policy chose; in the hold-out arm, what it would have done. */
  readonly action: Action;
  readonly shown: boolean;
  /** Probability with which the policy chose this action, in (0, 1]. */
  readonly propensity: number;
  readonly risk: Risk;
  /**
   * Least probability at which a card would be offered: 0.4 to a visitor who was never asked, more
   * after offers that were not taken, and on a site whose prior has seen most sessions end badly.
   */
  readonly threshold: number;
  /** Least probability at which a badge would be offered, at most `threshold`. */
  readonly badgeThreshold: number;
  readonly gates: readonly Gate[];
  readonly offer?: Offer;
  readonly modelVersion: string;
  readonly arm: Arm;
}

export type OutcomeKind = PromptOutcome | 'success' | 'abandoned' | 'contacted' | 'continued';

/** What came of a decision. */
export interface Outcome {
  readonly decisionTime: Milliseconds;
  readonly kind: OutcomeKind;
  /** Absent when censored, and for what the visitor answered to a prompt without taking it. */
  readonly label?: Label;
  readonly censored: boolean;
}

// ─── What stays on the device ────────────────────────────────────────────────────────────────

/** A route as it outlives its page. */
export interface KeptRoute extends Pick<Route, 'path' | 'kind'> {
  readonly at: WallTime;
}

/** A prediction whose outcome is not known yet. Plain data: it outlives the page. */
export interface Pending {
  /** Unique on this device. */
  readonly id: string;
  readonly at: WallTime;
  readonly decisionTime: Milliseconds;
  readonly horizonMs: Milliseconds;
  readonly x: readonly number[];
  /** Version of the features that `x` is of; of another one, nothing is learned. */
  readonly schema?: number;
  /** Sequence features that were on. */
  readonly slots?: Slots;
  /** Declared task it was made in; absent for the anonymous one. */
  readonly task?: string;
  /** What each expert, `hedge`, and each of its ways to combine them said at the time. */
  readonly predicted: Readonly<Record<string, number>>;
  readonly action: Action;
  readonly shown: boolean;
  readonly propensity: number;
  readonly arm: Arm;
  readonly modelVersion: string;
  /** Groups that fairness is audited by: `mouse`, `keyboard`, `reduced-motion`, `lang:de`. */
  readonly groups: readonly string[];
  /** The visitor had made at least one step of progress in the task. */
  readonly progressed: boolean;
  /** Which moment of this attempt at the task it is, from 1. @defaultValue 1 */
  readonly nth?: number;
  /** Last input seen in the task since. */
  readonly activeAt?: WallTime;
  /** When the visitor left the task, or hid or closed the page, and has not come back since. */
  readonly leftAt?: WallTime;
  /** A prompt was shown within the window. */
  readonly prompted?: boolean;
}

/** A decision and what came of it: the log that reports are made from. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: WallTime;
  readonly action: Action;
  readonly shown: boolean;
  readonly propensity: number;
  readonly arm: Arm;
  readonly predicted: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  readonly modelVersion: string;
  readonly kind?: OutcomeKind;
  readonly label?: Label;
  readonly censored: boolean;
}

/** How often something was offered and taken, by article id within a task. */
export interface Acceptance {
  readonly offered: number;
  readonly accepted: number;
}

/** This visitor's budget and answers, shared by all tabs. */
export interface Visitor {
  /** Random 32 bits, made at the first visit, renewed by erasing; decides the arm. */
  readonly id: number;
  readonly firstSeenAt: WallTime;
  readonly session: {
    readonly startedAt: WallTime;
    readonly lastSeenAt: WallTime;
    readonly shown: number;
    /** Prompts by task id in this session; '' is the anonymous task. */
    readonly perTask: Readonly<Record<string, number>>;
    /** The visitor closed a prompt: none for the rest of the session. */
    readonly closed: boolean;
  };
  /** When prompts were shown in the last 7 days. */
  readonly shownAt: readonly WallTime[];
  /** No prompt before: the cool-down, longer after "not now". */
  readonly quietUntil: WallTime;
  /** "Don't offer help again": for good. */
  readonly never: boolean;
  /** Keyed `task/article`. */
  readonly acceptance: Readonly<Record<string, Acceptance>>;
}

// ─── Options and handle ──────────────────────────────────────────────────────────────────────

export interface Limits {
  /** Prompts a task. @defaultValue 1 */
  readonly perTask: number;
  /** Prompts a session; a session ends after 30 min away. @defaultValue 2 */
  readonly perSession: number;
  /** Prompts in any 7 days. @defaultValue 3 */
  readonly perWeek: number;
  /** Least time between two prompts; four times that after "not now". @defaultValue 300000 */
  readonly cooldownMs: Milliseconds;
  /** No prompt earlier in a session, unless an error was seen. @defaultValue 30000 */
  readonly minSessionMs: Milliseconds;
}

/**
 * `granted`: learns and remembers; `session`: learns in memory, stores nothing; `pending`: listens
 * to nothing until told; `denied`: nothing runs, what was stored is erased.
 */
export type Consent = 'granted' | 'session' | 'pending' | 'denied';

export interface LearningOptions {
  /** @defaultValue true */
  readonly enabled?: boolean;
  /**
   * URL of `beforehand.learner.js`, on the page's own origin. `false` for no worker: then the
   * linear experts learn alone. @defaultValue beside the SDK's own file
   */
  readonly workerUrl?: string | false;
  /** Labelled moments a learning step, 1 and up. @defaultValue 1 */
  readonly batchSize?: number;
  /** A model trained elsewhere, to start from instead of from nothing. */
  readonly prior?: ModelState;
  /** How far ahead the risk looks. @defaultValue 60000 */
  readonly horizonMs?: Milliseconds;
}

export interface AssistantOptions {
  /** What people come to do here. @defaultValue `[]`: the session is one task without a name */
  tasks?: readonly Task[];
  /** @defaultValue `[]` */
  articles?: readonly Article[] | (() => Promise<readonly Article[]>);
  /** Ways to a person, tried in order; the first present one is used. @defaultValue `[]` */
  handoff?: readonly Handoff[];
  /** Detectors, or the name of a preset. @defaultValue `balanced`, which is `defaultDetectors()` */
  detectors?: readonly Detector[] | Preset;
  /** @defaultValue `card()` */
  prompt?: Prompt;
  /** Kept across tabs and reloads. */
  limits?: Partial<Limits>;
  /** Share of visitors in [0, 1) who are never prompted; it is how uplift is known. @defaultValue 0.1 */
  holdout?: number;
  /** @defaultValue `granted`; `denied` under Global Privacy Control or Do Not Track */
  consent?: Consent;
  learning?: LearningOptions;
  /** Where to keep what was learned; `false` for memory only. @defaultValue `{ name: 'beforehand' }` */
  storage?: { readonly name?: string } | false;
  /** Words for the visitor, over the built-in English. */
  messages?: Partial<Messages>;
  /** @defaultValue from `<html lang>` */
  lang?: string;
  /** @defaultValue from `<html dir>` */
  dir?: 'ltr' | 'rtl';
  /** An overlay that shows why; also `?beforehand-inspector` in the URL. @defaultValue false */
  inspector?: boolean;
  /** @defaultValue `window.document` */
  document?: Document;
  /** Also listens to events that scripts made (`isTrusted` false): for tests and demos. @defaultValue false */
  trustSynthetic?: boolean;
  clock?: Clock;
  /** Uniform in [0, 1). @defaultValue `Math.random` */
  random?: () => number;
  onSignal?: (signal: Signal) => void;
  onRisk?: (risk: Risk) => void;
  onDecision?: (decision: Decision) => void;
  onOutcome?: (outcome: Outcome) => void;
  /** Receives every failure; the SDK never throws. @defaultValue one console warning a kind */
  onError?: (error: BeforehandError) => void;
}

/** Says by hand what URLs and selectors don't tell about a task. */
export interface TaskHandle {
  start(): TaskHandle;
  /** @param step - index or pattern of the step reached; the next one when left out */
  progress(step?: number | string): TaskHandle;
  success(): TaskHandle;
  abandon(): TaskHandle;
}

/** Counts of one group of decisions: who gets help, who is bothered, who is missed. */
export interface GroupReport {
  readonly decisions: number;
  readonly shown: number;
  /** Of the labelled. */
  readonly positives: number;
  readonly labelled: number;
  /** Share of those who managed alone that was to be bothered; `NaN` for nobody. */
  readonly falsePositiveRate?: number;
  /** Share of those in need that was to be helped; `NaN` for nobody. */
  readonly truePositiveRate?: number;
}

export interface ModelReport {
  readonly n: number;
  /** Mean log loss, nats. */
  readonly logLoss: number;
  readonly brierScore: number;
  /** Expected calibration error over 15 equal-mass bins. */
  readonly calibrationError: number;
  /** 1 is right, below 1 too sure; `NaN` while labels are all alike. */
  readonly calibrationSlope?: number;
  /** Area under the ROC curve; `NaN` while labels are all alike. */
  readonly rocAuc?: number;
  readonly weight: number;
}

/** How good it is on this device, and whether it helps. */
export interface Report {
  readonly decisions: number;
  readonly labelled: number;
  readonly censored: number;
  readonly shown: number;
  /** Keyed by expert; `hedge` is the mixture that is used. */
  readonly models: Readonly<Record<string, ModelReport>>;
  /** Difference in the share of bad endings, hold-out minus treated: above 0, prompting helps. */
  readonly uplift:
    | {
        readonly status: 'not enough data';
        readonly treated: number;
        readonly holdout: number;
        readonly needed: number;
      }
    | {
        readonly status: 'known';
        readonly difference: number;
        /** 95 % interval. */
        readonly interval: readonly [number, number];
        readonly treated: number;
        readonly holdout: number;
      };
  /** By pointer (`mouse`, `touch`, `keyboard`, …), `reduced-motion`, language. */
  readonly groups: Readonly<Record<string, GroupReport>>;
  /** Largest false-positive rate of a group by the smallest; `NaN` while too little is known. */
  readonly maxMinFpr?: number;
  /** Endings that are never learned from, since their visitor does not come back. */
  readonly survivorship?: {
    readonly sessions: number;
    /** Estimated share of the sessions that are lost, in [0, 1]. */
    readonly lostShare: number;
    /** Decisions whose ending is not known yet. */
    readonly unknown: number;
  };
}

/** A running assistant. */
export interface Assistant {
  readonly signals$: Observable<Signal>;
  readonly risk$: Observable<Risk>;
  readonly decisions$: Observable<Decision>;
  readonly outcomes$: Observable<Outcome>;
  /** Resolves when storage and models are loaded or given up on; never rejects. */
  readonly ready: Promise<void>;
  task(id: string): TaskHandle;
  /** The visitor wrote or called: a positive label. */
  contacted(): void;
  /** The visitor's own request: opens help without a budget. */
  offerHelp(): void;
  /** The last 50 decisions, oldest first. */
  explain(): readonly Decision[];
  report(): Promise<Report>;
  setConsent(consent: Consent): void;
  /** Everything that is kept on this device, as JSON-ready data. */
  exportData(): Promise<Readonly<Record<string, unknown>>>;
  /** Forgets everything, here and in other tabs. */
  eraseData(): Promise<void>;
  /** Removes every listener, timer, worker, node and connection. Safe to call twice. */
  stop(): void;
}
