import { runStatuses } from '@runoff/core'
import { problemStatuses } from './problem.ts'

type Schema = Readonly<Record<string, unknown>>

/** An object that has all of these members and no others. */
export function objectSchema(properties: Readonly<Record<string, Schema>>): Schema {
  const required = Object.keys(properties)
  return { type: 'object', properties, required, additionalProperties: false }
}

export const text: Schema = { type: 'string' }
export const whole: Schema = { type: 'integer', minimum: 0 }
const textOrNull: Schema = { type: ['string', 'null'] }
const numberOrNull: Schema = { type: ['number', 'null'] }
const bases = ['full', 'sampled', 'last-only', 'summary']

/** A number, or the text that stands for one that JSON does not have. */
export const valueSchema: Schema = {
  anyOf: [{ type: 'number' }, { enum: ['NaN', 'Infinity', '-Infinity', '-0'] }],
}

const valueOrNull: Schema = { anyOf: [valueSchema, { type: 'null' }] }
const columnOrNull: Schema = { anyOf: [{ type: 'array', items: numberOrNull }, { type: 'null' }] }

const notices: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { code: text, message: text, count: whole, path: text },
    required: ['code', 'message'],
    additionalProperties: false,
  },
}

const summary: Schema = {
  type: 'object',
  properties: {
    last: valueOrNull,
    min: valueOrNull,
    max: valueOrNull,
    minStep: numberOrNull,
    maxStep: numberOrNull,
    lastStep: numberOrNull,
    count: whole,
    trainAtMin: numberOrNull,
    trainAtMax: numberOrNull,
    basis: { enum: bases },
  },
  required: ['last', 'min', 'max', 'minStep', 'maxStep', 'lastStep', 'count', 'basis'],
  additionalProperties: false,
}

/** What answers are made of, by the names under which they stand in the OpenAPI document. */
export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description: 'Why a request was refused, as RFC 9457 has it; programs switch on `code`.',
    properties: {
      type: { const: 'about:blank' },
      title: text,
      status: { type: 'integer' },
      code: { enum: Object.keys(problemStatuses) },
      detail: { type: 'string', description: 'A sentence for people.' },
      size: { type: 'integer', description: 'Of `log-hole`: bytes of the log that are kept.' },
    },
    required: ['type', 'title', 'status', 'code', 'detail'],
    additionalProperties: false,
  },
  Experiment: objectSchema({ id: text, name: text, run_count: whole }),
  Run: objectSchema({
    id: text,
    source: text,
    name: text,
    model: textOrNull,
    dataset: textOrNull,
    status: { enum: runStatuses },
    createdAtMs: numberOrNull,
    startedAtMs: numberOrNull,
    endedAtMs: numberOrNull,
    step: numberOrNull,
    totalSteps: numberOrNull,
    epoch: numberOrNull,
    totalEpochs: numberOrNull,
    metrics: { type: 'object', additionalProperties: summary },
    params: {
      type: 'object',
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    },
    best: objectSchema({ step: numberOrNull, epoch: numberOrNull, checkpointPath: textOrNull }),
    gpuHours: numberOrNull,
    seed: textOrNull,
    group: textOrNull,
    tags: { type: 'object', additionalProperties: text },
    archived: { type: 'boolean' },
    url: textOrNull,
  }),
  Series: {
    ...objectSchema({
      metric: text,
      steps: { type: 'array', items: { type: 'number' } },
      values: { type: 'array', items: valueSchema },
      times: columnOrNull,
      epochs: columnOrNull,
      basis: { enum: bases },
      total: numberOrNull,
      step_unit: { enum: ['step', 'epoch', 'record'] },
      notices,
    }),
    description: 'One metric of a run as columns of equal length, its steps rising.',
  },
}

/** Refers to one of the shared schemas. */
export function refTo(name: string): Schema {
  return { $ref: `${name}#` }
}

/** Path parameters, each an id. */
export const experimentParams: Schema = objectSchema({ experiment_id: text })
export const runParams: Schema = objectSchema({ experiment_id: text, run_id: text })

/** What any route may be refused with. */
const anyRoute = [400, 401, 403, 404, 405, 408, 413, 414, 415, 429, 431, 500, 503]

/** Returns the answers of a route: what it is asked for, as JSON unless said, and its problems. */
export function answersOf(
  description: string,
  schema: Schema,
  { status = 200, type = 'application/json', problems = [] }: AnswerOptions = {},
): Readonly<Record<string, unknown>> {
  const refused = [...anyRoute, ...problems].map((code) => [code, problemAnswer(code)] as const)
  return {
    [status]: { description, content: { [type]: { schema } } },
    ...Object.fromEntries(refused),
  }
}

interface AnswerOptions {
  readonly status?: number
  readonly type?: string
  readonly problems?: readonly number[]
}

function problemAnswer(status: number): Schema {
  const codes = Object.entries(problemStatuses).filter(([, own]) => own === status)
  return {
    description: codes.map(([code]) => code).join(', '),
    content: { 'application/problem+json': { schema: refTo('Problem') } },
  }
}
