import { isLive } from '@runoff/core'
import type { RequestOptions, RunPage, RunQuery } from '../source.ts'
import { runParams, runsPath, type Experiments } from './experiments.ts'
import { decodePlace, encodePlace, partsOf, type PagePart, type Place } from './pageParts.ts'
import { readRunPage } from './readRunPage.ts'
import { requestJson } from './requestJson.ts'
import type { RestContext } from './restContext.ts'

/** A list of runs that a server keeps. */
export interface RestList {
  readonly context: RestContext
  readonly experiments: Experiments
  readonly sourceId: string
  /** Where the server tells which runs change. */
  readonly streamPath: string
  /** The experiment that is shown, where it is only one. */
  readonly experimentId: string | null
  /** Runs that may have more points, as far as they were listed. */
  readonly live: Set<string>
  /** What the server turned out not to have. */
  readonly lacks: Set<'batch'>
}

/** Reads the next page of runs, one experiment after the other until it is full. */
export async function listRuns(
  list: RestList,
  query: RunQuery,
  options?: RequestOptions,
): Promise<RunPage> {
  if (query.ids?.length === 0 || query.status?.length === 0) return noRuns
  const parts = partsOf(await list.experiments.list(options?.signal), query)
  const isFirst = (query.cursor ?? null) === null
  const pages: RunPage[] = []
  let count = 0
  let place: Place | null = decodePlace(parts, query.cursor ?? null)
  while (place !== null && place.part < parts.length) {
    const limit = query.limit === undefined ? {} : { limit: query.limit - count }
    const page = await askFor(
      list,
      parts[place.part],
      { ...query, ...limit, cursor: place.cursor },
      options,
    )
    pages.push(page)
    count += page.runs.length
    const isFull = page.nextCursor !== null || count >= (query.limit ?? Infinity)
    place = placeAfter(place, page, parts)
    if (isFull) break
  }
  const nextCursor = place === null ? null : encodePlace(parts, place)
  // What lies in parts that were not asked, nobody counted.
  const total = isFirst && pages.length === parts.length ? totalOf(pages) : null
  return {
    runs: pages.flatMap((page) => page.runs),
    nextCursor,
    total,
    notices: pages.flatMap((page) => page.notices ?? []),
  }
}

const noRuns: RunPage = { runs: [], nextCursor: null, total: 0 }

async function askFor(
  { context, experiments, sourceId, live }: RestList,
  part: PagePart | undefined,
  query: RunQuery,
  options?: RequestOptions,
): Promise<RunPage> {
  if (part === undefined) return noRuns
  const { experimentId, ...ids } = part
  const path = runsPath(experimentId)
  const answer = await requestJson(context, path, runParams({ ...query, ...ids }), options?.signal)
  const page = readRunPage(answer, sourceId)
  for (const run of page.runs) {
    if (isLive(run)) live.add(run.id)
    else live.delete(run.id)
  }
  experiments.learn(
    experimentId,
    page.runs.map((run) => run.id),
  )
  return page
}

function placeAfter(
  { part }: Place,
  { nextCursor }: RunPage,
  parts: readonly PagePart[],
): Place | null {
  if (nextCursor !== null) return { part, cursor: nextCursor }
  return part + 1 < parts.length ? { part: part + 1, cursor: null } : null
}

function totalOf(pages: readonly RunPage[]): number | null {
  return pages.reduce<number | null>(
    (sum, { total }) => (sum === null || total === null ? null : sum + total),
    0,
  )
}
