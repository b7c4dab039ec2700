// For tests alone: what is asked for of templates and key pairs, for faulty-forms.ts to walk through.
import { comes } from './faulty-console.ts';
import { type ImageTargets, prepareImages } from './faulty-image-targets.ts';
import { inMenu, name, pick, press, type, typeTitle } from './faulty-steps.ts';
import type { Table } from './faulty-table.ts';

const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEl5bqHyLiVYlKhGvKEZ3pEo9x2rGYcXmWEmr0dFyFmS typed';

const inList = (path: '/templates' | '/keypairs') => () => ({ list: [path, 'typed-'] }) as const;

export const loginForms: Table<ImageTargets> = {
  prepare: prepareImages,
  forms: {
    'rename a template': {
      sort: 'dialog',
      operation: 'updateInstanceTemplate',
      at: ({ templates }, n) => `/templates/${templates[n]}/json`,
      open: inMenu(/^Rename/),
      fill: (n) => [name(n)],
    },
    'change a template': {
      sort: 'page',
      operation: 'updateInstanceTemplate',
      at: ({ templates }, n) => `/templates/${templates[n]}/edit`,
      fill: (n) => [name(n)],
      shown: inList('/templates'),
    },
    'make a template': {
      sort: 'page',
      operation: 'createInstanceTemplate',
      at: ({ machines: [like] }) => `/templates/create?like=${like}`,
      fill: (n) => [name(n)],
      shown: inList('/templates'),
    },
    'delete a template': {
      sort: 'deletion',
      operation: 'deleteInstanceTemplate',
      at: ({ templates }, n) => `/templates/${templates[n]}/json`,
      open: inMenu(/^Delete/),
      fill: () => [typeTitle(/^Type the name/)],
      shown: () => ({ list: ['/templates'] }),
    },
    'make a key pair': {
      sort: 'dialog',
      operation: 'createKeypair',
      at: () => '/keypairs',
      open: () => press('main button', /^Create key pair/),
      fill: (n) => [name(n)],
      shown: inList('/keypairs'),
    },
    'import a key pair': {
      sort: 'dialog',
      operation: 'importKeypair',
      at: () => '/keypairs',
      open: () => press('main button', /^Import public key/),
      fill: (n) => [name(n), type(/^Public key/, publicKey)],
      shown: inList('/keypairs'),
    },
    'attach a key pair': {
      sort: 'dialog',
      operation: 'attachKeypair',
      at: ({ unused }, n) => `/keypairs/${unused[n]}/json`,
      open: inMenu(/^Attach/),
      fill: () => [pick(/^Instances/)],
    },
    'detach a key pair': {
      sort: 'question',
      operation: 'detachKeypair',
      at: ({ used }, n) => `/keypairs/${used[n]}/json`,
      open: async () => {
        await inMenu(/^Detach/)();
        // The only machine is chosen before its name is known.
        await comes(() =>
          (document.querySelector('dialog li')?.textContent ?? 'i-').startsWith('i-')
            ? undefined
            : true,
        );
      },
    },
    'delete a key pair': {
      sort: 'deletion',
      operation: 'deleteKeypair',
      at: ({ unused }, n) => `/keypairs/${unused[n]}/json`,
      open: inMenu(/^Delete/),
      fill: () => [typeTitle(/^Type the name/)],
      shown: () => ({ list: ['/keypairs'] }),
    },
  },
  runs: {
    'delete several key pairs': {
      operation: 'deleteKeypair',
      at: () => '/keypairs?q=spare',
      about: ({ used, unused }) => [...used, ...unused],
      fill: (n) => [type(/^Type \d/, String(n))],
      shown: { list: ['/keypairs'] },
    },
  },
};
