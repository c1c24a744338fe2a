import { firstAtLeast, type CurveMark, type MetricSeries } from '@runoff/core'
import { visibleText } from '../../format/visibleText.ts'
import type { ChartWords } from '../chartWords.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import { placeWords } from '../model/summaryOf.ts'

/** What marks need to know of a line. */
export type MarkedLine = Pick<
  PlacedLine,
  'key' | 'runId' | 'name' | 'phase' | 'style' | 'series' | 'logged' | 'members' | 'isLive'
> & {
  readonly placed: {
    readonly columns: Pick<MetricSeries, 'steps'>
    readonly sources: Uint32Array | null
  }
}

/** By run id. */
export type MarksByRun = ReadonlyMap<string, readonly CurveMark[]>

/** A mark of the core, or the current end of a live run. */
export type MarkKind = CurveMark['kind'] | 'end'

/** A mark where it lies on the axes of its chart. */
export interface PlacedMark {
  readonly key: string
  readonly runId: string
  /** The name of its line, with the phase where the chart shows phases. */
  readonly name: string
  readonly kind: MarkKind
  /** In the unit that is drawn. */
  readonly x: number
  /** In the unit that is drawn; `null` for what stands at an x alone, from the upper edge down. */
  readonly y: number | null
  /** What happened, without the name of the line: `diverged at step 812`. */
  readonly label: string
  readonly colorVariable: string
}

export interface PlacedMarks {
  /** The most important first: best, ends, divergences, restarts, then spikes by size. */
  readonly marks: readonly PlacedMark[]
  /** How many had a place and are left out, because there are too many to be told apart. */
  readonly leftOut: number
}

export interface PlaceMarksOptions extends ChartWords {
  /** From a logged value to the unit that is drawn. */
  readonly toDrawn: (value: number) => number
  readonly hiddenRunIds?: ReadonlySet<string>
  /** @default 60 */
  readonly most?: number
}

interface Ranked {
  readonly mark: PlacedMark
  readonly rank: number
  readonly size: number
}

/**
 * Returns the marks of the lines that are shown, laid along the axes, and the ends of live runs.
 *
 * A mark belongs to the first line of its run that has the value at the step, and takes its x from
 * there: on every axis it stands above its point. Its y is that of the logged value, also where the
 * line is smoothed: that is what happened, and the line may pass below it. Shape: marks by run id.
 * Missing: marks of runs without a line, of hidden ones and of lines that stand for several runs,
 * marks whose point is not on the axes, and marks that the series has outgrown, are not there.
 */
export function placeMarks(
  lines: readonly MarkedLine[],
  marksByRun: MarksByRun,
  options: PlaceMarksOptions,
): PlacedMarks {
  const { hiddenRunIds, most = 60 } = options
  const shown = lines.filter(
    ({ runId, members }) => members === null && hiddenRunIds?.has(runId) !== true,
  )
  const taken = new Set<CurveMark>()
  const placed = shown.flatMap((line) => {
    const free = (marksByRun.get(line.runId) ?? []).filter((mark) => !taken.has(mark))
    const own = free.filter((mark) => isOfLine(mark, line))
    for (const mark of own) taken.add(mark)
    return [...marksOnLine(line, own, options), ...endOf(line, options)]
  })
  const ranked = placed.toSorted((a, b) => a.rank - b.rank || b.size - a.size)
  return {
    marks: ranked.slice(0, most).map(({ mark }) => mark),
    leftOut: Math.max(0, ranked.length - most),
  }
}

const ranks: Readonly<Record<MarkKind, number>> = {
  best: 0,
  end: 1,
  divergence: 2,
  restart: 3,
  spike: 4,
}

function isOfLine(mark: CurveMark, line: MarkedLine): boolean {
  const value = valueAtStep(loggedOf(line), mark.step)
  return mark.value === null ? value !== null && !Number.isFinite(value) : value === mark.value
}

