// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { controlLabelKind } from '../../src/browser/controlLabelKind.js';
import { nativeDom } from '../../src/browser/nativeDom.js';

const dom = nativeDom(window);
const kindOf = (html: string) => {
  document.body.innerHTML = html;
  return controlLabelKind(document.querySelector('button,input')!, dom);
};

describe('controlLabelKind', () => {
  it.each(['+', '-', '−', '–', '>', '<', '»', '›', '▲', '❯', '→'])(
    'calls %s a stepper',
    (label) => {
      expect(kindOf(`<button>${label.replace('<', '&lt;')}</button>`)).toBe('stepper');
    },
  );

  it.each([
    ...['Plus', 'Increase', 'Decrease quantity', 'Zoom in', 'Menge erhöhen', 'Aumentar cantidad'],
    'Diminuer la quantité',
  ])('calls "%s" a stepper', (label) => {
    expect(kindOf(`<button aria-label="${label}">x</button>`)).toBe('stepper');
  });

  it.each([
    ...['Next', 'prev', 'Previous', 'Next slide', 'Go to next month', 'Back', 'Forward'],
    ...['Weiter', 'Zurück', 'Nächster Monat', 'Suivant', 'Précédente', 'Siguiente', 'Anterior'],
    ...['Avanti', 'Successivo', 'Próximo mês', 'Volgende', 'Далее', '次へ', '下一页'],
  ])('calls "%s" a pager', (label) => {
    expect(kindOf(`<button>${label}</button>`)).toBe('pager');
  });

  it.each(['Play', 'Mute', 'Copy link', 'Play the sound', '⏸'])(
    'calls "%s" what cannot be seen',
    (label) => {
      expect(kindOf(`<button title="${label}"></button>`)).toBe('media');
    },
  );

  it.each([
    ['<button class="icon-button copy"><svg></svg></button>', 'media'],
    ['<button><i class="fa fa-play"></i></button>', 'media'],
    ['<button><svg class="lucide lucide-plus"></svg></button>', 'stepper'],
    ['<button class="slick-next"></button>', 'pager'],
    ['<button class="btn text-muted"><svg class="lucide-trash"></svg></button>', undefined],
    ['<button class="copy">Send</button>', undefined],
  ])('reads the name of an icon where nothing is written: %s', (html, kind) => {
    expect(kindOf(html)).toBe(kind);
  });

  it.each([
    ...['C++', '5 > 3', 'sign-up', 'Save', 'Learn more >', '< Back', 'home > settings', ''],
    ...['Nextcloud', 'Backup', 'Next of kin details', 'Surplus', 'Playground', 'Copyright notice'],
  ])('calls "%s" nothing', (label) => {
    expect(kindOf(`<button>${label.replace('<', '&lt;')}</button>`)).toBeUndefined();
  });

  it('reads the control alone', () => {
    expect(kindOf('<div aria-label="Next">Next <button>Buy</button></div>')).toBeUndefined();
    expect(kindOf('<input type=button value="+">')).toBe('stepper');
  });
});
