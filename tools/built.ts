import { build } from './setup.mjs';

/** Builds the product, once for all the tests that start it, unless it has been built from what is there. */
export const setup = build;
