import { codeAt } from './codeAt.ts'
import { isDigit } from './readNumber.ts'

const OPEN_BRACKET = 0x5b

const zonedTime =
  /^\[?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(Z|[+-]\d\d:?\d\d)(?!\d)/

/**
 * Returns the Unix time in milliseconds that a line begins with, such as
 * `2024-05-01T12:00:00.5Z …` or `[2024-05-01 14:00:00+02:00] …`, or `null` where it begins with
 * none, or with one that does not say its zone: such a time could be hours off.
 */
export function readZonedTime(text: string): number | null {
  // Nearly no line begins with one, and a look at its first character is all that this needs.
  const first = codeAt(text, 0)
  if (first !== OPEN_BRACKET && !isDigit(first)) return null
  const match = zonedTime.exec(text)
  if (match === null) return null
  const [, day, clock, fraction = '', zone = 'Z'] = match
  const timeMs = Date.parse(`${day}T${clock}.${milliseconds(fraction)}${withColon(zone)}`)
  return Number.isNaN(timeMs) ? null : timeMs
}

function milliseconds(fraction: string): string {
  return fraction.slice(0, 3).padEnd(3, '0')
}

function withColon(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
}
