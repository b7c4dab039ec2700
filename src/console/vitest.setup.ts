import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// Without vitest's globals the testing library does not find a hook to clean up after a test by itself.
afterEach(cleanup);
