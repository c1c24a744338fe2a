import { RunoffError } from '../errors.ts'
import { readEpochMs, readNumber, readText } from '../text/readValue.ts'
import { flattenParams } from './flattenParams.ts'
import { readMetrics } from './readMetrics.ts'
import type { BestCheckpoint, MetricSummary, ParamValue, Run } from './run.ts'
import { readStatus } from './status.ts'

type Loose<T> = T | null | undefined
type Moment = Loose<string | number | Date>
type Named<T> = Readonly<Record<string, T>> | ReadonlyMap<string, T>

/** What `defineRun` reads: a plain object in which everything but a name or an id may be missing. */
export interface RunInput {
  readonly id?: Loose<string | number>
  readonly source?: Loose<string>
  readonly name?: Loose<string>
  readonly model?: Loose<string>
  readonly dataset?: Loose<string>
  /** Any tracker's word for it: `FINISHED`, `succeeded`, `killed`, … */
  readonly status?: Loose<string>
  /** ISO 8601 text, milliseconds, or a `Date`. */
  readonly createdAt?: Moment
  readonly startedAt?: Moment
  readonly endedAt?: Moment
  readonly createdAtMs?: Loose<number>
  readonly startedAtMs?: Loose<number>
  readonly endedAtMs?: Loose<number>
  readonly step?: Loose<number>
  readonly totalSteps?: Loose<number>
  readonly epoch?: Loose<number>
  readonly totalEpochs?: Loose<number>
  /** A bare number is the last value, and all that is known of that metric. */
  readonly metrics?: Loose<Named<number | string | null | undefined | Partial<MetricSummary>>>
  /** May be nested. */
  readonly params?: Loose<Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>>
  readonly best?: Loose<Partial<BestCheckpoint>>
  readonly gpuHours?: Loose<number>
  readonly seed?: Loose<string | number>
  readonly group?: Loose<string>
  readonly tags?: Loose<Named<string | number | boolean | null | undefined>>
  readonly archived?: Loose<boolean>
  readonly url?: Loose<string>
}

/**
 * Returns a run made from a plain object, with everything that was not given as `null` or empty.
 *
 * Units: times become milliseconds. Missing: an id is taken from the name and a name from the id;
 * a field of the wrong type counts as missing, so that one bad field never loses a run. A URL that
 * is neither http(s) nor relative is dropped.
 *
 * @throws {RunoffError} `bad-run` when there is neither an id nor a name, or no object at all.
 */
export function defineRun(input: RunInput): Run {
  const given = objectOf(input)
  const id = readText(given.id) ?? readText(given.name)
  if (id === null) throw noIdentity()
  return {
    id,
    source: readText(given.source) ?? 'memory',
    name: readText(given.name) ?? id,
    model: readText(given.model),
    dataset: readText(given.dataset),
    status: readStatus(given.status),
    createdAtMs: readEpochMs(given.createdAtMs ?? given.createdAt),
    startedAtMs: readEpochMs(given.startedAtMs ?? given.startedAt),
    endedAtMs: readEpochMs(given.endedAtMs ?? given.endedAt),
    step: finite(given.step),
    totalSteps: finite(given.totalSteps),
    epoch: finite(given.epoch),
    totalEpochs: finite(given.totalEpochs),
    metrics: readMetrics(given.metrics),
    params: flattenParams(given.params),
    best: readBest(given.best),
    gpuHours: finite(given.gpuHours),
    seed: readText(given.seed),
    group: readText(given.group),
    tags: readTags(given.tags),
    archived: given.archived === true,
    url: readUrl(given.url),
  }
}

function objectOf(input: unknown): RunInput {
  if (typeof input === 'object' && input !== null) return input
  throw new RunoffError(
    'bad-run',
    `defineRun needs an object that describes a run, and got ${input === null ? 'null' : typeof input}.`,
  )
}

function noIdentity(): RunoffError {
  return new RunoffError(
    'bad-run',
    'defineRun got a run with neither an id nor a name, so nothing could tell it from another. ' +
      'Pass at least one of them, such as { id: "run-1" }.',
  )
}

function finite(value: unknown): number | null {
  const number = readNumber(value)
  return number !== null && Number.isFinite(number) ? number : null
}

function readBest(given: unknown): BestCheckpoint {
  const best: Partial<BestCheckpoint> = typeof given === 'object' && given !== null ? given : {}
  return {
    step: finite(best.step),
    epoch: finite(best.epoch),
    checkpointPath: readText(best.checkpointPath),
  }
}

function readTags(given: unknown): ReadonlyMap<string, string> {
  const flat = flattenParams(given)
  const tags = Array.from(flat, ([name, value]: readonly [string, ParamValue]) => {
    return [name, readText(value)] as const
  })
  return new Map(tags.filter((tag): tag is [string, string] => tag[1] !== null))
}

function readUrl(given: unknown): string | null {
  const url = readText(given)
  if (url === null) return null
  // What a browser strips before it reads a scheme must not hide one here.
  const plain = Array.from(url, (character) => (character <= ' ' ? '' : character)).join('')
  const scheme = /^[^/?#]*?:/.exec(plain)
  return scheme === null || /^https?:$/i.test(scheme[0]) ? url : null
}
