import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import type { Density } from '@sales-channels/react';
import { english } from '@sales-channels/react';
import type { Decorator, Loader, Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { configure } from 'storybook/test';
import '../packages/react/src/styles/index.css';
import { enterScenario, startMockApi, untilAnswered } from './mock-api.ts';
import { languages } from './languages.ts';
import { StoryFrame } from './story-frame.tsx';
import { applyToolbars, globalTypes, initialGlobals } from './toolbars.ts';

// A wait ends with what is waited for: as long as a machine that runs everything at once needs.
configure({ asyncUtilTimeout: 15_000 });

interface WorldParameters {
  /** The business the mock API answers for. Default `connected`. */
  scenario?: ScenarioName;
  /** Last changes to the story's world, e.g. a fault. */
  prepareWorld?: (world: World) => void;
}

const loadWorld: Loader = ({ globals, parameters }) => {
  const { scenario = 'connected', prepareWorld } = parameters as WorldParameters;
  const picked = globals['scenario'] as ScenarioName | undefined;
  const prepare = (world: World) => {
    if (!picked) prepareWorld?.(world);
    applyToolbars(world, globals);
  };
  return { client: enterScenario(picked ?? scenario, prepare) };
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
      language={languages[String(globals['language'])] ?? english}
      density={globals['density'] as Density}
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
  initialGlobals,
  globalTypes,
} satisfies Preview;
