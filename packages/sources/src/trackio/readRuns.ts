import { defineRun, type Run } from '@runoff/core'
import { describeRun } from '../files/config/describeRun.ts'
import { notFound } from '../query/seriesResults.ts'
import { isObject, memberOf, textAt, wrongAnswer } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { objectAt } from '../trackers/answerParts.ts'
import { trackedNames, type TrackedNames } from '../trackers/trackedNames.ts'
import { askTrackio } from './askTrackio.ts'

/** How Trackio knows a run; old databases know it by its name alone. */
export interface TrackioRef {
  readonly project: string
  readonly runId: string | null
  readonly name: string
}

export interface TrackioPlace {
  readonly context: RestContext
  readonly sourceId: string
  /** The projects that are shown, where they are not all. */
  readonly projects: readonly string[] | undefined
}

export interface TrackioRun {
  readonly run: Run
  readonly ref: TrackioRef
}

/** A run's id here: the project stands in front, since names may be those of several. */
function idOf({ project, runId, name }: TrackioRef): string {
  return `${project}/${runId ?? name}`
}

/** Returns the projects that are shown. */
export async function readProjects(
  { context, projects }: TrackioPlace,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  if (projects !== undefined) return projects
  const list = await askTrackio(context, 'get_all_projects', { ...(signal && { signal }) })
  if (!Array.isArray(list)) throw wrongAnswer('it has no list of projects')
  return list.filter((project) => typeof project === 'string' && project !== '')
}

/** Returns the runs of a project without their metrics, in Trackio's order. */
export async function readProject(
  { context, sourceId }: TrackioPlace,
  project: string,
  signal?: AbortSignal,
): Promise<readonly TrackioRun[]> {
  const options = { project, ...(signal && { signal }) }
  const [records, configs] = await Promise.all([
    readRecords(context, project, signal),
    askTrackio(context, 'get_run_configs', options),
  ])
  return records.map(({ ref, createdAt }) => {
    const config = objectAt(isObject(configs) ? configs : {}, ref.runId ?? ref.name)
    return { ref, run: runOf({ ref, createdAt, config, sourceId }) }
  })
}

interface RunRecord {
  readonly ref: TrackioRef
  readonly createdAt: string | null
}

async function readRecords(
  context: RestContext,
  project: string,
  signal?: AbortSignal,
): Promise<readonly RunRecord[]> {
  const options = { project, ...(signal && { signal }) }
  const records = await askTrackio(context, 'get_runs_for_project', options)
  if (!Array.isArray(records)) throw wrongAnswer('it has no list of runs')
  return records.filter(isObject).flatMap((record) => {
    const runId = textAt(record, 'id')
    const name = textAt(record, 'name') ?? runId
    if (name === null) return []
    return [{ ref: { project, runId, name }, createdAt: textAt(record, 'created_at') }]
  })
}

interface RunParts extends RunRecord {
  readonly config: Readonly<Record<string, unknown>>
  readonly sourceId: string
}

function runOf({ ref, createdAt, config, sourceId }: RunParts): Run {
  // What begins with `_` Trackio adds itself.
  const own = Object.entries(config).filter(([name]) => !name.startsWith('_'))
  const described = describeRun([Object.fromEntries(own)])
  return defineRun({
    ...described,
    id: idOf(ref),
    source: sourceId,
    name: ref.name,
    group: textAt(config, '_Group') ?? described.group ?? ref.project,
    startedAt: textAt(config, '_Created') ?? createdAt,
    tags: { experiment: ref.project },
  })
}

/**
 * Returns how Trackio knows a run.
 *
 * @throws {RunoffError} `not-found` where none of the projects that are shown has it.
 */
export async function findRun(
  place: TrackioPlace,
  id: string,
  signal?: AbortSignal,
): Promise<TrackioRef> {
  for (const project of await readProjects(place, signal)) {
    if (!id.startsWith(`${project}/`)) continue
    const records = await readRecords(place.context, project, signal)
    const found = records.find(({ ref }) => idOf(ref) === id)
    if (found !== undefined) return found.ref
  }
  throw notFound(id)
}

/** Returns what the metrics of a run are called; `null` where Trackio shows no such run. */
export async function readRunNames(
  place: TrackioPlace,
  id: string,
  signal?: AbortSignal,
): Promise<TrackedNames | null> {
  try {
    return await readNames(place.context, await findRun(place, id, signal), signal)
  } catch (cause) {
    if (isObject(cause) && memberOf(cause, 'code') === 'not-found') return null
    throw cause
  }
}

/** Returns what the metrics of a run are called. */
export async function readNames(
  context: RestContext,
  { project, name, runId }: TrackioRef,
  signal?: AbortSignal,
): Promise<TrackedNames> {
  const options = { project, run: name, run_id: runId, ...(signal && { signal }) }
  const metrics = await askTrackio(context, 'get_metrics_for_run', options)
  if (!Array.isArray(metrics)) throw wrongAnswer('it has no list of metrics')
  return trackedNames(metrics.filter((metric) => typeof metric === 'string'))
}
