import { defineRun, paramNumber, RunoffError, type MetricSummary, type Run } from '@runoff/core'
import { describeRun } from '../files/config/describeRun.ts'
import { isObject, memberOf, numberAt, textAt } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { listIn, objectAt, valueAt } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'
import { trackedNames, type TrackedNames } from '../trackers/trackedNames.ts'
import { mlflowNumber } from './mlflowNumber.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** A run, and what MLflow calls its metrics. */
export interface MlflowRun {
  readonly run: Run
  readonly names: TrackedNames
}

/** Where a run was found. */
export interface MlflowPlace {
  readonly sourceId: string
  readonly baseUrl: string
  /** Names of experiments by their ids. */
  readonly experiments: ReadonlyMap<string, string>
}

/** Returns a run of MLflow's answer, `null` where it has no id. */
export function readRun(json: JsonObject, place: MlflowPlace): MlflowRun | null {
  const info = objectAt(json, 'info')
  const data = objectAt(json, 'data')
  const id = runIdOf(info)
  if (id === null) return null
  const experimentId = textAt(info, 'experiment_id')
  const group = place.experiments.get(experimentId ?? '') ?? experimentId
  const tags = textsIn(data, 'tags')
  const params = Array.from(
    textsIn(data, 'params'),
    ([name, text]) => [name, valueOf(text)] as const,
  )
  // Defines each name, so that `__proto__` sets no prototype.
  const described = describeRun([Object.fromEntries(params)])
  const names = namesIn(data)
  const metrics = summariesOf(data, names)
  const run = defineRun({
    ...described,
    id,
    source: place.sourceId,
    name: textAt(info, 'run_name') ?? tags.get('mlflow.runName') ?? id,
    dataset: datasetOf(json) ?? described.dataset ?? null,
    group,
    status: textAt(info, 'status'),
    startedAtMs: timeAt(info, 'start_time'),
    endedAtMs: timeAt(info, 'end_time'),
    archived: textAt(info, 'lifecycle_stage') === 'deleted',
    step: lastStepOf(metrics),
    metrics,
    tags: shownTags(tags, group),
    url: urlOf(place.baseUrl, experimentId, id),
  })
  return { run, names }
}

/** Returns what the metrics of a run are called; `null` where MLflow shows no such run. */
export async function readRunNames(
  context: RestContext,
  { runId, shown }: { readonly runId: string; readonly shown: readonly string[] | undefined },
  signal?: AbortSignal,
): Promise<TrackedNames | null> {
  if (!canBeRunId(runId)) return null
  try {
    const path = '/api/2.0/mlflow/runs/get'
    const query = new URLSearchParams({ run_id: runId })
    const answer = await askTracker(context, { path, query }, signal)
    const run = objectAt(isObject(answer) ? answer : {}, 'run')
    const experimentId = textAt(objectAt(run, 'info'), 'experiment_id')
    if (shown !== undefined && !shown.includes(experimentId ?? '')) return null
    return namesIn(objectAt(run, 'data'))
  } catch (cause) {
    if (cause instanceof RunoffError && cause.code === 'not-found') return null
    throw cause
  }
}

/** MLflow's ids are 32 hexadecimal digits; what may stand in no query is the id of no run. */
export function canBeRunId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id)
}

function runIdOf(info: JsonObject): string | null {
  const id = textAt(info, 'run_id') ?? textAt(info, 'run_uuid')
  return id !== null && canBeRunId(id) ? id : null
}

function namesIn(data: JsonObject): TrackedNames {
  return trackedNames(listIn(data, 'metrics').flatMap((metric) => textAt(metric, 'key') ?? []))
}

function summariesOf(data: JsonObject, names: TrackedNames): ReadonlyMap<string, MetricSummary> {
  const last = new Map(listIn(data, 'metrics').map((metric) => [textAt(metric, 'key'), metric]))
  return new Map(
    Array.from(names, ([name, raw]) => [name, summaryOf(last.get(raw) ?? {})] as const),
  )
}

/** Of all that was logged MLflow tells the last value, and not how many there are. */
function summaryOf(metric: JsonObject): MetricSummary {
  const unknown = { min: null, max: null, minStep: null, maxStep: null }
  return {
    ...unknown,
    last: mlflowNumber(memberOf(metric, 'value')),
    lastStep: numberAt(metric, 'step'),
    count: 1,
    basis: 'last-only',
  }
}

function lastStepOf(metrics: ReadonlyMap<string, MetricSummary>): number | null {
  const steps = Array.from(metrics, ([name, { lastStep }]) =>
    // MLflow counts its own measurements of the machine in steps of their own.
    name.startsWith('system/') || lastStep === null ? -Infinity : lastStep,
  )
  const last = steps.reduce((most, step) => Math.max(most, step), -Infinity)
  return Number.isFinite(last) ? last : null
}

function textsIn(data: JsonObject, name: string): ReadonlyMap<string, string> {
  const entries = listIn(data, name).flatMap((entry) => {
    const key = textAt(entry, 'key')
    const value = memberOf(entry, 'value')
    return key !== null && typeof value === 'string' ? [[key, value] as const] : []
  })
  return new Map(entries)
}

/** MLflow keeps all parameters as text; what spells a number is taken for one. */
function valueOf(text: string): string | number {
  const number = paramNumber(text)
  return number !== null && Number.isFinite(number) ? number : text
}

/** Tags of MLflow's own that say something of the run itself. */
const tellingTags: ReadonlySet<string> = new Set([
  'mlflow.parentRunId',
  'mlflow.source.name',
  'mlflow.source.git.commit',
  'mlflow.note.content',
])

function shownTags(
  tags: ReadonlyMap<string, string>,
  experiment: string | null,
): ReadonlyMap<string, string> {
  const own = Array.from(tags).filter(
    ([name]) => !name.startsWith('mlflow.') || tellingTags.has(name),
  )
  return new Map([...own, ...(experiment === null ? [] : [['experiment', experiment] as const])])
}

function datasetOf(json: JsonObject): string | null {
  const [input] = listIn(objectAt(json, 'inputs'), 'dataset_inputs')
  return input === undefined ? null : textAt(objectAt(input, 'dataset'), 'name')
}

/** MLflow gives 0 for a time that nobody set. */
function timeAt(info: JsonObject, name: string): number | null {
  const time = valueAt(info, name)
  return time > 0 ? time : null
}

function urlOf(baseUrl: string, experimentId: string | null, id: string): string | null {
  if (experimentId === null) return null
  return `${baseUrl}/#/experiments/${encodeURIComponent(experimentId)}/runs/${id}`
}
