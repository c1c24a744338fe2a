import type { ReactNode } from 'react'

export interface PickerToggleProps {
  readonly label: string
  readonly checked: boolean
  readonly onCheckedChange: (checked: boolean) => void
}

/** A setting of the list that is on or off. Renders a `<label>` around a checkbox. */
export function PickerToggle({ label, checked, onCheckedChange }: PickerToggleProps): ReactNode {
  return (
    <label className="runoff-picker-toggle">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onCheckedChange(target.checked)}
      />
      {label}
    </label>
  )
}
