import { caseLabel, type BenchCase } from '../peers.ts'
import { resultKey, timeOf, type Measure, type Results } from './results.ts'

/** A goal, how far the case that is worst is from it, and whether that is enough. */
export interface Goal {
  readonly goal: string
  /** The worst case and its figure; `null` where it was not measured. */
  readonly worst: string | null
  readonly isMet: boolean | null
}

interface Figure {
  readonly value: number
  readonly where: string
}

/** The figures that a goal is about, and what they are held against. */
interface Rule {
  readonly goal: string
  readonly figures: readonly Figure[]
  readonly limit: number
  readonly isMost: boolean
  readonly unit: string
}

type CaseFilter = (own: BenchCase) => boolean

/** Where our chart must be three times as fast as uPlot. */
const isHard: CaseFilter = ({ runs, points }) => runs >= 100 || points >= 1_000_000
const isLong: CaseFilter = ({ points }) => points >= 100_000
/** Below this, what a chart holds is its axes and its code, and not its points. */
const isBig: CaseFilter = ({ runs, points }) => runs * points >= 500_000
const isAny: CaseFilter = () => true

/** Holds what was measured against the goals; nothing in it is typed by hand. */
export function goalsOf(results: Results): readonly Goal[] {
  const faster = (measure: Measure, peer: string, filter: CaseFilter): readonly Figure[] =>
    ratios(results, { measure, over: peer, under: 'runoff', filter })
  const slower = (measure: Measure, peer: string, filter: CaseFilter): readonly Figure[] =>
    ratios(results, { measure, over: 'runoff', under: peer, filter })
  const isEasy: CaseFilter = (own) => !isHard(own)
  const least = (goal: string, limit: number, figures: readonly Figure[]): Rule => ({
    goal,
    limit,
    figures,
    isMost: false,
    unit: '×',
  })
  const most = (goal: string, limit: number, figures: readonly Figure[], unit = '×'): Rule => ({
    goal,
    limit,
    figures,
    isMost: true,
    unit,
  })
  const rules: readonly Rule[] = [
    least('redraw: uPlot takes at least 3× as long, at 100 × 10 k and 5 × 1 M', 3, [
      ...faster('redraw', 'uplot', isHard),
    ]),
    least('append: uPlot takes at least 3× as long, at 100 × 10 k and 5 × 1 M', 3, [
      ...faster('append', 'uplot', isHard),
    ]),
    most('redraw and append: at most 1.2× of uPlot’s time elsewhere', 1.2, [
      ...slower('redraw', 'uplot', isEasy),
      ...slower('append', 'uplot', isEasy),
    ]),
    least('redraw and append: Recharts takes at least 50× as long, from 5 × 100 k', 50, [
      ...faster('redraw', 'recharts', isLong),
      ...faster('append', 'recharts', isLong),
    ]),
    least('redraw and append: visx LinePath takes at least 50× as long, from 5 × 100 k', 50, [
      ...faster('redraw', 'visx', isLong),
      ...faster('append', 'visx', isLong),
    ]),
    most('mount: at most uPlot’s time', 1, slower('mount', 'uplot', isAny)),
    most('hover: at most 2 ms', 2, ownTimes(results, 'hover'), ' ms'),
    most('redraw: at most 3× the floor', 3, slower('redraw', 'floor', isAny)),
    most('memory: at most 1.5× the raw columns, from half a million points', 1.5, held(results)),
    most('live: no task over 50 ms', 0, longTasks(results), ' tasks'),
  ]
  return rules.map(judge)
}

function judge({ goal, figures, limit, isMost, unit }: Rule): Goal {
  const [first, ...rest] = figures
  if (first === undefined) return { goal, worst: null, isMet: null }
  const worst = rest.reduce((bad, one) => (isMost === one.value > bad.value ? one : bad), first)
  const isMet = isMost ? worst.value <= limit : worst.value >= limit
  return { goal, worst: `${shown(worst.value)}${unit} (${worst.where})`, isMet }
}

function ratios(
  results: Results,
  {
    measure,
    over,
    under,
    filter,
  }: { measure: Measure; over: string; under: string; filter: CaseFilter },
): readonly Figure[] {
  return results.cases.filter(filter).flatMap((own) => {
    const above = timeOf(results, measure, own, over)
    const below = timeOf(results, measure, own, under)
    if (above === null || below === null) return []
    return [{ value: above / below, where: `${measure}, ${caseLabel(own)}` }]
  })
}

function ownTimes(results: Results, measure: Measure): readonly Figure[] {
  return results.cases.flatMap((own) => {
    const value = timeOf(results, measure, own, 'runoff')
    return value === null ? [] : [{ value, where: caseLabel(own) }]
  })
}

/** The raw columns and what the chart holds beside them. */
function held({ cases, measured }: Results): readonly Figure[] {
  return cases.filter(isBig).flatMap((own) => {
    const memory = measured.get(resultKey(own, 'runoff'))?.memory ?? null
    return memory === null ? [] : [{ value: 1 + memory, where: caseLabel(own) }]
  })
}

function longTasks({ longTasks }: Results): readonly Figure[] {
  const own = longTasks.get('runoff')
  return own === undefined ? [] : [{ value: own.count, where: `${own.appended} appends` }]
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)))
}
