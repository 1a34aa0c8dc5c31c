import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { defaultClientConditions, mergeConfig } from 'vite';

export default {
  stories: ['./docs/*.mdx', '../packages/react/src/**/*.stories.tsx'],
  framework: '@storybook/react-vite',
  addons: [
    // Tables in Markdown are GitHub's.
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  // Taken from the installed MSW, so that worker and library are always of one version.
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  core: { disableTelemetry: true },
  viteFinal: (config) =>
    mergeConfig(config, { resolve: { conditions: ['@sales-channels/source', ...defaultClientConditions] } }),
} satisfies StorybookConfig;
