import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { BenchData, MountChart } from '../chart.ts'

export interface ReactChartProps {
  readonly data: BenchData
  readonly domain: readonly [number, number]
}

/** Makes a chart that is a React component ready for the bench. */
export function mountReact(Chart: (props: ReactChartProps) => ReactNode): MountChart {
  return (place, data) => {
    const root = createRoot(place)
    const set: { current: (props: ReactChartProps) => void } = { current: () => undefined }
    let props: ReactChartProps = { data, domain: [0, data.steps.length - 1] }
    function Host(): ReactNode {
      const [shown, setShown] = useState(props)
      set.current = setShown
      return <Chart {...shown} />
    }
    flushSync(() => root.render(<Host />))
    const show = (change: Partial<ReactChartProps>): void => {
      props = { ...props, ...change }
      flushSync(() => set.current(props))
    }
    return {
      zoom: (from, to) => show({ domain: [from, to] }),
      grow: (grown) => show({ data: grown, domain: [0, grown.steps.length - 1] }),
      remove: () => root.unmount(),
    }
  }
}
