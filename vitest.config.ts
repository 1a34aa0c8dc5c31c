import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, DEBIAN_CHROMIUM, locateChromium } from './.ci/chromium.mjs';

const source = '@sales-channels/source';
const resolve = { conditions: [source, ...defaultClientConditions] };
const ssr = { resolve: { conditions: [source, ...defaultServerConditions] } };

/** A wait ends with what is waited for, so it may be as long as a machine that runs everything at once needs. */
const patient = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
  // Most tests wait most of the time: for a database, a page, a demo of their own.
  maxWorkers: 2,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'unit',
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'docs/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
        },
      },
      {
        resolve,
        test: {
          ...patient,
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          include: ['packages/react/src/**/*.test.tsx'],
          setupFiles: ['packages/react/src/testing/dom-setup.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'integration',
          isolate: false,
          include: ['packages/*/src/**/*.integration.test.ts', 'apps/*/src/**/*.integration.test.ts'],
          globalSetup: ['apps/dev-database/src/vitest-global-setup.ts'],
          // These wait the most.
          maxWorkers: 3,
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'e2e',
          isolate: false,
          testTimeout: 300_000,
          include: ['apps/demo/e2e/*.e2e.test.ts'],
          globalSetup: ['.storybook/install-chromium.ts', '.ci/firefox.mjs'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          ...patient,
          name: 'stories',
          // One page for all: each story has a world, a client and a cache of its own anyway, and it takes half the time.
          isolate: false,
          globalSetup: ['.storybook/install-chromium.ts'],
          browser: {
            enabled: true,
            headless: true,
            // Where none is found yet, the global set-up is about to install Debian's.
            provider: playwright({
              launchOptions: { executablePath: locateChromium() ?? DEBIAN_CHROMIUM, args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
