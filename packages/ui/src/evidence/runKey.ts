import type { Run } from '@runoff/core'

/** Returns a key that no two runs share: ids are unique within a source only. */
export function runKey({ source, id }: Pick<Run, 'source' | 'id'>): string {
  return JSON.stringify([source, id])
}
