import type { Permission } from '@sales-channels/contract';
import type { World } from '@sales-channels/msw';
import { SCENARIO_NAMES } from '@sales-channels/msw';
import { operationNames } from './operation-names.ts';

/** Picked in no toolbar: the story decides. */
const STORY = { title: "The story's own" };

const plans: Record<string, World['context']['entitlements']> = {
  Starter: { salesTracking: { allowed: false, requiredPlan: 'Standard' }, maxAccountingConnections: 0 },
  Standard: {
    salesTracking: { allowed: true },
    maxAccountingConnections: 1,
    moreConnectionsPlan: 'Advanced',
  },
  Advanced: { salesTracking: { allowed: true }, maxAccountingConnections: 3 },
};

const roles: Record<string, Permission[]> = {
  Owner: ['read', 'sync', 'manage', 'manual_sales'],
  Sales: ['read', 'sync', 'manual_sales'],
  Viewer: ['read'],
  Nobody: [],
};

const networks: Record<string, (world: World) => void> = {
  Slow: (world) => void (world.latencyMs = 1500),
  Hanging: (world) => void (world.hanging = new Set(operationNames)),
  Offline: (world) => void (world.faults = { every: 'offline' }),
  'Server error': (world) => void (world.faults = { every: 'internal' }),
  "A proxy's page": (world) => void (world.faults = { every: 'html_page' }),
  'A newer server': (world) => void (world.faults = { every: 'unknown_words' }),
};

type Globals = Readonly<Record<string, unknown>>;

/** Puts what the toolbars say into a story's world. */
export function applyToolbars(world: World, globals: Globals): void {
  const plan = plans[String(globals['plan'])];
  if (plan) world.context.entitlements = plan;
  const permissions = roles[String(globals['role'])];
  if (permissions) world.context.permissions = permissions;
  networks[String(globals['network'])]?.(world);
}

type Item = string | { value?: string; title: string };

const toolbar = <const I extends string>(title: string, icon: I, items: readonly Item[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

export const globalTypes = {
  scenario: toolbar('Scenario', 'database', [STORY, ...SCENARIO_NAMES]),
  theme: toolbar('Theme', 'mirror', ['light', 'dark', 'system']),
  language: toolbar('Language', 'globe', [
    { value: 'en', title: 'English' },
    { value: 'de', title: 'Deutsch' },
    { value: 'fr', title: 'Français' },
    { value: 'ar', title: 'العربية' },
  ]),
  density: toolbar('Density', 'component', ['comfortable', 'compact']),
  plan: toolbar('Plan', 'credit', [STORY, ...Object.keys(plans)]),
  role: toolbar('Role', 'user', [STORY, ...Object.keys(roles)]),
  network: toolbar('Network', 'lightning', [STORY, ...Object.keys(networks)]),
};

export const initialGlobals = { theme: 'light', language: 'en', density: 'comfortable' };
