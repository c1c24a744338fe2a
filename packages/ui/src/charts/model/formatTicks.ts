import type { Formatters } from '../../format/formatters.ts'

/**
 * Returns the labels of evenly spaced ticks: all with the same number of decimals, as many as
 * their distance needs, and all in scientific notation where they are very large or small.
 */
export function formatTicks(values: readonly number[], formatters: Formatters): readonly string[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const stride = strideOf(values, largest)
  const isScientific = largest >= 1e6 || (largest > 0 && largest < 1e-3)
  return values.map((value) => {
    if (isScientific) return formatters.marked(scientific(value, stride))
    const decimals = decimalsOf(stride)
    // A tick that should be 0 may be a hair beside it.
    const isZero = Math.abs(value) < stride / 1e6
    if (decimals === 0) return isZero ? '0' : formatters.count(value)
    return formatters.marked((isZero ? 0 : value).toFixed(decimals).replace('-', '−'))
  })
}

/** Beyond these no number of 64 bits has a digit of its own. */
const mostDecimals = 17
const mostDigits = 16

function strideOf(values: readonly number[], largest: number): number {
  const [first, second] = values
  if (first === undefined || second === undefined || second === first) return largest || 1
  return Math.abs(second - first)
}

function decimalsOf(stride: number): number {
  return Math.min(mostDecimals, Math.max(0, -exponentOf(stride)))
}

function scientific(value: number, stride: number): string {
  if (Math.abs(value) < stride / 1e6) return '0'
  const digits = Math.min(mostDigits, Math.max(0, exponentOf(value) - exponentOf(stride)))
  return value.toExponential(digits).replace('e+', 'e').replace('-', '−').replace('e−', 'e-')
}

/** The power of ten at or below a magnitude; the hair is for strides such as 0.1 + 0.2 − 0.2. */
function exponentOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)) + 1e-9)
}
