import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in the list of images, and with its dialogs. */
export class Images {
  readonly page: Page;
  readonly table: Locator;
  readonly dialog: Locator;
  /** What docks below the table once something is selected. */
  readonly bulk: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Images' });
    this.dialog = page.getByRole('dialog');
    this.bulk = page.getByRole('region', { name: 'Actions' });
  }

  async open(source = '', region = 'cn-north-1'): Promise<void> {
    await this.page.goto(`/${region}/images${source && `?source=${source}`}`);
    await expect(this.table.getByRole('link').first()).toBeVisible();
  }

  row(name: string): Locator {
    const link = this.page.getByRole('link', { name, exact: true });
    return this.table.getByRole('row').filter({ has: link });
  }

  names(): Promise<string[]> {
    return this.table.locator('[data-column=name]').allInnerTexts();
  }

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

  press(button: string | RegExp): Promise<void> {
    return this.dialog.getByRole('button', { name: button }).last().click();
  }
}
