import type { Boot } from './console/boot.ts';

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** Fills the two blanks of `index.html`. The nonce is for style elements only: no script is ever inline. */
export function renderPage(html: string, boot: Boot, nonce: string): string {
  const attribute = JSON.stringify(boot).replace(/[&"<>]/g, (c) => escapes[c] ?? c);
  return html.replaceAll('%BOOT%', attribute).replaceAll('%NONCE%', nonce);
}

/** Headers for every page and file: nothing inline, nothing foreign, in nobody's frame. */
export function pageHeaders(nonce?: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
