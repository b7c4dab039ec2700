import type { ReactNode } from 'react';
import classes from './Glyph.module.css';

/** The silhouettes of states; each is told apart without colour. */
export type GlyphShape = 'disc' | 'square' | 'arc' | 'dots' | 'diamond' | 'triangle';

interface GlyphProps {
  shape: GlyphShape;
  /** An arc turns only on the thing that changes, never in a tab or a footer. */
  turning?: boolean;
  size?: number;
}

/**
 * A state as a shape: disc = well, square = off, arc = changing, dots = waiting or unknown, diamond = wrong,
 * triangle = needs somebody. A word stands beside it, so it is hidden from screen readers.
 */
export function Glyph({ shape, turning = false, size = 12 }: GlyphProps) {
  return (
    <svg
      className={classes[shape]}
      data-turning={turning || undefined}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      aria-hidden
    >
      {drawings[shape]}
    </svg>
  );
}

const mark = (
  <path
    d="M6 3.6v2.9M6 8.3v.1"
    stroke="var(--glyph-mark)"
    strokeWidth="1.4"
    strokeLinecap="round"
  />
);

const drawings: Record<GlyphShape, ReactNode> = {
  disc: <circle cx="6" cy="6" r="4.25" fill="currentColor" />,
  square: (
    <rect
      x="2.25"
      y="2.25"
      width="7.5"
      height="7.5"
      rx="1.5"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  arc: (
    <>
      <circle cx="6" cy="6" r="4.5" stroke="currentColor" strokeOpacity="0.28" strokeWidth="1.6" />
      <path
        d="M10.5 6A4.5 4.5 0 0 1 6 10.5"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  dots: (
    <circle
      cx="6"
      cy="6"
      r="4.5"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="1.4 2.1"
    />
  ),
  diamond: (
    <>
      <path
        d="M6 .6 11.4 6 6 11.4.6 6Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      {mark}
    </>
  ),
  triangle: (
    <>
      <path
        d="M6 1.2 11.3 10.6H.7Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      <path
        d="M6 4.5v2.4M6 8.7v.1"
        stroke="var(--glyph-mark)"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </>
  ),
};
