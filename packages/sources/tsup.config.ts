import { defineConfig } from 'tsup'
// @boundaries-ignore build settings shared by all packages
import { base } from '../../tsup.config.base.ts'

export default defineConfig({
  ...base,
  entry: [
    'src/index.ts',
    'src/{memory,files,rest,mlflow,tensorboard,trackio,snapshot,testing}/index.ts',
  ],
  external: ['vitest'],
})
