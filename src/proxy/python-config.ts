/** A file that the vendor's CLI could not read either. `line` counts from 1; the line itself is not repeated. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the INI dialect of Python's `configparser`, which the vendor's CLI writes. It differs from what Node's `ini`
 * package reads: `;` and `#` begin a comment only at the start of a line (a secret may contain both), `:` separates
 * as `=` does, indented lines continue a value, a dot in a section's name means nothing, and `%` is special
 * (see `interpolate`).
 * @returns options by section, names of options in lower case, values as written
 * @throws ConfigError naming the line
 */
export function parsePythonConfig(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let option: string | undefined;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const where = `line ${index + 1}`;
    if (/^\s*([#;]|$)/.test(line)) continue;
    if (/^\s/.test(line) && section && option !== undefined) {
      section.set(option, `${section.get(option) ?? ''}\n${line.trim()}`.trim());
      continue;
    }
    const [, header] = /^\s*\[(.+)\]/.exec(line) ?? [];
    if (header !== undefined) {
      if (sections.has(header)) throw new ConfigError(`${where} begins [${header}] a second time`);
      section = new Map();
      sections.set(header, section);
      option = undefined;
      continue;
    }
    if (!section) throw new ConfigError(`${where} stands before the first [profile]`);
    const [, name, value] = /^\s*([^=:]*?)\s*[=:](.*)$/.exec(line) ?? [];
    if (!name || value === undefined) throw new ConfigError(`${where} is not "name = value"`);
    option = name.toLowerCase();
    if (section.has(option)) throw new ConfigError(`${where} gives ${option} a second time`);
    section.set(option, value.trim());
  }
  return sections;
}

/**
 * Undoes the interpolation of `configparser`: `%%` means `%`, and `%(name)s` another option of the same section.
 * @throws ConfigError for any other per cent sign
 */
export function interpolate(
  options: ReadonlyMap<string, string>,
  name: string,
  depth = 0,
): string | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (depth > 10) throw new ConfigError(`${name} refers to itself`);
  return value.replace(/%(?:(%)|\(([^)]+)\)s)?/g, (_, percent?: string, other?: string) => {
    if (percent !== undefined) return '%';
    const inner = other && interpolate(options, other.toLowerCase(), depth + 1);
    if (inner === undefined || other === undefined) {
      throw new ConfigError(`${name} holds a single % (the file writes a per cent sign as %%)`);
    }
    return inner;
  });
}
