import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import { SCENARIO_NAMES } from '@sales-channels/msw';
import type { Decorator, Loader, Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import '../packages/react/src/styles/index.css';
import { enterScenario, startMockApi, untilAnswered } from './mock-api.ts';
import { StoryFrame } from './story-frame.tsx';

interface WorldParameters {
  /** The business the mock API answers for. Default `connected`. */
  scenario?: ScenarioName;
  /** Last changes to the story's world, e.g. a fault. */
  prepareWorld?: (world: World) => void;
}

const loadWorld: Loader = ({ globals, parameters }) => {
  const { scenario = 'connected', prepareWorld } = parameters as WorldParameters;
  const picked = globals['scenario'] as ScenarioName | undefined;
  return { client: picked ? enterScenario(picked) : enterScenario(scenario, prepareWorld) };
};

let frames = 0;
const keys = new WeakMap<SalesChannelsClient, number>();

const withStoryFrame: Decorator = (Story, { globals, loaded }) => {
  const client = loaded['client'] as SalesChannelsClient;
  if (!keys.has(client)) keys.set(client, (frames += 1));
  return (
    <StoryFrame
      key={keys.get(client)}
      client={client}
      theme={globals['theme'] as 'light' | 'dark' | 'system'}
    >
      <Story />
    </StoryFrame>
  );
};

export default {
  loaders: [mswLoader(startMockApi), loadWorld],
  decorators: [withStoryFrame],
  // Comes before the accessibility check, which is then of the loaded story rather than of its skeleton.
  afterEach: untilAnswered,
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, layout: 'padded', controls: { expanded: true } },
  initialGlobals: { theme: 'light' },
  globalTypes: {
    scenario: {
      description: 'The business the mock API answers for',
      toolbar: {
        title: 'Scenario',
        icon: 'database',
        items: [{ title: "The story's own" }, ...SCENARIO_NAMES],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Light or dark',
      toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark', 'system'], dynamicTitle: true },
    },
  },
} satisfies Preview;
