import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { words } from '../../words/en-US/index.ts';
import { LanguageProvider } from '../../words/language.tsx';
import { FaultsProvider, useFaults } from './faults.tsx';
import { PickField, PickManyField } from './PickField.tsx';
import { NumberField, TextField } from './TextField.tsx';
import { formWords } from './words.ts';

beforeAll(async () => {
  await formWords.ready();
});

function show(form: ReactNode) {
  render(
    <LanguageProvider language="en-US" words={words}>
      {form}
    </LanguageProvider>,
  );
}

function Named() {
  const [name, setName] = useState('');
  const faults = useFaults(
    name === '' ? [{ field: 'name', label: 'Name', message: 'Required.' }] : [],
  );
  return (
    <FaultsProvider faults={faults}>
      <TextField name="name" label="Name" hint="Any" value={name} onChange={setName} />
      <button onClick={faults.check}>send</button>
      <output>{faults.shown.length}</output>
    </FaultsProvider>
  );
}

test('a field is not scolded before it has been left, and falls silent when it is right', async () => {
  show(<Named />);
  const name = screen.getByLabelText('Name');
  expect(name.getAttribute('aria-invalid')).toBeNull();
  await userEvent.click(name);
  await userEvent.tab();
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Required.')).toBeTruthy();
  expect(screen.queryByText('Any')).toBeNull();
  await userEvent.type(name, 'a');
  expect(name.getAttribute('aria-invalid')).toBeNull();
  expect(screen.getByText('Any').closest('p')?.id).toBe(name.getAttribute('aria-describedby'));
});

test('a try to send says everything and goes to the first fault', async () => {
  show(<Named />);
  await userEvent.click(screen.getByText('send'));
  expect(screen.getByRole('status').textContent).toBe('1');
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
});

test('arrow keys count within the bounds', async () => {
  function Count() {
    const [count, setCount] = useState('1');
    return <NumberField label="Count" value={count} min={1} max={3} onChange={setCount} />;
  }
  show(<Count />);
  const field = screen.getByLabelText<HTMLInputElement>('Count');
  await userEvent.type(field, '{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(field.value).toBe('3');
  await userEvent.type(field, '{ArrowDown}');
  expect(field.value).toBe('2');
});

const choices = [
  { value: 'a', label: 'Alpha', note: '10 free' },
  { value: 'b', label: 'Beta', why: 'It is full.' },
  { value: 'c', label: 'Gamma', note: '20 free' },
];

test('one is picked by typing a part of it', async () => {
  function One() {
    const [value, setValue] = useState('a');
    return <PickField label="Net" value={value} choices={choices} onChange={setValue} />;
  }
  show(<One />);
  const field = screen.getByLabelText<HTMLInputElement>('Net', { selector: 'input' });
  expect(field.value).toBe('Alpha');
  await userEvent.click(field);
  await userEvent.type(field, '20');
  await userEvent.keyboard('{Enter}');
  expect(field.value).toBe('Gamma');
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  await userEvent.keyboard('{Enter}');
  expect(field.getAttribute('aria-expanded'), 'a choice that cannot be made').toBe('true');
  await userEvent.keyboard('{Escape}');
  expect(field.value).toBe('Gamma');
});

test('whoever takes one out stays where the others are', async () => {
  function Chosen() {
    const [value, setValue] = useState(['a', 'b', 'c']);
    return <PickManyField label="Groups" value={value} choices={choices} onChange={setValue} />;
  }
  show(<Chosen />);
  act(() => screen.getByRole('button', { name: 'Remove Beta' }).focus());
  for (const next of ['Remove Gamma', 'Remove Alpha']) {
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: next }));
  }
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Groups', { selector: 'input' }));
});

test('several are picked, up to a limit, and taken out again', async () => {
  function Many() {
    const [value, setValue] = useState<string[]>([]);
    return (
      <PickManyField
        label="Groups"
        value={value}
        choices={choices}
        limit={1}
        limitReached="Only one."
        onChange={setValue}
      />
    );
  }
  show(<Many />);
  await userEvent.click(screen.getByLabelText('Groups', { selector: 'input' }));
  await act(async () => screen.getByText('Alpha').click());
  expect(screen.getByText('Only one.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Alpha' }));
  expect(screen.queryByText('Only one.')).toBeNull();
});

test('choices that are still being fetched are not said to be none, nor those that could not be', async () => {
  const pick = { label: 'Disk', value: '', empty: 'No disks.', onChange: () => undefined };
  const read = (more: Pick<Parameters<typeof PickField>[0], 'choices' | 'failed'>) => (
    <LanguageProvider language="en-US" words={words}>
      <PickField {...pick} {...more} />
    </LanguageProvider>
  );
  const { rerender } = render(read({ choices: undefined }));
  await userEvent.type(screen.getByRole('combobox'), 'vol');
  expect(screen.getByRole('status').textContent).toBe('Fetching the choices…');
  rerender(read({ choices: undefined, failed: true }));
  expect(screen.getByRole('status').textContent).toBe('The choices could not be fetched.');
  rerender(read({ choices: [{ value: 'a', label: 'other' }] }));
  expect(screen.getByRole('status').textContent).toBe('Nothing matches.');
  await userEvent.clear(screen.getByRole('combobox'));
  rerender(read({ choices: [] }));
  expect(screen.getByRole('status').textContent).toBe('No disks.');
});
