import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * What reads the plain formats itself writes English numbers in every language. Who may:
 * `format/`, which is made of them; tests and their data, which compare with them.
 */
const isFree = (path: string): boolean =>
  path.startsWith('format/') || path.includes('/testdata/') || /\.test\.tsx?$/.test(path)

/** Other files that may, each with why: a file for programs, such as CSV, has no language. */
const free: ReadonlyMap<string, string> = new Map()

const fromPlain =
  /\b(?:import|export)\s+(\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']*\/format(?:Number|Time)\.ts'/g

/** Returns what a file takes from the plain formats, besides the sign for no value. */
function plainFormats(source: string): readonly string[] {
  return [...source.matchAll(fromPlain)]
    .flatMap(([, names = '']) => names.replaceAll(/[{}\n]/g, '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'noValue')
}

describe('the plain formats of numbers and times', () => {
  it('are used by nothing that shows them to people', () => {
    const root = new URL('..', import.meta.url)
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.tsx?$/.test(path) && !isFree(path) && !free.has(path))
    expect(paths).toContain('charts/ChartNotes.tsx')
    const found = paths.flatMap((path) =>
      plainFormats(readFileSync(new URL(path, root), 'utf8')).map((name) => `${path}: ${name}`),
    )
    expect(found, 'take `useFormatters()`, or `Formatters` as a parameter').toEqual([])
  })

  it.each([
    [`import { formatMetric } from '../format/formatNumber.ts'`, ['formatMetric']],
    [`import { formatCount, noValue } from '../../format/formatNumber.ts'`, ['formatCount']],
    [
      `import {\n  formatDateTime,\n  formatDuration as duration,\n} from '../format/formatTime.ts'`,
      ['formatDateTime', 'formatDuration as duration'],
    ],
    [`import * as plain from '../format/formatNumber.ts'`, ['* as plain']],
    [`export { formatFull } from './format/formatNumber.ts'`, ['formatFull']],
  ])('are found in %j', (source, names) => {
    expect(plainFormats(source)).toEqual(names)
  })

  it.each([
    `import { noValue } from '../format/formatNumber.ts'`,
    `import { useFormatters } from '../format/useFormatters.ts'`,
    `import { formatTicks } from './formatTicks.ts'`,
  ])('are not seen in %j', (source) => {
    expect(plainFormats(source)).toEqual([])
  })
})
