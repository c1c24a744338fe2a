import { createContext, useContext, type Context } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'

/** What the hooks need to know of the provider above them. */
export interface RunoffContextValue {
  readonly source: RunSource
  readonly client: QueryClient
  readonly pollIntervalMs: number
}

export const RunoffContext: Context<RunoffContextValue | null> =
  createContext<RunoffContextValue | null>(null)

/** Returns what the nearest provider holds; `caller` is named in the error where there is none. */
export function useRunoff(caller: string): RunoffContextValue {
  const value = useContext(RunoffContext)
  if (value === null) {
    throw new RunoffError(
      'bad-option',
      `${caller} needs a source of runs and found no RunoffProvider above it. ` +
        'Wrap the part of the page that uses it in <RunoffProvider source={…}>.',
    )
  }
  return value
}
