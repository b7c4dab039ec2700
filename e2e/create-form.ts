import { expect, type Page } from '@playwright/test';

/** What a person does in the form that creates instances, in English. */
export class CreateForm {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(search = '', region = 'cn-north-1'): Promise<void> {
    await this.#page.goto(`/${region}/instances/create${search}`);
    await expect(this.#page.getByRole('heading', { name: 'Create instances' })).toBeVisible();
  }

  field(name: string) {
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  list(name: string) {
    return this.#page.getByRole('combobox', { name, exact: true });
  }

  async pick(list: string, option: RegExp): Promise<void> {
    await this.list(list).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  type(name: string) {
    return this.#page.getByRole('radio', { name, exact: true });
  }

  /** All that is needed, but for the name. */
  async fill(): Promise<void> {
    await this.pick('Image', /^Ubuntu 20\.04/);
    await this.type('g.n4.large').check();
    await this.pick('Subnet', /trade-a/);
    await this.pick('Key pair', /^ops-2026/);
  }

  choose(label: string): Promise<void> {
    return this.#page.getByText(label, { exact: true }).click();
  }

  get summary() {
    return this.#page.getByRole('complementary');
  }

  get submit() {
    return this.summary.getByRole('button', { name: /^(Create|Ask)/ });
  }
}
