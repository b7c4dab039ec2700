import type { InstanceTemplate } from '../../contract/templates.ts';
import type { Resource } from '../api/write.ts';

/** A template as the activity remembers it. */
export function resourceOf(template: InstanceTemplate): Resource {
  return { kind: 'template', id: template.id, name: nameOf(template) };
}

/** What to call it: its name, or its id while it has none. */
export function nameOf({ id, name }: Pick<InstanceTemplate, 'id' | 'name'>): string {
  return name || id;
}
