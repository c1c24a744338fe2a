import { useId, type ReactNode } from 'react'

export interface ParamSelectProps {
  readonly label: string
  /** Value and text of each. */
  readonly options: readonly (readonly [string, string])[]
  readonly value: string
  readonly onValueChange: (value: string) => void
}

/** One of some names. Renders a `<label>` around a `<select>`. */
export function ParamSelect(props: ParamSelectProps): ReactNode {
  const { label, options, value, onValueChange } = props
  const id = useId()
  return (
    <span className="runoff-param-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onValueChange(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  )
}
