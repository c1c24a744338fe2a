import { zoomedRange } from '../../geometry/viewport.ts'
import type { ChartStore, ShownDomain } from '../chartStore.ts'
import type { ChartModel } from '../model/chartModel.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** Moves what the charts of a store show; nothing here waits for React. */
export interface Zoom {
  /** Shows a range from now on; the gesture may go on. */
  readonly show: (range: Range | null) => void
  readonly by: (range: Range, about: number, factor: number) => void
  readonly pan: (range: Range, distance: number) => void
  /** Ends the gesture at once. */
  readonly settle: () => void
  /** Ends what is still going on: the other charts of the store stay. */
  readonly stop: () => void
}

/** How long a wheel or a key must rest for a gesture to have ended. */
const restMs = 160

export function createZoom(store: ChartStore, model: () => ChartModel): Zoom {
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    clearTimeout(timer)
    timer = undefined
    store.set({ settledDomain: store.get().domain })
  }
  const show = (range: Range | null): void => {
    const { full, axis } = model()
    if (full === null) return
    const domain: ShownDomain | null = range === null ? null : within(range, full, axis)
    store.set({ domain })
    clearTimeout(timer)
    timer = setTimeout(settle, restMs)
  }
  return {
    show,
    by: (range, about, factor) => show(zoomedRange(range, about, factor)),
    pan: (range, distance) => show({ from: range.from + distance, to: range.to + distance }),
    settle,
    stop: () => {
      if (timer !== undefined) settle()
    },
  }
}

/** What lies beyond the data is not shown; a range as long as all of it is all of it. */
function within(range: Range, full: Range, axis: ChartModel['axis']): ShownDomain | null {
  const length = range.to - range.from
  if (length >= full.to - full.from) return null
  const from = Math.min(Math.max(range.from, full.from), full.to - length)
  return { axis, from, to: from + length }
}
