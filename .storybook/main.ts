import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'

const snapshotApp = '@runoff/ui/snapshot-app'
const builtSnapshotApp = fileURLToPath(
  new URL('../packages/ui/dist/snapshotApp.js', import.meta.url),
)

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../packages/*/src/**/*.mdx', '../packages/*/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  async viteFinal(vite) {
    const { mergeConfig, defaultClientConditions } = await import('vite')
    const { msw } = await import('msw/vite')
    return mergeConfig(vite, {
      // Serves the worker in development and tests, and puts it beside a built Storybook.
      plugins: [msw({ mode: 'worker-only' })],
      resolve: { conditions: ['@runoff/source', ...defaultClientConditions] },
      // Made by the build of that package; without it no story can save a snapshot, and says so.
      optimizeDeps: { exclude: [snapshotApp] },
      build: {
        // Below these, `light-dark()` is rewritten to what no scheme of a story's own can change.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        rolldownOptions: { external: existsSync(builtSnapshotApp) ? [] : [snapshotApp] },
      },
    })
  },
}

export default config
