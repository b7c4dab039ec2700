/** The tab that leads to an instance's screen. */
export const vnc = {
  title: 'VNC',
  opening: (name: string) => `Opening the screen of ${name}`,
  openingHint: 'A fresh address is being fetched; the screen takes this tab over.',
  failed: (name: string) => `The screen of ${name} cannot be opened`,
  notWeb: 'The cloud answered with an address that is no web page, so it was not opened.',
  readOnly:
    'This console is read-only. A screen takes what is typed, so it would change the instance.',
  toInstance: 'Show the instance',
};
