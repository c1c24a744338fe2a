import { useMemo, useSyncExternalStore } from 'react'
import type { LineSource } from './lineSource.ts'
import type { ChartLine } from './model/chartLine.ts'

const restMs = 250

/**
 * Returns the lines of a source. Points that come past React are rendered now and then, the lines of
 * a run that is new or gone at once: the picture itself does not wait for it.
 */
export function useLiveLines(source: LineSource): readonly ChartLine[] {
  const { subscribe, get } = useMemo(() => renderedLines(source), [source])
  return useSyncExternalStore(subscribe, get, get)
}

/** The lines as they were rendered last, and how to hear that they are to be rendered again. */
function renderedLines(source: LineSource): {
  readonly subscribe: (render: () => void) => () => void
  readonly get: () => readonly ChartLine[]
} {
  let lines = source.get()
  return {
    get: () => lines,
    subscribe(render) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const show = (): void => {
        clearTimeout(timer)
        timer = undefined
        lines = source.get()
        render()
      }
      const stop = source.subscribe?.(() => {
        if (!isSameRuns(source.get(), lines)) show()
        else timer ??= setTimeout(show, restMs)
      })
      // Points may have come between the render and now.
      if (source.get() !== lines) show()
      return () => {
        clearTimeout(timer)
        stop?.()
      }
    },
  }
}

function isSameRuns(a: readonly ChartLine[], b: readonly ChartLine[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key)
}
