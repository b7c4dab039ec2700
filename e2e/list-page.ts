import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in a list of the cloud's resources and with the dialogs it opens, in English. */
export class ListPage {
  readonly page: Page;
  readonly table: Locator;
  readonly dialog: Locator;
  /** What docks below the table once something is selected. */
  readonly bulk: Locator;
  readonly search: Locator;
  readonly #path: string;

  /** @param path of the list within a region. @param name what the table is called */
  constructor(page: Page, path: string, name: string) {
    this.page = page;
    this.table = page.getByRole('table', { name });
    this.dialog = page.getByRole('dialog');
    this.bulk = page.getByRole('region', { name: 'Actions' });
    this.search = page.getByRole('textbox', { name: 'Search' });
    this.#path = path;
  }

  async open(search = '', region = 'cn-north-1'): Promise<void> {
    await this.page.goto(`/${region}/${this.#path}${search}`);
    await expect(this.table.getByRole('link').first()).toBeVisible();
  }

  row(name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.table.getByRole('row').filter({ has: link });
  }

  /** The names on screen, from the top. */
  names(): Promise<string[]> {
    return this.table.locator('[data-column=name]').allInnerTexts();
  }

  async select(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.row(name).getByRole('checkbox').check();
    }
  }

  /** The button that opens the menu of a row. */
  trigger(name: string): Locator {
    return this.row(name).getByRole('button', { name: `Actions on ${name}` });
  }

  /** Opens the menu of a row. */
  async menu(name: string): Promise<Locator> {
    await this.trigger(name).click();
    return this.page.getByRole('menu', { name: `Actions on ${name}` });
  }

  /** Picks an action from the menu of a row. */
  async act(name: string, action: string): Promise<void> {
    const menu = await this.menu(name);
    await menu.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
  }

  /** Why an action of a row cannot be chosen, as its menu says. */
  async whyNot(name: string, action: string): Promise<string> {
    const menu = await this.menu(name);
    const item = menu.getByRole('menuitem', { name: new RegExp(`^${action}`) });
    await expect(item).toHaveAttribute('aria-disabled', 'true');
    // Label, reason, and at the end perhaps a key.
    const [, text = ''] = (await item.innerText()).split('\n');
    await this.page.keyboard.press('Escape');
    return text;
  }

  /** Presses a button of the dialog that is open. */
  press(button: string | RegExp): Promise<void> {
    return this.dialog.getByRole('button', { name: button }).last().click();
  }
}

/** The list of instances. */
export class Fleet extends ListPage {
  constructor(page: Page) {
    super(page, 'instances', 'Instances');
  }

  /** The word in the status column of a row. */
  status(name: string): Locator {
    return this.row(name).locator('[data-column=status]');
  }

  tab(name: string): Locator {
    return this.page.getByRole('group', { name: 'Filter by state' }).getByRole('button', { name });
  }
}
