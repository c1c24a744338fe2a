import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { parseNumber } from '../../format/parseNumber.ts'
import { useFormatters } from '../../format/useFormatters.ts'
import type { SmoothingParameter } from './smoothingParameter.ts'

export interface ParameterFieldProps {
  readonly label: string
  readonly parameter: SmoothingParameter
  /** Called for every move of the slider, also in the middle of a drag. */
  readonly onValueChange: (value: number) => void
}

/** A number by slider and by keyboard. Renders a `<div>` with two inputs of one name. */
export function ParameterField(props: ParameterFieldProps): ReactNode {
  const { label, parameter, onValueChange } = props
  const { value, min, max, sliderMax, step } = parameter
  const id = useId()
  return (
    <div className="runoff-toolbar-field">
      <label className="runoff-toolbar-label" htmlFor={id}>
        {label}
      </label>
      <div className="runoff-toolbar-number">
        <input
          type="range"
          aria-label={label}
          className="runoff-toolbar-slider"
          min={min}
          max={sliderMax}
          step={step}
          value={Math.min(value, sliderMax)}
          onChange={({ target }) => onValueChange(target.valueAsNumber)}
        />
        <TypedNumber
          id={id}
          value={value}
          bounds={{ min, max, step }}
          onValueChange={onValueChange}
        />
      </div>
    </div>
  )
}

interface TypedNumberProps {
  readonly id: string
  readonly value: number
  readonly bounds: { readonly min: number; readonly max: number; readonly step: number }
  readonly onValueChange: (value: number) => void
}

/** Half a number, such as `0.`, stays as it is typed; what was set last counts until it is whole. */
function TypedNumber({ id, value, bounds, onValueChange }: TypedNumberProps): ReactNode {
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: number } | null>(null)
  const { full } = useFormatters()
  const { min, max, step } = bounds
  const isStillTyped = typed !== null && typed.of === value
  const type = (text: string): void => {
    const next = parseNumber(text)
    const isUsable = next >= min && next <= max && (step < 1 || Number.isInteger(next))
    setTyped({ text, of: isUsable ? next : value })
    if (isUsable) onValueChange(next)
  }
  const stepBy = (event: KeyboardEvent, steps: 1 | -1): void => {
    event.preventDefault()
    setTyped(null)
    // Sums of decimals are a hair beside what they read.
    const next = Number((value + steps * step).toPrecision(12))
    onValueChange(Math.max(min, Math.min(max, next)))
  }
  return (
    // A number input takes the decimal mark of the browser's language alone, and shows that.
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      role="spinbutton"
      className="runoff-toolbar-input"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={full(value)}
      value={isStillTyped ? typed.text : full(value)}
      onChange={({ target }) => type(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') stepBy(event, 1)
        if (event.key === 'ArrowDown') stepBy(event, -1)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
