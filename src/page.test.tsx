import { expect, it } from 'vitest';
import { readBoot } from './console/boot.ts';
import { pageHeaders, renderPage } from './page.ts';

const html = '<meta name="vm-console" content="%BOOT%" /><meta nonce="%NONCE%" />';

it('hands the console what it needs in an attribute that cannot be broken out of', () => {
  const boot = {
    cloud: 'jdcloud' as const,
    readOnly: true,
    audit: false,
    signIn: 'link' as const,
    version: '1.0.0',
    session: {
      who: `"><script>alert('&')</script>`,
      account: 'work',
      accounts: ['work'],
      readOnly: false,
    },
  };
  const page = renderPage(html, boot, 'abc');
  expect(page).not.toContain('<script');
  expect(page).toContain('nonce="abc"');
  const document = new DOMParser().parseFromString(page, 'text/html');
  expect(readBoot(document)).toEqual(boot);
});

it('allows nothing inline but styles of this response, nothing foreign, and no frame', () => {
  const policy = pageHeaders('abc')['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});
