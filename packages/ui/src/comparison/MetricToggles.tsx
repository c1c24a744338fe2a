import type { ReactNode } from 'react'
import { metricLook } from '../charts/metricLook.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface MetricTogglesProps {
  readonly metrics: readonly string[]
  readonly shown: readonly string[]
  readonly onShownChange: (shown: readonly string[]) => void
}

/** Chooses which metrics have a chart. Renders a `<fieldset>`, or nothing without a choice. */
export function MetricToggles({ metrics, shown, onShownChange }: MetricTogglesProps): ReactNode {
  const { comparison, format } = useMessages()
  if (metrics.length === 0) return null
  const toggle = (metric: string): void =>
    onShownChange(
      metrics.filter((candidate) => shown.includes(candidate) !== (candidate === metric)),
    )
  return (
    <fieldset className="runoff-comparison-metrics">
      <legend>{comparison.metrics}</legend>
      {metrics.map((metric) => (
        <label key={metric} className="runoff-comparison-metric" title={metric}>
          <input type="checkbox" checked={shown.includes(metric)} onChange={() => toggle(metric)} />
          <bdi>{metricLook(metric, format).title}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
