import { readNumber } from '@runoff/core'
import type { JsonValue } from '../../json/parseTolerantJson.ts'
import type { MetricRow, Parsed, RunContent } from './parsedFile.ts'

type JsonObject = Readonly<Record<string, JsonValue>>

/**
 * Returns the run in a history of Keras: a list of numbers for each metric, one for each epoch, or
 * the same as pandas writes it, by place; `null` where the value is neither.
 *
 * Keras counts its epochs from 1 in what it prints, and from 0 in a list `epoch`, which is believed
 * where there is one.
 */
export function parseKerasHistory(value: JsonValue): Parsed<RunContent> | null {
  if (!isObject(value)) return null
  const inner = value['history']
  const history = inner !== undefined && isObject(inner) ? inner : value
  const columns = Object.entries(history).flatMap(([name, column]) => {
    const numbers = numbersOf(column)
    return numbers === null ? [] : [[name, numbers] as const]
  })
  // Settings have a list here and there: a history has nothing else.
  if (columns.length < Object.keys(history).length) return null
  if (!columns.some(([name]) => /loss|acc/i.test(name.slice(0, 200)))) return null
  const epochs = numbersOf(value['epoch']) ?? numbersOf(history['epoch'])
  const metrics = columns.filter(([name]) => name !== 'epoch')
  const length = Math.max(...metrics.map(([, numbers]) => numbers.length))
  const rows = Array.from({ length }, (_, i) => rowAt(metrics, i, epochs?.[i] ?? i + 1))
  const run = { key: null, rows, facts: {} }
  return { content: { kind: 'json-lines', runs: [run] }, notices: [] }
}

function rowAt(
  columns: readonly (readonly [string, readonly (number | null)[]])[],
  i: number,
  epoch: number,
): MetricRow {
  const metrics = columns.flatMap(([name, numbers]) => {
    const value = numbers[i] ?? null
    return value === null ? [] : [[name, value] as const]
  })
  return { phase: null, step: null, epoch, timeMs: null, metrics: new Map(metrics) }
}

/** A list of numbers, or an object of them by their place; `null` for anything else. */
function numbersOf(column: JsonValue | undefined): readonly (number | null)[] | null {
  if (column === undefined) return null
  const list = Array.isArray(column) ? (column as readonly JsonValue[]) : placedList(column)
  if (list === null || list.length === 0) return null
  const numbers = list.map(readNumber)
  return list.every((each, i) => each === null || numbers[i] !== null) ? numbers : null
}

function placedList(column: JsonValue): readonly JsonValue[] | null {
  if (!isObject(column)) return null
  const entries = Object.entries(column)
  return entries.every(([name], i) => name === String(i)) ? entries.map(([, each]) => each) : null
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
