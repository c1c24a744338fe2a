import { mapLimited } from '../async/mapLimited.ts'
import { notFound } from '../query/seriesResults.ts'
import type { RequestOptions } from '../source.ts'
import { runsPath } from './experiments.ts'
import type { RestList } from './listRuns.ts'
import { pathPart } from './pathPart.ts'
import { changeJson } from './requestJson.ts'

/** How many runs are changed at once. */
const atOnce = 6

/**
 * Archives runs or takes them back, one request to a run.
 *
 * @throws {RunoffError} `not-found` for an id that can be of no run and, where no experiment is named,
 * for a run that no experiment has, before any is changed; what the server refuses. Some of the
 * runs may be changed by then: each change can be repeated.
 */
export async function archiveRuns(
  { context, experiments }: RestList,
  { ids, archived }: { readonly ids: readonly string[]; readonly archived: boolean },
  options?: RequestOptions,
): Promise<void> {
  const signal = options?.signal
  const paths = await mapLimited(ids, atOnce, async (id) => {
    const part = pathPart(id)
    const experiment = part === null ? null : await experiments.of(id, signal)
    if (experiment === null) throw notFound(id)
    return `${runsPath(experiment)}/${part}`
  })
  await mapLimited(paths, atOnce, (path) => changeJson(context, path, { archived }, signal))
}
