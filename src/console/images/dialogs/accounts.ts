/** Accounts as they were typed or pasted: one per line, or split by commas, semicolons or spaces; each once. */
export function accountsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;\u3001\uff0c\uff1b]+/u).filter(Boolean))];
}

/** Those that cannot be the name of an account, whatever the cloud knows. */
export function malformed(accounts: readonly string[]): string[] {
  return accounts.filter((account) => !/^[\p{Script=Han}A-Za-z0-9_.@-]{2,64}$/u.test(account));
}