function marksOnLine(
  line: MarkedLine,
  marks: readonly CurveMark[],
  options: PlaceMarksOptions,
): readonly Ranked[] {
  const { toDrawn, messages } = options
  const xs = xsOfSteps(
    line,
    marks.map(({ step }) => step),
  )
  return marks.flatMap((mark) => {
    const x = xs.get(mark.step)
    const y = mark.kind === 'best' || mark.kind === 'spike' ? toDrawn(mark.value) : null
    if (x === undefined || (y !== null && !Number.isFinite(y))) return []
    const label = labelOf(mark, line, options)
    return [rankedMark(line, { kind: mark.kind, step: mark.step, x, y, label }, messages, mark)]
  })
}

/** The end of a line that is still growing, where its last point is a number. */
function endOf(line: MarkedLine, options: PlaceMarksOptions): readonly Ranked[] {
  const { toDrawn, messages, formatters } = options
  const { columns, sources } = line.placed
  const last = columns.steps.length - 1
  const x = columns.steps[last]
  if (!line.isLive || x === undefined) return []
  const step = line.series.steps[sources?.[last] ?? last] ?? NaN
  const value = valueAtStep(loggedOf(line), step) ?? NaN
  const y = toDrawn(value)
  if (!Number.isFinite(y)) return []
  const label = messages.marks.end(formatters.metric(value), wordsOfStep(line, step, options))
  return [rankedMark(line, { kind: 'end', step, x, y, label }, messages)]
}

function rankedMark(
  { key, runId, name, phase, style }: MarkedLine,
  { step, ...mark }: Pick<PlacedMark, 'kind' | 'x' | 'y' | 'label'> & { readonly step: number },
  { suffix }: ChartWords['messages'],
  source?: CurveMark,
): Ranked {
  return {
    mark: {
      ...mark,
      key: `${mark.kind} ${step} ${key}`,
      runId,
      name: phase === null ? name : `${name} ${suffix[phase]}`,
      colorVariable: style.colorVariable,
    },
    rank: ranks[mark.kind],
    size: source?.kind === 'spike' ? source.deviation : 0,
  }
}

function labelOf(mark: CurveMark, line: MarkedLine, chartWords: ChartWords): string {
  const { messages, formatters } = chartWords
  const words = messages.marks
  const place = wordsOfStep(line, mark.step, chartWords)
  switch (mark.kind) {
    case 'best':
      return words.best(
        formatters.metric(mark.value),
        place,
        mark.checkpointPath === null ? null : visibleText(mark.checkpointPath),
      )
    case 'spike':
      return words.spike(formatters.metric(mark.value), place)
    case 'divergence':
      return words.divergence(place, mark.isOngoing)
    default:
      return words.restart(place)
  }
}

/** A step is named as what it is, whatever the axis counts. */
function wordsOfStep(line: MarkedLine, step: number, words: ChartWords): string {
  return placeWords(loggedOf(line).stepUnit ?? 'step', step, words)
}

function loggedOf({ logged, series }: MarkedLine): MetricSeries {
  return logged[0] ?? series
}

function valueAtStep({ steps, values }: MetricSeries, step: number): number | null {
  const place = firstAtLeast(steps, step)
  return steps[place] === step ? (values[place] ?? NaN) : null
}

/** The drawn x of some steps; a step that the axis has no place for has none. */
function xsOfSteps(line: MarkedLine, steps: readonly number[]): ReadonlyMap<number, number> {
  const { columns, sources } = line.placed
  const wanted = new Map<number, number>()
  for (const step of steps) {
    const place = firstAtLeast(line.series.steps, step)
    if (line.series.steps[place] === step) wanted.set(place, step)
  }
  const xs = new Map<number, number>()
  const set = (step: number, at: number): void => {
    const x = columns.steps[at]
    if (x !== undefined) xs.set(step, x)
  }
  if (sources === null) for (const [place, step] of wanted) set(step, place)
  else if (wanted.size > 0) {
    // One pass for all of them: where points were put in order, nothing tells where one went.
    for (let at = 0; at < sources.length; at++) {
      const step = wanted.get(sources[at] as number)
      if (step !== undefined) set(step, at)
    }
  }
  return xs
}
