import {
  plainAxes,
  type ChartToolbarSettings,
  type ToolbarAxis,
  xScales,
  yRanges,
  yScales,
} from '@runoff/core'
import { clsx } from 'clsx'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { visibleText } from '../../format/visibleText.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import type { ChartMessages } from '../messages.ts'
import { GroupFields } from './GroupFields.tsx'
import { SmoothingFields } from './SmoothingFields.tsx'
import { type GroupingChoice } from './toolbarSettings.ts'
import { ToolbarSelect } from './ToolbarSelect.tsx'

/** A metric that may lie along x. */
export interface XMetric {
  readonly metric: string
  /** What the person reads: 'Tokens'. */
  readonly title: string
}

export interface ChartToolbarProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly settings: ChartToolbarSettings
  /** Called with the whole settings, for every move of a slider as well. */
  readonly onSettingsChange: (settings: ChartToolbarSettings) => void
  /** Metrics that grow, such as the tokens seen. @default none */
  readonly xMetrics?: readonly XMetric[] | undefined
  /** Ways to draw runs together. @default none */
  readonly groupings?: readonly GroupingChoice[] | undefined
}

const noMetrics: readonly XMetric[] = []
const noGroupings: readonly GroupingChoice[] = []

/** One set of controls for how all charts are drawn. Renders a `<div>`, a named group. */
export function ChartToolbar(props: ChartToolbarProps): ReactNode {
  const { settings, onSettingsChange, className, ...others } = props
  const { xMetrics = noMetrics, groupings = noGroupings, ...attributes } = others
  const { charts } = useMessages()
  const { toolbar } = charts
  const change = (part: Partial<ChartToolbarSettings>): void =>
    onSettingsChange({ ...settings, ...part })
  return (
    <div
      role="group"
      aria-label={toolbar.label}
      {...attributes}
      className={clsx('runoff runoff-toolbar', className)}
    >
      <ToolbarSelect
        label={toolbar.xAxis}
        options={axisOptions(settings.xAxis, xMetrics, charts)}
        value={keyOf(settings.xAxis)}
        onValueChange={(key) => change({ xAxis: axisOf(key) })}
      />
      <ToolbarSelect
        label={toolbar.xScale}
        options={xScales.map((scale) => [scale, toolbar.scales[scale]])}
        value={settings.xScale}
        onValueChange={(xScale) => change({ xScale })}
      />
      <ToolbarSelect
        label={toolbar.yScale}
        options={yScales.map((scale) => [scale, toolbar.scales[scale]])}
        value={settings.yScale}
        onValueChange={(yScale) => change({ yScale })}
      />
      <ToolbarSelect
        label={toolbar.yRange}
        options={yRanges.map((range) => [range, toolbar.ranges[range]])}
        value={settings.yRange}
        onValueChange={(yRange) => change({ yRange })}
      />
      <SmoothingFields
        smoothing={settings.smoothing}
        onSmoothingChange={(smoothing) => change({ smoothing })}
      />
      <GroupFields settings={settings} groupings={groupings} onChange={change} />
    </div>
  )
}

const metricPrefix = 'metric:'

/** A metric that a link names and nobody offers is offered all the same: it is what is set. */
function axisOptions(
  chosen: ToolbarAxis,
  xMetrics: readonly XMetric[],
  { axes }: Pick<ChartMessages, 'axes'>,
): readonly (readonly [string, string])[] {
  const isMissing =
    typeof chosen === 'object' && !xMetrics.some(({ metric }) => metric === chosen.metric)
  const metrics = isMissing
    ? [...xMetrics, { metric: chosen.metric, title: visibleText(chosen.metric) }]
    : xMetrics
  return [
    ...plainAxes.map((axis) => [axis, axes[axis]] as const),
    ...metrics.map(({ metric, title }) => [metricPrefix + metric, title] as const),
  ]
}

function keyOf(axis: ToolbarAxis): string {
  return typeof axis === 'string' ? axis : metricPrefix + axis.metric
}

function axisOf(key: string): ToolbarAxis {
  return plainAxes.find((axis) => axis === key) ?? { metric: key.slice(metricPrefix.length) }
}
