import type { MirrorElement } from '../mirror/MirrorElement.js';
import type { MirrorWindow } from '../mirror/createMirrorWindow.js';

const SUBMIT = 'button:not([type]),button[type=submit],input:is([type=submit],[type=image])';
const EMPTY_REQUIRED = ':is(input,select,textarea)[required]:not(:disabled)';

/**
 * What a browser does of itself when a submit button is clicked, since recorders leave it out: the
 * form is sent off, or its empty required fields refuse. Other rules of a form can't be checked, as
 * most recordings have masks for values.
 *
 * @returns the form, when it was sent off
 */
export function submitForm(
  clicked: MirrorElement,
  dispatch: MirrorWindow['dispatch'],
): MirrorElement | undefined {
  const button = clicked.closest(SUBMIT);
  const form = button?.form;
  if (!button || !form || button.matches(':disabled')) return undefined;
  const isChecked =
    form.getAttribute('novalidate') === null && button.getAttribute('formnovalidate') === null;
  const refused = isChecked ? emptyFieldsOf(form) : [];
  for (const field of refused) dispatch('invalid', field);
  if (refused.length > 0) return undefined;
  dispatch('submit', form);
  return form;
}

function emptyFieldsOf(form: MirrorElement): MirrorElement[] {
  return (form.ownerDocument?.querySelectorAll(EMPTY_REQUIRED) ?? []).filter((field) => {
    if (field.form !== form) return false;
    return field.matches('[type=checkbox]') ? !field.checked : !isRadio(field) && !field.value;
  });
}

function isRadio(field: MirrorElement): boolean {
  return field.matches('[type=radio]');
}
