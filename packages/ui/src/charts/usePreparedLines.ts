import { runInSlices } from '@runoff/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ChartLine } from './model/chartLine.ts'
import { prepareModel, type ChartModelOptions } from './model/chartModel.ts'
import { unreadPoints } from './model/pyramidOf.ts'

/** Lines, and how they are drawn. */
interface Drawing {
  readonly lines: readonly ChartLine[]
  readonly options: ChartModelOptions
}

export interface PreparedLines extends Drawing {
  /** How many lines are not ready yet, of how many. */
  readonly pending: { readonly left: number; readonly all: number }
}

/** So many numbers are computed at once, which takes a frame or two; more in idle moments. */
const mostAtOnce = 6_000_000

/**
 * Returns the lines that can be drawn without a pause. These are all of them, unless they have very
 * many points that were never read, or must all be computed anew: then it is what was drawn before
 * until idle moments have been enough for the new, or at first as many lines as are ready.
 */
export function usePreparedLines(
  lines: readonly ChartLine[],
  options: ChartModelOptions,
): PreparedLines {
  const [done, setDone] = useState<(Drawing & { readonly count: number }) | null>(null)
  const isLong = useMemo(() => numbersToCompute(lines, options) > mostAtOnce, [lines, options])
  const count = done?.lines === lines && done.options === options ? done.count : 0
  const isReady = !isLong || count === lines.length
  const complete = useRef<Drawing | null>(null)
  const first = useMemo(() => lines.slice(0, count), [lines, count])
  useSlices(isReady ? null : { lines, options }, (drawing, share) => {
    if (share === 1) complete.current = drawing
    setDone({ ...drawing, count: Math.round(share * drawing.lines.length) })
  })

  useEffect(() => {
    if (isReady) complete.current = { lines, options }
  })

  const pending = { left: isReady ? 0 : lines.length - count, all: lines.length }
  if (isReady) return { lines, options, pending }
  // oxlint-disable-next-line react/refs -- what was drawn before stays until the new is ready, which renders anew
  return { ...(complete.current ?? { lines: first, options }), pending }
}

/**
 * Prepares a drawing in idle moments. Lines that have grown meanwhile wait for their turn: were the
 * work begun anew with every point, a live chart would never come to its end.
 */
function useSlices(
  wanted: Drawing | null,
  onShare: (drawing: Drawing, share: number) => void,
): void {
  const job = useRef<{ readonly options: ChartModelOptions; readonly stop: () => void } | null>(
    null,
  )
  const latest = useRef(onShare)
  const { lines, options } = wanted ?? { lines: null, options: null }
  const [ended, setEnded] = useState(0)

  useEffect(() => {
    latest.current = onShare
  })

  useEffect(() => {
    if (lines === null || options === null) return
    if (job.current?.options === options) return
    job.current?.stop()
    const drawing = { lines, options }
    const end = (): void => {
      job.current = null
      setEnded((times) => times + 1)
    }
    const stop = runInSlices(() => prepareModel(lines, options), {
      onProgress: (share) => latest.current(drawing, Math.min(0.99, share)),
      onDone: () => {
        latest.current(drawing, 1)
        end()
      },
      // What cannot be made ready fails again in the render, where the host can catch it.
      onError: () => {
        latest.current(drawing, 1)
        end()
      },
    })
    job.current = { options, stop }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what has grown meanwhile has its turn when the work before it ends
  }, [lines, options, ended])

  useEffect(
    () => () => {
      job.current?.stop()
      job.current = null
    },
    [],
  )
}

/** What was computed before is in memory: of it only what is smoothed or bent anew counts again. */
function numbersToCompute(lines: readonly ChartLine[], options: ChartModelOptions): number {
  const { smoothing, yScale, xScale, xAxis, grouping } = options
  const isBent = yScale !== 'linear' || (xScale ?? 'linear') !== 'linear' || xAxis !== 'step'
  const passes =
    (isBent ? 0.5 : 0) + (smoothing === undefined ? 0 : smoothingPasses[smoothing.kind])
  const inGroups = grouping == null ? 0 : numbersInGroups(lines)
  return lines.reduce((sum, { series }) => {
    const unread = unreadPoints(series)
    const isGrown = unread > 0 && unread < series.steps.length
    return sum + unread + passes * (isGrown ? unread : series.steps.length)
  }, inGroups)
}

/** What it takes to find a value and put it together with others, beside one that is read. */
const passesInGroup = 8

/** At every step that any of them has, each run of a group has a value. */
function numbersInGroups(lines: readonly ChartLine[]): number {
  const longest = lines.reduce((most, { series }) => Math.max(most, series.steps.length), 0)
  return lines.length * longest * passesInGroup
}

/** What a kind of smoothing costs beside one pass of reading. */
const smoothingPasses = {
  none: 0,
  ema: 0.5,
  timeWeightedEma: 1,
  runningAverage: 0.5,
  gaussian: 2,
} as const
