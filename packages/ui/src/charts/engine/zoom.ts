import { zoomedRange } from '../../geometry/viewport.ts'
import type { ChartState, ChartStore, ChartZoom, YDomain } from '../chartStore.ts'
import { followedTail, isBeforeTail } from '../followTail.ts'
import { rememberedZoom, zoomOf } from '../zoomHistory.ts'
import type { Scene } from './scene.ts'
import { xWithin, ysWithin } from './zoomLimits.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/** Values in the unit that is drawn, from the lower to the upper border. */
export interface DrawnValues {
  readonly low: number
  readonly high: number
}

/** Moves what the charts of a store show; nothing here waits for React. */
export interface Zoom {
  /** Shows a range of drawn x from now on; the gesture may go on. */
  readonly show: (range: Range | null) => void
  readonly by: (range: Range, about: number, factor: number) => void
  readonly pan: (range: Range, distance: number) => void
  /** Shows a range of values in this chart alone; `null` is what its lines take. */
  readonly showValues: (domain: YDomain | null) => void
  /** The same of values in the unit that is drawn, as far as there are any. */
  readonly showDrawn: (values: DrawnValues) => void
  readonly valuesBy: (values: DrawnValues, about: number, factor: number) => void
  /** Begins a gesture that may rest: it goes on until it is settled or taken back. */
  readonly hold: () => void
  /** Ends the gesture at once. */
  readonly settle: () => void
  /** Ends the gesture where it began. */
  readonly takeBack: () => void
  /** Ends the gesture, and goes elsewhere: back, forward, out. */
  readonly change: (to: (state: ChartState) => Partial<ChartState>) => void
  /** Moves on with points that came at the end, where that is asked for. */
  readonly follow: () => void
  /** Ends what is still going on: the other charts of the store stay. */
  readonly stop: () => void
}

/** How long a wheel or a key must rest for a gesture to have ended. */
const restMs = 160

export function createZoom(store: ChartStore, scene: () => Scene): Zoom {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Where the gesture began. */
  let start: ChartZoom | null = null
  let isHeld = false

  const end = (): void => {
    clearTimeout(timer)
    timer = undefined
    start = null
    isHeld = false
  }
  const settle = (): void => {
    const began = start
    end()
    const state = store.get()
    store.set({
      settledDomain: state.domain,
      ...(began === null ? {} : rememberedZoom(state, began)),
      // Who looks elsewhere does not want to be taken back to the newest points.
      isFollowing: state.isFollowing && !(began !== null && isBeforeTail(state, scene().model)),
    })
  }
  const begin = (): void => {
    start ??= zoomOf(store.get())
    clearTimeout(timer)
    timer = isHeld ? undefined : setTimeout(settle, restMs)
  }
  const show = (range: Range | null): void => {
    if (scene().model.full === null) return
    begin()
    store.set({ domain: range === null ? null : xWithin(range, scene().model) })
  }
  const showValues = (domain: YDomain | null): void => {
    begin()
    const { chartId } = scene()
    const yDomains = new Map(store.get().yDomains)
    if (domain === null && !yDomains.delete(chartId)) return
    if (domain !== null) yDomains.set(chartId, domain)
    store.set({ yDomains })
  }
  const showDrawn = (values: DrawnValues): void =>
    showValues(ysWithin(values, scene(), store.get()))

  return {
    show,
    by: (range, about, factor) => show(zoomedRange(range, about, factor)),
    pan: (range, distance) => show({ from: range.from + distance, to: range.to + distance }),
    showValues,
    showDrawn,
    valuesBy({ low, high }, about, factor) {
      const { from, to } = zoomedRange({ from: low, to: high }, about, factor)
      showDrawn({ low: from, high: to })
    },
    hold() {
      if (start !== null) settle()
      isHeld = true
      begin()
    },
    settle,
    takeBack() {
      const began = start
      end()
      if (began !== null) store.set({ ...began, settledDomain: began.domain })
    },
    change(to) {
      if (start !== null) settle()
      store.set(to(store.get()))
    },
    follow() {
      // Under a hand that moves it the picture stays.
      if (start !== null) return
      const moved = followedTail(store.get(), scene().model)
      if (moved === null) return
      store.set({ domain: moved })
      // While points keep coming it must settle now and then as well.
      timer ??= setTimeout(settle, restMs)
    },
    stop: () => {
      if (start !== null || timer !== undefined) settle()
    },
  }
}
