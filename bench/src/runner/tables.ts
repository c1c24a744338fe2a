import { caseLabel, type Peer } from '../peers.ts'
import { goalsOf } from './goals.ts'
import { resultKey, timeOf, type Measure, type Results } from './results.ts'

type Row = readonly string[]

const dash = '–'
const measures: readonly Measure[] = ['mount', 'redraw', 'append', 'hover']
const titles: Readonly<Record<Measure, string>> = {
  mount: 'Mount',
  redraw: 'Redraw',
  append: 'Append',
  hover: 'Hover',
}
/** For the floor nothing else means anything. */
const floorMeasures: readonly Measure[] = ['redraw', 'append']

/** The goals and the tables as Markdown, each under its heading. */
export function reportOf(results: Results): string {
  return [
    section('Goals', goalsTable(results)),
    ...measures.map((measure) => section(`${titles[measure]}, ms`, timesTable(results, measure))),
    section('Memory', memoryTable(results)),
    section('Live, and what is loaded', chartsTable(results)),
    waiting(results),
  ].join('\n\n')
}

function section(title: string, rows: readonly Row[]): string {
  return `### ${title}\n\n${table(rows)}`
}

function goalsTable(results: Results): readonly Row[] {
  const goals = goalsOf(results)
  const words = new Map([
    [true, 'yes'],
    [false, 'no'],
    [null, 'not measured'],
  ])
  return [
    ['goal', 'worst case', 'met'],
    ...goals.map(({ goal, worst, isMet }) => [goal, worst ?? dash, words.get(isMet) ?? dash]),
  ]
}

function timesTable(results: Results, measure: Measure): readonly Row[] {
  const peers = results.peers.filter(
    ({ isFloor }) => isFloor !== true || floorMeasures.includes(measure),
  )
  return byCase(results, peers, (own, { name }) => {
    const time = timeOf(results, measure, own, name)
    return time === null ? dash : withRatio(time, timeOf(results, measure, own, 'runoff'), name)
  })
}

function memoryTable(results: Results): readonly Row[] {
  const peers = results.peers.filter(({ isFloor }) => isFloor !== true)
  return byCase(results, peers, (own, { name }) => {
    const memory = results.measured.get(resultKey(own, name))?.memory ?? null
    return memory === null ? dash : `${rounded(memory, 2)}×`
  })
}

function byCase(
  { cases }: Results,
  peers: readonly Peer[],
  cell: (own: Results['cases'][number], peer: Peer) => string,
): readonly Row[] {
  return [
    ['runs × points', ...peers.map(({ label }) => label)],
    ...cases.map((own) => [caseLabel(own), ...peers.map((peer) => cell(own, peer))]),
  ]
}

function chartsTable({ peers, longTasks, bundles }: Results): readonly Row[] {
  const rows = peers
    .filter(({ isFloor }) => isFloor !== true)
    .map(({ name, label }) => {
      const live = longTasks.get(name)
      const size = bundles.get(name)
      return [
        label,
        live === undefined ? dash : String(live.count),
        live === undefined || live.count === 0 ? dash : `${rounded(live.longestMs, 3)} ms`,
        live === undefined ? dash : String(live.appended),
        size === undefined ? dash : kilobytes(size.script),
        size === undefined || size.style === 0 ? dash : kilobytes(size.style),
      ]
    })
  return [
    ['chart', 'tasks over 50 ms', 'the longest', 'appends of 100', 'script', 'styles'],
    ...rows,
  ]
}

/** What a reader takes off a time, to have the work alone. */
function waiting({ measured }: Results): string {
  const frames = Array.from(measured.values(), ({ emptyFrame }) => emptyFrame)
  const sorted = frames.toSorted((a, b) => a - b)
  const middle = sorted[sorted.length >> 1]
  if (middle === undefined) return ''
  return `A frame in which nothing was asked for took ${rounded(middle, 2)} ms: each time above holds that much of waiting.`
}

function withRatio(time: number, own: number | null, name: string): string {
  const text = rounded(time, 3)
  return own === null || name === 'runoff' ? text : `${text} (${rounded(time / own, 2)}×)`
}

function kilobytes(bytes: number): string {
  return `${rounded(bytes / 1000, 3)} kB`
}

/** So many digits, without an exponent. */
function rounded(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)))
}

/** Cells as wide as their column, which is how the formatter leaves them. */
function table(rows: readonly Row[]): string {
  const [head = [], ...body] = rows
  const widths = head.map((_, i) => Math.max(3, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: Row): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
