import { useId, type ReactNode } from 'react'

export interface ToolbarSelectProps<Value extends string> {
  readonly label: string
  readonly options: readonly (readonly [Value, string])[]
  readonly value: Value
  readonly onValueChange: (value: Value) => void
}

/** One of a few values, by name. Renders a `<div>` with a `<label>` and a `<select>`. */
export function ToolbarSelect<Value extends string>(props: ToolbarSelectProps<Value>): ReactNode {
  const { label, options, value, onValueChange } = props
  const id = useId()
  return (
    <div className="runoff-toolbar-field">
      <label className="runoff-toolbar-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="runoff-toolbar-select"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([option]) => option === target.value)
          if (chosen !== undefined) onValueChange(chosen[0])
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
