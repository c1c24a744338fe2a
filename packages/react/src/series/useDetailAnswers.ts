import { useEffect, useMemo } from 'react'
import { notifyManager, useQueries, type QueryState } from '@tanstack/react-query'
import { queryPolicy } from '../cache/queryPolicy.ts'
import { refetch } from '../cache/refetch.ts'
import { useRunoff } from '../provider/context.ts'
import { useSharedList } from '../stable/useShared.ts'
import { isOutdated } from './joinDetail.ts'
import {
  detailKey,
  firstSeenAt,
  readDetail,
  type DetailAnswer,
  type WantedDetail,
} from './readDetail.ts'

/** In the order of what is wanted; `undefined` where there is no answer yet. */
export type DetailAnswers = readonly (DetailAnswer | undefined)[]

/** Reads parts of series and keeps them, and reads again what a later sample has outdated. */
export function useDetailAnswers(wanted: readonly WantedDetail[]): DetailAnswers {
  const { source, client } = useRunoff('useSeriesDetail')
  // Before the queries begin to read: what they ask for now is no older than these.
  useEffect(() => wanted.forEach(({ coarse }) => firstSeenAt(coarse)), [wanted])
  const queries = useMemo(
    () =>
      wanted.map((one) => ({
        ...queryPolicy,
        queryKey: detailKey(source, one.request),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          readDetail(client, source, one, signal),
        structuralSharing: false,
        staleTime: ({ state }: { readonly state: QueryState<DetailAnswer> }) =>
          state.data?.error == null ? Infinity : 0,
        refetchInterval: false as const,
      })),
    [client, source, wanted],
  )
  const answers = useSharedList(useQueries({ queries }, client).map((result) => result.data))

  useEffect(() => {
    notifyManager.batch(() => {
      wanted.forEach((one, i) => {
        if (!mayBeBetter(one, answers[i])) return
        // A read under way is joined: where samples come fast, none would ever be finished.
        void refetch(client, detailKey(source, one.request), { cancelRefetch: false })
      })
    })
  }, [client, source, wanted, answers])
  return answers
}

/** At most once for each sample: a source may choose the points of its samples as it likes. */
function mayBeBetter({ coarse }: WantedDetail, answer: DetailAnswer | undefined): boolean {
  if (answer === undefined || firstSeenAt(coarse) < answer.askedAt) return false
  return answer.detail === null || isOutdated(coarse, answer.detail)
}
