import type { RunQuery } from '../source.ts'
import { listAt, memberOf } from './readJson.ts'
import { requestJson } from './requestJson.ts'
import type { RestContext } from './restContext.ts'

/** Which experiments of the server are shown, and which of them a run is in. */
export interface Experiments {
  list(signal?: AbortSignal): Promise<readonly string[]>
  /** Remembers where runs were found. */
  learn(experimentId: string, runIds: Iterable<string>): void
  /** Returns the experiment of a run, `null` where none has it. */
  of(runId: string, signal?: AbortSignal): Promise<string | null>
}

/** Knows one experiment where it is named, all that the server lists otherwise. */
export function createExperiments(context: RestContext, experimentId?: string): Experiments {
  const found = new Map<string, string>()
  const list = async (signal?: AbortSignal): Promise<readonly string[]> => {
    if (experimentId !== undefined) return [experimentId]
    const answer = await requestJson(context, '/api/v1/experiments', new URLSearchParams(), signal)
    return listAt(answer, 'experiments')
      .map((experiment) => memberOf(experiment, 'id'))
      .filter((id) => typeof id === 'string')
  }
  return {
    list,
    learn(experiment, runIds) {
      for (const runId of runIds) found.set(runId, experiment)
    },
    async of(runId, signal) {
      if (experimentId !== undefined) return experimentId
      const known = found.get(runId)
      if (known !== undefined) return known
      for (const experiment of await list(signal)) {
        if (!(await holdsRun(context, experiment, runId, signal))) continue
        found.set(runId, experiment)
        return experiment
      }
      return null
    },
  }
}

async function holdsRun(
  context: RestContext,
  experimentId: string,
  runId: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const query = runParams({ ids: [runId], includeArchived: true, limit: 1 })
  const answer = await requestJson(context, runsPath(experimentId), query, signal)
  return listAt(answer, 'runs').some((run) => memberOf(run, 'id') === runId)
}

/** The route of an experiment's runs. */
export function runsPath(experimentId: string): string {
  return `/api/v1/experiments/${encodeURIComponent(experimentId)}/runs`
}

/** A query as the server reads it: lists as parameters that come several times. */
export function runParams({
  ids,
  search,
  status,
  includeArchived,
  cursor,
  limit,
}: RunQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (limit !== undefined) params.set('limit', String(limit))
  if (cursor !== undefined && cursor !== null) params.set('cursor', cursor)
  if (search !== undefined && search !== '') params.set('search', search)
  for (const one of status ?? []) params.append('status', one)
  if (includeArchived === true) params.set('include_archived', 'true')
  for (const id of ids ?? []) params.append('ids', id)
  return params
}
