import type { ParamValue } from './run.ts'

/** Nested deeper than this, a config is kept as the JSON text it is. */
const maxDepth = 12

/** No config that a person wrote has more; one that repeats itself through references might. */
const maxParams = 20_000

/**
 * Returns a nested config as one level of parameters: `{ lora: { r: 8 } }` gives `lora.r`.
 *
 * Lists, and what lies deeper than twelve levels, are kept as their JSON text; dates as ISO text.
 * Functions, symbols, `undefined` and what lies past 20 000 parameters are left
 * out. Where two paths give one name, the later wins.
 */
export function flattenParams(config: unknown): ReadonlyMap<string, ParamValue> {
  const params = new Map<string, ParamValue>()
  addParams(params, config, [])
  return params
}

function addParams(params: Map<string, ParamValue>, value: unknown, path: readonly string[]): void {
  if (params.size >= maxParams) return
  if (isNest(value) && path.length < maxDepth) {
    for (const [key, inner] of entriesOf(value)) addParams(params, inner, [...path, key])
    return
  }
  if (path.length === 0) return
  const flat = flatValue(value)
  if (flat !== undefined) params.set(path.join('.'), flat)
}

function isNest(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  )
}

function entriesOf(value: object): Iterable<readonly [string, unknown]> {
  if (!(value instanceof Map)) return Object.entries(value)
  return Array.from(value, ([key, inner]) => [String(key), inner] as const)
}

function flatValue(value: unknown): ParamValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    case 'bigint':
      return String(value)
    case 'object':
      return value === null ? null : jsonText(value)
    default:
      return undefined
  }
}

function jsonText(value: object): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  try {
    return JSON.stringify(value)
  } catch {
    // A config that holds itself, or a number too large for JSON: nothing that text could keep.
    return undefined
  }
}
