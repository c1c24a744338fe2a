import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { BenchData, MountChart } from '../chart.ts'

/** What a chart of rows is given. */
export interface RowChartProps {
  readonly data: BenchData
  readonly domain: readonly [number, number]
}

interface MountedChart<Props> {
  readonly show: (change: Partial<Props>) => void
  readonly remove: () => void
}

/** Puts a React component on the page, and shows it with other props at once when told to. */
export function mountReact<Props extends object>(
  Chart: (props: Props) => ReactNode,
  place: HTMLElement,
  first: Props,
): MountedChart<Props> {
  const root = createRoot(place)
  let props = first
  const show = (change: Partial<Props>): void => {
    props = { ...props, ...change }
    flushSync(() => root.render(<Chart {...props} />))
  }
  show({})
  return { show, remove: () => root.unmount() }
}

/** Makes a component that draws `BenchData` in an `<svg>` ready for the bench. */
export function mountRows(Chart: (props: RowChartProps) => ReactNode): MountChart {
  return (place, data) => {
    const whole = (own: BenchData): readonly [number, number] => [0, own.steps.length - 1]
    const chart = mountReact(Chart, place, { data, domain: whole(data) })
    return {
      zoom: (from, to) => chart.show({ domain: [from, to] }),
      grow: (grown) => chart.show({ data: grown, domain: whole(grown) }),
      surface: () => place.querySelector('svg'),
      remove: chart.remove,
    }
  }
}
