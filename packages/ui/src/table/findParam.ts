import { compareText, readNumber, type ParamValue } from '@runoff/core'

/**
 * Returns the finite number of the first of some parameters that a run has, `null` where it has
 * none of them.
 *
 * A name is met however it is spelled (`learning_rate`, `learningRate`, `learning-rate`) and
 * however deep it was nested (`training.learning_rate`); of several, the least deep counts. Text
 * that spells a number is one.
 */
export function findParam(
  params: ReadonlyMap<string, ParamValue>,
  names: readonly string[],
): number | null {
  const candidates = Array.from(params, ([name, value]) => ({
    ...nameOf(name),
    value: finite(value),
  }))
  for (const name of names) {
    const found = candidates
      .filter(({ last, value }) => last === plain(name) && value !== null)
      .toSorted((a, b) => a.depth - b.depth || compareText(a.name, b.name))[0]
    if (found !== undefined) return found.value
  }
  return null
}

function nameOf(name: string): { name: string; last: string; depth: number } {
  const parts = name.split(/[./]/)
  return { name, last: plain(parts.at(-1) ?? ''), depth: parts.length }
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '').replaceAll('-', '').replaceAll(' ', '')
}

function finite(value: ParamValue): number | null {
  const number = readNumber(value)
  return number !== null && Number.isFinite(number) ? number : null
}
