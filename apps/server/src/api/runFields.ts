import { defineRun, readEpochMs, readNumber, runStatuses, type RunInput } from '@runoff/core'
import type { RunChange } from '../store/metricStore.ts'
import { valueSchema } from './apiSchemas.ts'
import { longestKey, longestName, longestValue, mostSeries } from './limits.ts'
import { Problem } from './problem.ts'
import { textSchema } from './querySchema.ts'

/** What is sent of a run; what is left out is not known, or stays as it is. */
export interface RunFields {
  readonly name?: string
  readonly model?: string | null
  readonly dataset?: string | null
  readonly status?: string
  readonly started_at?: string | number | null
  readonly ended_at?: string | number | null
  readonly step?: number | null
  readonly total_steps?: number | null
  readonly epoch?: number | null
  readonly total_epochs?: number | null
  readonly best?: {
    readonly step?: number | null
    readonly epoch?: number | null
    readonly checkpoint_path?: string | null
  } | null
  readonly seed?: string | number | null
  readonly group?: string | null
  readonly params?: Readonly<Record<string, unknown>>
  readonly tags?: Readonly<Record<string, string | number | boolean>>
  readonly summary?: Readonly<Record<string, number | string>>
}

const line = { ...textSchema(longestName), type: ['string', 'null'] }
const number = { type: ['number', 'null'] }
const moment = {
  type: ['string', 'number', 'null'],
  maxLength: 100,
  description: 'ISO 8601 text or Unix milliseconds.',
}

/** The schema of the fields of a run. */
export const runFieldSchemas: Readonly<Record<string, object>> = {
  name: { ...textSchema(longestName), minLength: 1 },
  model: line,
  dataset: line,
  status: { enum: runStatuses },
  started_at: moment,
  ended_at: moment,
  step: number,
  total_steps: number,
  epoch: number,
  total_epochs: number,
  best: {
    type: ['object', 'null'],
    properties: {
      step: number,
      epoch: number,
      checkpoint_path: { type: ['string', 'null'], maxLength: longestValue },
    },
    additionalProperties: false,
  },
  seed: { type: ['string', 'number', 'null'], maxLength: longestName },
  group: line,
  params: {
    type: 'object',
    maxProperties: mostSeries,
    description: 'May be nested: `{ "lora": { "r": 8 } }` is the parameter `lora.r`.',
  },
  tags: {
    type: 'object',
    maxProperties: mostSeries,
    additionalProperties: { type: ['string', 'number', 'boolean'] },
  },
  summary: {
    type: 'object',
    maxProperties: mostSeries,
    additionalProperties: valueSchema,
    description: 'What training was like as a whole, by metric.',
  },
}

/**
 * Returns what was sent of a run as the store takes it.
 *
 * @throws {Problem} `bad-option` for a moment that is none, or a name or value that is too long.
 */
export function readRunFields(fields: RunFields): RunChange {
  const { started_at: startedAt, ended_at: endedAt, best, summary, params, tags, ...rest } = fields
  const { total_steps: totalSteps, total_epochs: totalEpochs, ...same } = rest
  refuseOtherMoments({ started_at: startedAt, ended_at: endedAt })
  const flat = defineRun({ id: 'any', ...(params && { params }), ...(tags && { tags }) })
  for (const [name, entries] of Object.entries({ params: flat.params, tags: flat.tags })) {
    refuseLong(name, entries)
  }
  for (const metric of Object.keys(summary ?? {})) refuseLongKey('summary', metric)
  return withoutUndefined({
    ...same,
    totalSteps,
    totalEpochs,
    startedAt,
    endedAt,
    best: best && { ...best, checkpointPath: best.checkpoint_path ?? null },
    params: params && flat.params,
    tags: tags && flat.tags,
    summary: summary && new Map(Object.entries(summary).map(readSummary)),
  })
}

/** Returns the fields as a description of a new run. */
export function runInputOf({ summary: metrics, ...change }: RunChange): RunInput {
  return { ...change, ...(metrics && { metrics }) }
}

function readSummary([metric, value]: readonly [string, number | string]): [string, number] {
  return [metric, readNumber(value) ?? NaN]
}

function refuseOtherMoments(moments: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(moments)) {
    if (value === undefined || value === null || readEpochMs(value) !== null) continue
    throw new Problem('bad-option', `"${name}" must be ISO 8601 text or Unix milliseconds.`)
  }
}

function refuseLong(member: string, entries: ReadonlyMap<string, unknown>): void {
  if (entries.size > mostSeries) {
    const detail = `"${member}" must NOT have more than ${mostSeries} entries, nested ones counted.`
    throw new Problem('bad-option', detail)
  }
  for (const [key, value] of entries) {
    refuseLongKey(member, key)
    if (typeof value !== 'string' || value.length <= longestValue) continue
    const detail = `A value in "${member}" must NOT have more than ${longestValue} characters.`
    throw new Problem('bad-option', detail)
  }
}

function refuseLongKey(member: string, key: string): void {
  if (key.length <= longestKey) return
  const detail = `A name in "${member}" must NOT have more than ${longestKey} characters.`
  throw new Problem('bad-option', detail)
}

type Given<T> = { readonly [K in keyof T]: T[K] | undefined }

function withoutUndefined(change: Given<RunChange>): RunChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
