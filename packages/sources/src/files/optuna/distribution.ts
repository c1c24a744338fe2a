import { readNumber, readText } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../../json/parseTolerantJson.ts'

/** What a parameter of a study may be. */
export interface Distribution {
  /** Two parameters of one name fit together where this is the same. */
  readonly kind: string
  /** For people: `float 1e-5 to 0.1, log`. */
  readonly text: string
  readonly choices: readonly JsonValue[] | null
}

type JsonObject = Readonly<Record<string, JsonValue>>

/** Returns the distribution that a JSON text of Optuna names, `null` where it names none. */
export function readDistribution(json: JsonValue | undefined): Distribution | null {
  const value = typeof json === 'string' ? parsed(json) : (json ?? null)
  if (!isObject(value) || !isObject(value['attributes'] ?? null)) return null
  const name = readText(value['name']) ?? ''
  const attributes = value['attributes'] as JsonObject
  const { choices } = attributes
  if (Array.isArray(choices)) {
    const list = choices as readonly JsonValue[]
    const text = `one of ${list.map((choice) => JSON.stringify(choice)).join(', ')}`
    return { kind: `${name} ${JSON.stringify(list)}`, text, choices: list }
  }
  return { kind: name, text: rangeText(name, attributes), choices: null }
}

/** Returns a parameter as its script sees it: the journal keeps the place of a choice. */
export function externalValue(internal: JsonValue, distribution: Distribution | null): JsonValue {
  const { choices } = distribution ?? { choices: null }
  const place = readNumber(internal)
  if (choices === null || place === null) return internal
  return choices[place] ?? null
}

function rangeText(name: string, { low, high, log, step }: JsonObject): string {
  const type = name.startsWith('Int') ? 'int' : 'float'
  const steps = readNumber(step) ?? 1
  const stepText = type === 'int' && steps === 1 ? '' : `, step ${steps}`
  const more = [log === true ? ', log' : '', readNumber(step) === null ? '' : stepText]
  return `${type} ${readText(low) ?? '?'} to ${readText(high) ?? '?'}${more.join('')}`
}

function parsed(json: string): JsonValue {
  try {
    return parseTolerantJson(json)
  } catch {
    return null
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
