import { compareText } from '../text/compareText.ts'

/** No parameter that a person wrote is longer; what is, is compared as the text it is. */
const maxLength = 100_000
const maxDepth = 60

/** A whole number with more digits than a double can tell apart: reading it would lose some. */
const longWhole = /(?<![\d.])\d{16}/

/**
 * Returns the list or object that a text spells as JSON, `null` where it spells none.
 *
 * Text past 100 000 characters, or with a whole number that a double would round, is left as it is.
 */
export function readJsonText(text: string): object | null {
  const trimmed = text.trim()
  const isNest = /^(?:\{[^]*\}|\[[^]*\])$/.test(trimmed)
  if (!isNest || trimmed.length > maxLength || longWhole.test(trimmed)) return null
  try {
    const read: unknown = JSON.parse(trimmed)
    return typeof read === 'object' ? read : null
  } catch {
    return null
  }
}

/** Returns an object that a text spells as JSON, `null` where it spells none or an empty one. */
export function readJsonObject(text: string): object | null {
  const read = readJsonText(text)
  return read === null || Array.isArray(read) || Object.keys(read).length === 0 ? null : read
}

/**
 * Returns JSON as text that two values share if and only if they hold the same, whatever the order
 * of their keys; `null` where it is nested deeper than sixty levels.
 */
export function canonicalJson(value: unknown, depth = 0): string | null {
  // JSON can spell numbers that it has no word for: 1e999 is read as infinity, and is not null.
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (depth >= maxDepth) return null
  if (Array.isArray(value)) {
    const entries = value.map((entry) => canonicalJson(entry, depth + 1))
    return entries.includes(null) ? null : `[${entries.join(',')}]`
  }
  const entries = Object.entries(value)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, inner]) => {
      const text = canonicalJson(inner, depth + 1)
      return text === null ? null : `${JSON.stringify(key)}:${text}`
    })
  return entries.includes(null) ? null : `{${entries.join(',')}}`
}
