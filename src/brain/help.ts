import { BeforehandError } from '../errors.js';
import { guard, guardAsync, type Report } from '../guard.js';
import { chooseOffer, createArticles } from '../intent/index.js';
import type { Settings } from '../options.js';
import { card, createPresenter, english } from '../prompts/index.js';
import type {
  Clock,
  HandoffContext,
  Intent,
  Messages,
  Offer,
  PromptOutcome,
  Risk,
  Signal,
  Visitor,
} from '../types.js';

/** What is known of the moment that help is chosen for. */
export interface HelpMoment {
  readonly intent?: Intent;
  readonly signals: readonly Signal[];
  readonly risk?: Risk;
  readonly lastError?: string | undefined;
  readonly visitor?: Visitor | undefined;
  /** The visitor asked for help. */
  readonly isAsked?: boolean;
}

/** Everything that help is made of: articles, ways to a person, and the prompt that offers them. */
export interface Help {
  /** Loads articles and their search; until then articles are ranked by their tasks alone. */
  load(): Promise<void>;
  /** The best help for this moment, if there is any. */
  offer(moment: HelpMoment): Offer | undefined;
  show(offer: Offer, form: 'badge' | 'card', onAnswer: (answer: PromptOutcome) => void): void;
  /** Shows help because the visitor asked for it. */
  offerNow(moment: HelpMoment): void;
  isOpen(): boolean;
  /** Takes an unanswered prompt away. */
  withdraw(): void;
  hide(): void;
}

export interface HelpOptions {
  readonly document: Document;
  readonly settings: Settings;
  readonly report: Report;
  readonly clock: Clock;
}

/** Joins intent, prompts and hand-off. It listens to nothing and stores nothing. */
export function createHelp({ document, settings, report }: HelpOptions): Help {
  const root = document.documentElement;
  const lang = settings.lang ?? (root.lang || 'en');
  const dir = settings.dir ?? (root.dir === 'rtl' ? 'rtl' : 'ltr');
  const messages: Messages = {
    ...english,
    ...settings.messages,
    reasons: { ...english.reasons, ...settings.messages?.reasons },
  };
  const { tasks } = settings;
  const articles = createArticles({
    articles: settings.articles,
    loadSearch: () => import('../intent/search.js'),
    report,
    lang,
  });
  /** Of the offer that was chosen last. */
  let context: HandoffContext = { page: '' };
  let wasAsked = false;

  const presentHandoff = () =>
    settings.handoff.find((handoff) =>
      guard(report, 'callback-error', () => handoff.isPresent(document)),
    );

  const prompt = settings.prompt ?? card();
  const presenter = createPresenter({
    prompt,
    report,
    environment: () => ({
      document,
      messages,
      lang,
      dir,
      handoffContext: context,
      isAsked: wasAsked,
      openHandoff: () => {
        const handoff = presentHandoff();
        if (handoff) guardAsync(report, 'callback-error', () => handoff.open(context, document));
      },
    }),
  });

  const offer = (moment: HelpMoment): Offer | undefined => {
    const { intent, signals, risk, lastError, visitor, isAsked = false } = moment;
    const handoff = presentHandoff();
    context = toContext(document, intent, lastError);
    wasAsked = isAsked;
    const chosen = chooseOffer({
      intent,
      tasks,
      articles,
      handoff: handoff && { name: handoff.name, label: handoff.label ?? messages.contact },
      signals,
      top: risk?.top ?? [],
      lastError,
      acceptance: visitor?.acceptance ?? {},
      isAsked,
    });
    return (
      chosen && {
        ...chosen,
        reasons: chosen.reasons.map(
          (key) => messages.reasons[key] ?? messages.reasons.other ?? key,
        ),
      }
    );
  };

  const offerNow = async (moment: HelpMoment): Promise<void> => {
    await articles.load();
    const found = offer({ ...moment, isAsked: true });
    if (found) presenter.show(found, 'card', () => {});
    else
      report(
        new BeforehandError(
          'invalid-config',
          'offerHelp() has no articles and no handoff to offer',
        ),
      );
  };

  return {
    load: async () => {
      await Promise.all([articles.load(), prompt.load?.()]);
    },
    offer,
    show: presenter.show,
    offerNow: (moment) => guardAsync(report, 'internal', () => offerNow(moment)),
    isOpen: presenter.isOpen,
    withdraw: presenter.withdraw,
    hide: presenter.hide,
  };
}

function toContext(
  { location }: Document,
  intent: Intent | undefined,
  error: string | undefined,
): HandoffContext {
  const { task, step = -1 } = intent ?? {};
  return {
    page: location?.pathname ?? '',
    ...(task && { task: task.name }),
    ...(step >= 0 && { step: String(step + 1) }),
    ...(error && { error }),
    ...(task?.team && { team: task.team }),
  };
}
