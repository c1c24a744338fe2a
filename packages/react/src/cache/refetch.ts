import type { Query, QueryClient } from '@tanstack/react-query'
import type { RunoffKey } from './queryKeys.ts'

export interface RefetchOptions {
  /** Whether a read under way is called off and begun anew; else it is joined. */
  readonly cancelRefetch: boolean
}

/** Finds by hash: the client's own search compares every query there is. */
function findQuery(client: QueryClient, queryKey: RunoffKey): Query | undefined {
  const { queryHash } = client.defaultQueryOptions({ queryKey })
  return client.getQueryCache().get(queryHash)
}

/** Reads a query again that some component shows. Its failure is kept with it, not thrown. */
export async function refetch(
  client: QueryClient,
  queryKey: RunoffKey,
  options: RefetchOptions,
): Promise<void> {
  const query = findQuery(client, queryKey)
  if (query?.isActive() === true) await query.fetch(undefined, options).catch(() => {})
}

/** The same, and whatever was kept of it is no longer to be relied on. */
export async function reread(client: QueryClient, queryKey: RunoffKey): Promise<void> {
  findQuery(client, queryKey)?.invalidate()
  await refetch(client, queryKey, { cancelRefetch: true })
}

/** Reads again after an event: a read that had begun before it does not count. */
export async function refetchAfterEvent(client: QueryClient, queryKey: RunoffKey): Promise<void> {
  const state = client.getQueryState(queryKey)
  // The client joins a first read, whatever it is told.
  if (state?.fetchStatus === 'fetching' && state.data === undefined) {
    await refetch(client, queryKey, { cancelRefetch: false })
  }
  await refetch(client, queryKey, { cancelRefetch: true })
}
