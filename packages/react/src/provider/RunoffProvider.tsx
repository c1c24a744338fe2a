import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { QueryClient } from '@tanstack/react-query'
import type { RunSource } from '@runoff/sources'
import { checkPollInterval } from '../cache/pollInterval.ts'
import { RunoffContext } from './context.ts'

export interface RunoffProviderProps {
  /** Where the runs come from. Keep it between renders: another object is another source. */
  readonly source: RunSource
  /**
   * Where answers are kept. Read when the provider mounts; without it the provider makes its own,
   * and empties it when it goes.
   */
  readonly queryClient?: QueryClient
  /**
   * How long to wait before live runs are asked for again, in milliseconds; `0` or `Infinity` for
   * never. A source that pushes is not polled. @default 5000
   */
  readonly pollIntervalMs?: number
  readonly children?: ReactNode
}

/**
 * Gives the hooks below it a source of runs. Renders nothing of its own.
 *
 * The hooks never meet the host's query client, and providers may be nested: the nearest counts.
 *
 * @throws {RunoffError} `bad-option` when `pollIntervalMs` is negative or not a number.
 */
export function RunoffProvider({
  source,
  queryClient,
  pollIntervalMs = 5000,
  children,
}: RunoffProviderProps): ReactNode {
  const client = useClient(queryClient)
  const interval = checkPollInterval(pollIntervalMs)
  const value = useMemo(
    () => ({ source, client, pollIntervalMs: interval }),
    [source, client, interval],
  )
  return <RunoffContext.Provider value={value}>{children}</RunoffContext.Provider>
}

/** The host's client as it is, or one of our own that is emptied when the provider goes. */
function useClient(given: QueryClient | undefined): QueryClient {
  const [{ client, isOwn }] = useState(() => ({
    client: given ?? new QueryClient(),
    isOwn: given === undefined,
  }))
  const mounts = useRef(0)
  useEffect(() => {
    mounts.current += 1
    return () => {
      mounts.current -= 1
      if (isOwn) void emptyUnless(client, () => mounts.current > 0)
    }
  }, [client, isOwn])
  return client
}

/** StrictMode unmounts and mounts again in one go; only what is still gone then is gone. */
async function emptyUnless(client: QueryClient, isMounted: () => boolean): Promise<void> {
  await Promise.resolve()
  if (isMounted()) return
  // A read that is called off sets a timer to be forgotten; it must be there to be cleared.
  await client.cancelQueries()
  if (!isMounted()) client.clear()
}
