import type { RunSource } from '@runoff/sources'
import { useRunoff } from './context.ts'

/**
 * Returns the source of the nearest `RunoffProvider`, the very object that was handed to it.
 *
 * @throws {RunoffError} `bad-option` outside a provider.
 */
export function useSource(): RunSource {
  return useRunoff('useSource').source
}
