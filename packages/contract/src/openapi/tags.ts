import type { Endpoint } from '../endpoint.ts';

/** The groups a reference shows operations in. */
export const TAGS = [
  { name: 'Business', description: 'Who asks, and whether sales are tracked.' },
  {
    name: 'Connections',
    description: 'Links to companies in an accounting system, and the sign-ins that make them.',
  },
  { name: 'Channels', description: 'Sources of sales, and their syncs.' },
  { name: 'Sales', description: 'What was sold.' },
  { name: 'Audit', description: 'Who did what.' },
] as const;

type Tag = (typeof TAGS)[number]['name'];

const TAG_OF_COLLECTION: Record<string, Tag> = {
  context: 'Business',
  'sales-tracking': 'Business',
  connections: 'Connections',
  authorizations: 'Connections',
  channels: 'Channels',
  runs: 'Channels',
  sales: 'Sales',
  changes: 'Sales',
  products: 'Sales',
  audit: 'Audit',
};

/** The group of an endpoint, by the first part of its path. Throws for a part that has none yet. */
export function tagOf({ path }: Endpoint): Tag {
  const tag = TAG_OF_COLLECTION[path.split('/')[2] ?? ''];
  if (tag === undefined) throw new Error(`No tag is set for ${path}.`);
  return tag;
}
