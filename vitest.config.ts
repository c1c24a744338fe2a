import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import type { ToMatchScreenshotOptions } from 'vitest/node'
import { findChromium } from './scripts/chromium.mjs'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const executablePath = findChromium()

// Packages are tested from their sources, without a build: the '@runoff/source' export condition.
const resolve = { conditions: ['@runoff/source', ...defaultClientConditions] }
const ssr = { resolve: { conditions: ['@runoff/source', ...defaultServerConditions] } }

// A function, not a shared object: vitest writes the project's name into `instances`.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
      ],
    },
  }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 1000, height: 800 } }],
})

/** The same pictures on every system: what is painted by fonts is hidden in them. */
const resolveScreenshotPath: ToMatchScreenshotOptions['resolveScreenshotPath'] = ({
  root,
  testFileDirectory,
  arg,
  ext,
}) => join(root, testFileDirectory, 'testdata/pictures', `${arg}${ext}`)

/**
 * Tests with a browser, a server or a child process wait for other processes, which a busy machine may
 * stop for longer than they wait: what fails is tried once more, and said to have been.
 */
const retry = 1

/** Pure code shares its workers: starting one for each file takes longer than most files do. */
const node = (name: string, root: string, own: object = {}): TestProjectInlineConfiguration => ({
  resolve,
  ssr,
  test: {
    name,
    root: folder(root),
    environment: 'node',
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}'],
    ...own,
  },
})

const react18 = (path: string): string => `${folder('apps/compat-react18/node_modules/')}${path}`

/** The oldest React in the peer range, in the place of the newest. */
const react18Alias = [
  {
    find: '@testing-library/react',
    replacement: folder('node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
  },
  { find: /^react(\/.*)?$/, replacement: `${react18('react')}$1` },
  { find: /^react-dom(\/.*)?$/, replacement: `${react18('react-dom')}$1` },
]

/**
 * Bundled before the first test: what Vite finds only while it runs makes it load React twice, and
 * a fresh clone's first run fails.
 */
const optimizeDeps = {
  // Made by the build of that package: where it is not there, Vite would find nothing at all.
  exclude: ['@runoff/ui/snapshot-app'],
  include: [
    '@base-ui/react/csp-provider',
    '@base-ui/react/dialog',
    '@base-ui/react/menu',
    '@base-ui/react/popover',
    '@base-ui/react/toast',
    'diff',
    'fflate',
    'react',
    'react-dom',
    'react-dom/client',
    'react-dom/server',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    '@tanstack/react-query',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    '@testing-library/react',
    '@visx/axis',
    '@visx/grid',
    '@visx/group',
    '@visx/responsive',
    '@visx/scale',
    'clsx',
    'd3-array',
    'd3-dsv',
    'fast-check',
    'pure-rand/distribution/uniformFloat64',
    'pure-rand/generator/xoroshiro128plus',
    're2js',
    'yaml',
  ],
}

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.{ts,tsx}', 'apps/server/src/**/*.ts'],
      exclude: ['**/*.test.*', '**/*.stories.*', '**/*.d.ts', '**/testdata/**'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        ...node('scripts', 'scripts'),
        test: { ...node('scripts', 'scripts').test, include: ['*.test.ts'] },
      },
      node('core', 'packages/core'),
      node('logs', 'packages/logs'),
      node('sources', 'packages/sources'),
      node('server', 'apps/server', { isolate: true, retry }),
      {
        // The built page on the real server, in a real browser.
        resolve,
        ssr,
        test: {
          name: 'page',
          retry,
          root: folder('apps/demo'),
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        ssr,
        plugins: [react()],
        test: {
          name: 'react',
          root: folder('packages/react'),
          environment: 'jsdom',
          pool: 'vmThreads',
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
      {
        // The same hook tests on the oldest React in the peer range.
        resolve: { ...resolve, alias: react18Alias },
        ssr,
        plugins: [react()],
        test: {
          name: 'react18',
          root: folder('packages/react'),
          environment: 'jsdom',
          pool: 'vmThreads',
          include: ['src/**/*.test.{ts,tsx}'],
          server: { deps: { inline: [/@testing-library/, /react-dom/, /@tanstack/] } },
        },
      },
      {
        // What must hold without a browser: geometry, formats, rendering to a string.
        resolve,
        ssr,
        plugins: [react()],
        test: {
          name: 'ui-node',
          retry,
          root: folder('packages/ui'),
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.browser.test.tsx'],
        },
      },
      {
        resolve,
        optimizeDeps,
        plugins: [react()],
        test: {
          name: 'ui',
          retry,
          root: folder('packages/ui'),
          include: ['src/**/*.browser.test.tsx'],
          browser: { ...browser(), expect: { toMatchScreenshot: { resolveScreenshotPath } } },
        },
      },
      {
        // The same parts on the oldest React in the peer range.
        resolve: { ...resolve, alias: react18Alias },
        optimizeDeps,
        cacheDir: folder('node_modules/.vite-react18'),
        plugins: [react()],
        test: {
          name: 'ui18',
          retry,
          root: folder('packages/ui'),
          include: ['src/**/*.browser.test.tsx'],
          // What is painted does not go through React, nor does what is only slow: names that are
          // hostile, lists that are long, memory that is left.
          exclude: [
            'src/charts/visual/**',
            'src/charts/paint/**',
            'src/charts/gesturesLive.browser.test.tsx',
            'src/charts/leaks.browser.test.tsx',
            'src/comparison/naughty.browser.test.tsx',
            'src/picker/RunPicker.long.browser.test.tsx',
          ],
          browser: browser(),
        },
      },
      {
        resolve,
        // The worker that answers the requests of stories is loaded with the first of them.
        optimizeDeps: {
          ...optimizeDeps,
          include: [...optimizeDeps.include, 'msw', 'msw/browser'],
        },
        plugins: [storybookTest({ configDir: folder('.storybook') })],
        test: { name: 'storybook', retry, browser: browser() },
      },
    ],
  },
})
