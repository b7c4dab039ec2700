// For tests alone: what is done to forms in a page without a browser, in English.
import { fireEvent } from '@testing-library/dom';
import { comes } from './faulty-console.ts';

/** One thing that is done to a form. */
export type Step = (form: HTMLElement) => Promise<unknown>;

/** The controls that a label names. */
const labelled = (form: HTMLElement, label: RegExp, kind = 'input, textarea') =>
  comes(
    () =>
      [...form.querySelectorAll('label')]
        .filter(({ textContent }) => label.test(textContent))
        .map((one) => one.querySelector('input') ?? document.getElementById(one.htmlFor))
        .find((control) => control?.matches(kind)),
    String(label),
  );

export const named = (root: ParentNode, selector: string, name: RegExp) =>
  [...root.querySelectorAll(selector)].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent),
  );

export const press = async (selector: string, name = /^/) =>
  fireEvent.click(
    await comes(() => named(document, selector, name), `${selector} ${String(name)}`),
  );

export const type =
  (label: RegExp, text: string): Step =>
  async (form) =>
    fireEvent.input(await labelled(form, label), { target: { value: text } });

/** A resource's own name where it is asked for, as it stands above the page. */
export const typeTitle =
  (label: RegExp): Step =>
  (form) =>
    type(label, document.querySelector('h1')?.textContent ?? '')(form);

export const choose =
  (label: RegExp): Step =>
  async (form) =>
    fireEvent.click(await labelled(form, label));

/** The first possible one of those a search finds. */
export const pick =
  (label: RegExp, text = ''): Step =>
  async (form) => {
    const field = await labelled(form, label, '[role=combobox]');
    fireEvent.click(field);
    if (text !== '') fireEvent.input(field, { target: { value: text } });
    await comes(() => form.querySelector('[role=option]:not([aria-disabled])'), String(label));
    fireEvent.keyDown(field, { key: 'Enter' });
  };

/** The name that the n-th is given; what is made is found by it. */
export const name = (n: number, label = /^Name(?! of)/) => type(label, `typed-${n}`);

/** Something in the menu at the top of a page. */
export const inMenu = (label: RegExp) => async () => {
  await press('main button', /^More actions on/);
  await press('[role=menuitem]', label);
};

/** Something in the menu of the row that names this. */
export const inRow = (text: string, label: RegExp) => async () => {
  const row = await comes(() => named(document, 'main tbody tr', new RegExp(text)), text);
  fireEvent.click(await comes(() => row.querySelector('[aria-haspopup=menu]'), `menu of ${text}`));
  await press('[role=menuitem]', label);
};

/** All that is typed and chosen. */
export const valuesOf = (form: HTMLElement) => [
  ...[...form.querySelectorAll('li')].map(({ textContent }) => textContent),
  ...[...form.querySelectorAll<HTMLInputElement>('input, textarea, select')].map((one) =>
    ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value,
  ),
];
