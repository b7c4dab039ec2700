import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { AnyOperation } from '../src/contract/operation.ts';
import { operations } from '../src/contract/operations.ts';
import { reachedBy } from './reached.ts';

const file = fileURLToPath(new URL('../test-results/operations.json', import.meta.url));

/**
 * Counts, for each operation of the vm service, the tests whose pages have reached it by what a person does there, and
 * says which of them the product must offer. `npm test` reads the file in its last step.
 */
class OperationsReport implements Reporter {
  readonly #rows = new Map(
    Object.values<AnyOperation>(operations)
      .filter(({ service }) => service === 'vm')
      .map(({ name, extra = false }) => [name, { tests: 0, required: !extra }]),
  );

  onTestEnd(_: TestCase, { status, annotations }: TestResult): void {
    if (status !== 'passed') return;
    const reached = annotations.filter(({ type }) => type === reachedBy);
    for (const name of reached.flatMap(({ description = '' }) => description.split(' '))) {
      const row = this.#rows.get(name);
      if (row) row.tests += 1;
    }
  }

  onEnd(): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(Object.fromEntries(this.#rows), undefined, 2));
  }

  printsToStdio(): boolean {
    return false;
  }
}

// Playwright looks for it there.
// oxlint-disable-next-line import/no-default-export
export default OperationsReport;
