import { defineConfig } from 'tsup'
// @boundaries-ignore build settings shared by all packages
import { base } from '../../tsup.config.base.ts'

export default defineConfig({
  ...base,
  entry: { index: 'src/index.ts', chart: 'src/chart.ts', styles: 'src/styles.css' },
  banner: { js: "'use client';" },
})
