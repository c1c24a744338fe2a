const number = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i

/**
 * Returns the number that someone has typed, whichever mark stands before its decimals: `0.5`,
 * `0,5`, `1.234,5`, `1 234.5`.
 *
 * The last point or comma is the decimal mark, those before it and spaces are between groups.
 * Missing: `NaN` for what is no number, and for half of one, such as `0.`.
 */
export function parseNumber(text: string): number {
  const plain = text.replaceAll(/\s/g, '').replace('−', '-')
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const whole = plain.slice(0, Math.max(0, last)).replaceAll(/[.,]/g, '')
  const pointed = last === -1 ? plain : `${whole}.${plain.slice(last + 1)}`
  return number.test(pointed) ? Number(pointed) : NaN
}
