import { readNumber } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../../json/parseTolerantJson.ts'
import { readFields, textOf, type Field } from '../binary/protobuf.ts'

/** A value that was logged, set or summed up, with its name. */
export interface WandbItem {
  readonly name: string
  readonly value: JsonValue
}

/** Returns an item of a history, a config or a summary; `null` where its value is no JSON. */
export function readItem(item: Field): WandbItem | null {
  const fields = readFields(item.bytes)
  const key = fields.find(({ number }) => number === 1)
  const nested = fields.filter(({ number }) => number === 2).map(textOf)
  const json = fields.find(({ number }) => number === 16)
  const plain = key === undefined ? '' : textOf(key)
  const name = plain === '' ? nested.join('.') : plain
  if (name === '' || json === undefined) return null
  try {
    return { name, value: parseTolerantJson(textOf(json)) }
  } catch {
    return null
  }
}

const maxDepth = 8

/** Adds the numbers of an item, those inside it by their path; a chart or a picture has none. */
export function addNumbers(
  numbers: Map<string, number>,
  { name, value }: WandbItem,
  depth = 0,
): void {
  const number = typeof value === 'boolean' ? Number(value) : readNumber(value)
  if (number !== null) numbers.set(name, number)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  if (depth >= maxDepth || '_type' in value) return
  for (const [inner, own] of Object.entries(value)) {
    addNumbers(numbers, { name: `${name}.${inner}`, value: own }, depth + 1)
  }
}
