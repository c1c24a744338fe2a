const nonFinite: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['+nan', NaN],
  ['-nan', NaN],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['infinity', Infinity],
  ['+infinity', Infinity],
  ['-inf', -Infinity],
  ['-infinity', -Infinity],
])

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Returns the number that a value is or spells, `null` where it is neither.
 *
 * `'NaN'`, `'inf'`, `'-Infinity'` and the like are numbers here, as logs and JSON texts need them.
 */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  const special = nonFinite.get(text.toLowerCase())
  if (special !== undefined) return special
  return decimal.test(text) ? Number(text) : null
}

/** Returns text as it is, numbers and booleans as text, `null` for the rest and for blank text. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** Returns a moment as Unix milliseconds, `null` where it is none. ISO text without a zone is UTC. */
export function readEpochMs(value: unknown): number | null {
  if (typeof value === 'string') return parseIso(value.trim())
  const ms = value instanceof Date ? value.getTime() : value
  return typeof ms === 'number' && Number.isFinite(ms) ? ms : null
}

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i

function parseIso(text: string): number | null {
  const match = iso.exec(text)
  if (match === null) return null
  const [, day, time = '00:00', zone = 'Z'] = match
  // A text without a zone must mean the same moment on every machine.
  const ms = Date.parse(`${day}T${time}${fullZone(zone)}`)
  return Number.isNaN(ms) ? null : ms
}

function fullZone(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}
