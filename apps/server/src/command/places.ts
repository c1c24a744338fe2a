import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Places } from './context.ts'

/** Returns what lies beside the program: in the package as it is published, or in its repository. */
export function findPlaces(): Places {
  return {
    page: firstThere('page', '../../../demo/dist'),
    snapshotApp: firstThere('snapshotApp.js', '../../../../packages/ui/dist/snapshotApp.js'),
    recordedRuns: null,
  }
}

function firstThere(...candidates: readonly string[]): string {
  const paths = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return paths.find((path) => existsSync(path)) ?? paths.at(-1) ?? ''
}
