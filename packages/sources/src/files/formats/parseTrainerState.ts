import { readNumber } from '@runoff/core'
import type { JsonValue } from '../../json/parseTolerantJson.ts'
import { fileNameOf, plainPath } from '../paths.ts'
import type { MetricRow, Parsed, RunContent, RunFacts } from './parsedFile.ts'

type JsonObject = Readonly<Record<string, JsonValue>>

/**
 * Returns the run in a `trainer_state.json` of the Hugging Face Trainer, or in a bare list of its
 * log rows; `null` where the value is neither.
 *
 * A run with a summary row, or one that reached its last step, is `completed`; of any other the
 * state cannot tell how it ended.
 */
export function parseTrainerState(value: JsonValue): Parsed<RunContent> | null {
  const history = historyOf(value)
  if (history === null) return null
  const rows = history.map(readRow).filter((row) => row.metrics.size > 0)
  const state = isObject(value) ? value : {}
  const run = { key: null, rows, facts: readFacts(state, rows) }
  return { content: { kind: 'trainer-state', runs: [run] }, notices: [] }
}

function historyOf(value: JsonValue): readonly JsonObject[] | null {
  if (isObject(value)) {
    const history = own(value, 'log_history')
    return Array.isArray(history) ? history.filter(isObject) : null
  }
  if (!Array.isArray(value) || value.length === 0) return null
  const rows: readonly JsonValue[] = value
  return rows.every(isLogRow) ? rows.filter(isObject) : null
}

function isLogRow(row: JsonValue): boolean {
  return (
    isObject(row) &&
    (numberAt(row, 'step') !== null || numberAt(row, 'epoch') !== null) &&
    Object.keys(row).some((name) => /loss|reward|runtime/.test(name.slice(0, 200)))
  )
}

function readRow(row: JsonObject): MetricRow {
  const numbers = Object.entries(row).flatMap(([name, value]) => {
    const number = isPlace(name) ? null : readNumber(value)
    return number === null ? [] : [[name, number] as const]
  })
  return {
    phase: phaseOf(row),
    step: finite(numberAt(row, 'step')),
    epoch: finite(numberAt(row, 'epoch')),
    timeMs: null,
    metrics: new Map(numbers),
  }
}

function isPlace(name: string): boolean {
  return name === 'step' || name === 'epoch'
}

function phaseOf(row: JsonObject): 'train' | 'eval' | 'summary' {
  if (Object.hasOwn(row, 'train_runtime')) return 'summary'
  return Object.keys(row).some((name) => name.startsWith('eval_')) ? 'eval' : 'train'
}

function readFacts(state: JsonObject, rows: readonly MetricRow[]): RunFacts {
  const step = finite(numberAt(state, 'global_step'))
  const trial = own(state, 'trial_params') ?? null
  const totalSteps = positive(numberAt(state, 'max_steps'))
  const reachedEnd = step !== null && totalSteps !== null && step >= totalSteps
  const isComplete = reachedEnd || rows.some((row) => row.phase === 'summary')
  return {
    step,
    totalSteps,
    epoch: finite(numberAt(state, 'epoch')),
    totalEpochs: positive(numberAt(state, 'num_train_epochs')),
    best: readBest(state, rows),
    params: isObject(trial) ? trial : null,
    ...(isComplete ? { status: 'completed' } : {}),
  }
}

function readBest(state: JsonObject, rows: readonly MetricRow[]): RunFacts['best'] {
  const path = own(state, 'best_model_checkpoint')
  const checkpointPath = typeof path === 'string' ? fileNameOf(plainPath(path)) : null
  const step = finite(numberAt(state, 'best_global_step')) ?? stepOf(checkpointPath)
  const row = rows.find((other) => other.phase === 'eval' && other.step === step)
  return { step, epoch: step === null ? null : (row?.epoch ?? null), checkpointPath }
}

function stepOf(checkpointPath: string | null): number | null {
  const match = /^checkpoint-(\d{1,15})$/.exec(checkpointPath ?? '')
  return match === null ? null : Number(match[1])
}

/** Where no number of epochs was set, the Trainer writes the largest integer it knows. */
function positive(value: number | null): number | null {
  return value !== null && value > 0 && value < 1e15 ? value : null
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

function numberAt(object: JsonObject, name: string): number | null {
  return readNumber(own(object, name))
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
