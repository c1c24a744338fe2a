import { visibleText } from '../format/visibleText.ts'

const longestName = 60

/**
 * Returns the name of a file in letters, digits and hyphens, which every system can hold: what it
 * is of, which part of it, and when it was made in UTC: `char-lm-summary-2026-11-21-083205.csv`.
 *
 * Units: Unix time in milliseconds.
 */
export function keepFileName(title: string, { part, madeAtMs, ending }: KeepFileNameParts): string {
  const words = visibleText(title)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
  // Cut by characters: half of one is no name.
  const name = Array.from(words).slice(0, longestName).join('')
  const [date = '', clock = ''] = new Date(madeAtMs).toISOString().slice(0, 19).split('T')
  const time = `${date}-${clock.replaceAll(':', '')}`
  return `${[name, part, time].filter((piece) => piece !== '').join('-')}.${ending}`
}

export interface KeepFileNameParts {
  readonly part: string
  readonly madeAtMs: number
  readonly ending: 'csv' | 'json' | 'md' | 'tex' | 'html'
}
