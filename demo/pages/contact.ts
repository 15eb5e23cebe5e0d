import { sendMessage } from '../api.js';
import { element } from '../element.js';
import { checkMail } from '../parts/checks.js';
import { areValid, field, form } from '../parts/field.js';
import { heading } from '../parts/heading.js';
import type { Page } from '../Shop.js';

const TOPICS = ['An order', 'A product', 'My account', 'Something else'];

/** The way to a person. */
export const contact: Page = () => {
  const page = element(
    'div',
    { class: 'page narrow' },
    heading('Write to us'),
    element('p', { class: 'lead' }, 'A person reads it and answers, usually the same day.'),
  );
  page.append(
    messageForm((mail) => {
      page.replaceChildren(...thanks(mail));
      page.querySelector('h1')?.focus();
    }),
  );
  return page;
};

function messageForm(onSent: (mail: string) => void): HTMLElement {
  const mail = field({
    label: 'Your email',
    name: 'email',
    input: { type: 'email', autocomplete: 'email' },
    check: checkMail,
  });
  const message = field({
    label: 'Message',
    name: 'message',
    long: true,
    check: (value) => (value ? undefined : 'Write a line or two.'),
  });
  const topic = element(
    'select',
    { id: 'topic', name: 'topic', 'data-test': 'topic' },
    ...TOPICS.map((name) => element('option', {}, name)),
  );
  const send = async () => {
    if (!areValid([mail, message])) return;
    await sendMessage({ topic: topic.value, mail: mail.value(), message: message.value() });
    onSent(mail.value());
  };
  return form(
    { class: 'form' },
    () => void send(),
    element(
      'div',
      { class: 'field' },
      element('label', { for: 'topic' }, 'What is it about?'),
      topic,
    ),
    mail.root,
    message.root,
    element('button', { type: 'submit', class: 'button', 'data-test': 'send' }, 'Send'),
  );
}

function thanks(mail: string): HTMLElement[] {
  return [
    element('span', { class: 'tick', 'aria-hidden': 'true' }),
    heading('We have it, thank you'),
    element(
      'p',
      { class: 'lead', role: 'status', 'data-test': 'message-sent' },
      `We write to ${mail} as soon as we can.`,
    ),
    element('a', { class: 'button quiet', href: '/' }, 'Back to the shop'),
  ];
}
