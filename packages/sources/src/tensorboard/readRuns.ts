import { defineRun, type Run } from '@runoff/core'
import { describeRun } from '../files/config/describeRun.ts'
import { isObject, memberOf, wrongAnswer } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { askTracker } from '../trackers/askTracker.ts'
import { trackedNames, type TrackedNames } from '../trackers/trackedNames.ts'
import { readSessions, type HparamsSession } from './readSessions.ts'

/** A run without its metrics, and what TensorBoard calls these. */
export interface ShownRun {
  readonly run: Run
  readonly names: TrackedNames
}

/** Returns all runs in TensorBoard's order: those that began first at the front. */
export async function readRuns(
  context: RestContext,
  sourceId: string,
  signal?: AbortSignal,
): Promise<readonly ShownRun[]> {
  const [listed, tags, sessions] = await Promise.all([
    readNames(context, signal),
    readTags(context, signal),
    readSessions(context, signal),
  ])
  const names = new Set([...listed, ...tags.keys()])
  return Array.from(names, (name) => ({
    run: runOf(name, sourceId, sessions),
    names: trackedNames(tags.get(name) ?? []),
  }))
}

/** Returns what the metrics of a run are called; `null` where TensorBoard shows no such run. */
export async function readRunNames(
  context: RestContext,
  runId: string,
  signal?: AbortSignal,
): Promise<TrackedNames | null> {
  const tags = (await readTags(context, signal)).get(runId)
  if (tags !== undefined) return trackedNames(tags)
  return (await readNames(context, signal)).includes(runId) ? new Map() : null
}

async function readNames(context: RestContext, signal?: AbortSignal): Promise<readonly string[]> {
  const answer = await askTracker(context, { path: '/data/runs' }, signal)
  if (!Array.isArray(answer)) throw wrongAnswer('it has no list of runs')
  return answer.filter((name) => typeof name === 'string' && name.trim() !== '')
}

async function readTags(
  context: RestContext,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const answer = await askTracker(context, { path: '/data/plugin/scalars/tags' }, signal)
  if (!isObject(answer)) throw wrongAnswer('it has no list of tags')
  const runs = Object.keys(answer).filter((run) => run.trim() !== '')
  return new Map(
    runs.map((run) => {
      const tags = memberOf(answer, run)
      return [run, isObject(tags) ? Object.keys(tags) : []] as const
    }),
  )
}

function runOf(name: string, source: string, sessions: ReadonlyMap<string, HparamsSession>): Run {
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : null
  // `train` and `validation` below the folder of a session are both of it.
  const session = sessions.get(name) ?? (folder === null ? undefined : sessions.get(folder))
  const described = session === undefined ? {} : describeRun([session.params])
  return defineRun({
    ...described,
    id: name,
    source,
    name,
    group: session?.group ?? described.group ?? folder,
    status: session?.status ?? null,
    startedAtMs: session?.startedAtMs ?? null,
    endedAtMs: session?.endedAtMs ?? null,
  })
}
