import { render as renderPlain, screen } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { GateProvider } from '../../api/context.tsx';
import { createGate } from '../../api/gate.ts';
import { useFormDraft } from './form-draft.ts';

interface Values {
  name: string;
  password: string;
}

function Form({ about = 'a' }: { about?: string }) {
  const draft = useFormDraft<Values>({
    key: about,
    start: { name: '', password: '' },
    read: (kept) => {
      // What the test itself has stored.
      return kept as Partial<Values>;
    },
    secrets: ['password'],
  });
  const { values, set } = draft;
  return (
    <>
      <input
        aria-label="name"
        value={values.name}
        onChange={(e) => set({ name: e.target.value })}
      />
      <input
        aria-label="password"
        value={values.password}
        onChange={(e) => set({ password: e.target.value })}
      />
      <output>{`${draft.restored ? 'restored' : 'fresh'} ${draft.dirty ? 'dirty' : 'clean'}`}</output>
      <button onClick={draft.startOver}>over</button>
      <button onClick={draft.forget}>forget</button>
    </>
  );
}

const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const said = () => screen.getByRole('status').textContent;

beforeEach(() => sessionStorage.clear());

function render(form: ReactElement, who = 'me') {
  const gate = createGate({ who, account: who, accounts: [], readOnly: false });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <GateProvider value={gate}>{children}</GateProvider>
  );
  return renderPlain(form, { wrapper });
}

test('what was typed is back after a reload, the password is not', async () => {
  const { unmount } = render(<Form />);
  await userEvent.type(screen.getByLabelText('name'), 'web');
  await userEvent.type(screen.getByLabelText('password'), 'Secret-7');
  expect(said()).toBe('fresh dirty');
  unmount();
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('Secret-7');
  render(<Form />);
  expect(valueOf('name')).toBe('web');
  expect(valueOf('password')).toBe('');
  expect(said()).toBe('restored clean');
});

test('another form knows nothing of it, and nothing is kept of one that is through', async () => {
  const { unmount } = render(<Form />);
  await userEvent.type(screen.getByLabelText('name'), 'web');
  await userEvent.click(screen.getByText('forget'));
  unmount();
  render(<Form />);
  expect(valueOf('name')).toBe('');
  expect(sessionStorage.length).toBe(0);
});

test('who signs in next on this browser sees nothing of it', async () => {
  const { unmount } = render(<Form />);
  await userEvent.type(screen.getByLabelText('name'), 'web');
  unmount();
  render(<Form />, 'you');
  expect([valueOf('name'), said()]).toEqual(['', 'fresh clean']);
});

test('starting over empties it', async () => {
  render(<Form />);
  await userEvent.type(screen.getByLabelText('name'), 'web');
  await userEvent.click(screen.getByText('over'));
  expect(valueOf('name')).toBe('');
  expect(sessionStorage.length).toBe(0);
  await userEvent.type(screen.getByLabelText('name'), 'x');
  expect(sessionStorage.length).toBe(1);
});

test('a draft that makes no sense is no draft', () => {
  sessionStorage.setItem('vm-console.draft/me/a', '{');
  render(<Form />);
  expect(said()).toBe('fresh clean');
});
