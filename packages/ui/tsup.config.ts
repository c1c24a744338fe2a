import { defineConfig } from 'tsup'
// @boundaries-ignore build settings shared by all packages
import { base } from '../../tsup.config.base.ts'

export default defineConfig({
  ...base,
  entry: {
    index: 'src/index.ts',
    chart: 'src/chart.ts',
    'messages/de/index': 'src/messages/de/index.ts',
    'messages/zh/index': 'src/messages/zh/index.ts',
    styles: 'src/styles.css',
  },
  // A file of its own, made by tsup.snapshot.config.ts.
  external: ['@runoff/ui/snapshot-app'],
  banner: { js: "'use client';" },
})
