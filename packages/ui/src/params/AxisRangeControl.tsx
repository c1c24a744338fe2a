import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { withRange, shareRanges, type AxisRange } from './axisRanges.ts'
import { sliderScale } from './geometry/sliderScale.ts'
import { valueAt } from './geometry/axisScale.ts'
import type { ParamMessages } from './messages.ts'
import { distinctCount } from './paramColumn.ts'
import { axisText, type ParallelAxis } from './parallelModel.ts'

export interface AxisRangeControlProps {
  readonly axis: ParallelAxis
  readonly ranges: readonly AxisRange[]
  readonly onRangesChange: (ranges: readonly AxisRange[]) => void
  readonly messages: ParamMessages
}

/** Two sliders, for the low and the high end of what an axis lets through. Renders a `<span>`. */
export function AxisRangeControl(props: AxisRangeControlProps): ReactNode {
  const { axis, ranges, onRangesChange, messages } = props
  const formatters = useFormatters()
  const slider = sliderScale(axis.axis, axis.column.categories.length)
  const [range = null] = shareRanges([axis], ranges)
  const low = range === null ? 0 : slider.positionOf(range[0])
  const high = range === null ? slider.last : slider.positionOf(range[1])
  const text = (position: number): string =>
    axisText(axis, valueAt(axis.axis, slider.shareOf(position)), formatters) ?? ''
  const set = (from: number, to: number): void => {
    const isAll = from === 0 && to === slider.last
    const part = isAll ? null : ([slider.shareOf(from), slider.shareOf(to)] as const)
    onRangesChange(withRange(ranges, axis, part))
  }
  if (distinctCount(axis.column) < 2) {
    const only = axis.column.values.find((value) => !Number.isNaN(value)) ?? NaN
    const text = axisText(axis, only, formatters)
    return <span className="runoff-param-sliders">{text ?? messages.noValue}</span>
  }
  return (
    <span className="runoff-param-sliders">
      <input
        type="range"
        min={0}
        max={slider.last}
        value={low}
        aria-label={messages.parallel.axisLow(axis.label)}
        aria-valuetext={text(low)}
        onChange={({ target }) => set(Math.min(target.valueAsNumber, high), high)}
      />
      <input
        type="range"
        min={0}
        max={slider.last}
        value={high}
        aria-label={messages.parallel.axisHigh(axis.label)}
        aria-valuetext={text(high)}
        onChange={({ target }) => set(low, Math.max(target.valueAsNumber, low))}
      />
      <output>
        {text(low)} – {text(high)}
      </output>
    </span>
  )
}
