import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in the list of instances. */
export class Fleet {
  readonly page: Page;
  readonly table: Locator;
  /** What docks below the table once something is selected. */
  readonly bulk: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Instances' });
    this.bulk = page.getByRole('region', { name: 'Actions' });
  }

  async open(search = '', region = 'cn-north-1'): Promise<void> {
    await this.page.goto(`/${region}/instances${search}`);
    await expect(this.table.getByRole('link').first()).toBeVisible();
  }

  row(name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.table.getByRole('row').filter({ has: link });
  }

  /** The word in the status column of a row. */
  status(name: string): Locator {
    return this.row(name).locator('[data-column=status]');
  }

  /** The names on screen, from the top. */
  names(): Promise<string[]> {
    return this.table.locator('[data-column=name]').allInnerTexts();
  }

  tab(name: string): Locator {
    return this.page.getByRole('group', { name: 'Filter by state' }).getByRole('button', { name });
  }

  get search(): Locator {
    return this.page.getByRole('textbox', { name: 'Search' });
  }

  async select(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.row(name).getByRole('checkbox').check();
    }
  }

  /** Opens the menu of a row. */
  async menu(name: string): Promise<Locator> {
    await this.row(name)
      .getByRole('button', { name: `Actions on ${name}` })
      .click();
    return this.page.getByRole('menu', { name: `Actions on ${name}` });
  }

  /** Picks an action from the menu of a row. */
  async act(name: string, action: string): Promise<void> {
    const menu = await this.menu(name);
    await menu.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
  }
}
