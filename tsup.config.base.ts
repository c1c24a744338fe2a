import { type Options } from 'tsup'

/** Shared by every package: ES modules only, with maps; the types come from tsc. */
export const base: Options = {
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  dts: false,
  // A tree-shaking pass by rollup would strip the 'use client' banner.
  treeshake: false,
  splitting: true,
}
