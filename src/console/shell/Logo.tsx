/** A prompt on a dark tile; the tile turns light where the page is dark. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <rect width="20" height="20" rx="4.5" fill="var(--fg1)" />
      <path
        d="m5 6.5 3 3-3 3"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M10.5 13h4.5" stroke="#7f93f2" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
