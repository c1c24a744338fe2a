import { useId, useState, type ReactNode } from 'react'
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
  const { min, max, step } = bounds
  const isStillTyped = typed !== null && typed.of === value
  return (
    <input
      id={id}
      type="number"
      className="runoff-toolbar-input"
      min={min}
      max={max}
      step={step}
      value={isStillTyped ? typed.text : String(value)}
      onChange={({ target }) => {
        const next = target.valueAsNumber
        const isUsable = next >= min && next <= max && (step < 1 || Number.isInteger(next))
        setTyped({ text: target.value, of: isUsable ? next : value })
        if (isUsable) onValueChange(next)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
