import { mount } from './console/mount.tsx';
import { readBoot } from './console/boot.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

void mount(root, {
  boot: readBoot(document),
  transport: (request) => fetch(request),
  origin: location.origin,
});
