import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests of core alone: what is mutated lies there, and needs no browser. */
export default defineConfig({
  resolve: { conditions: ['@runoff/source'] },
  test: {
    root: fileURLToPath(new URL('../../packages/core', import.meta.url)),
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
})
