import type { ReactNode } from 'react'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']

/** Holds the place of runs that are on their way; the line above says so. Renders a `<div>`. */
export function PickerSkeleton(): ReactNode {
  return (
    <div className="runoff-picker-skeleton" aria-hidden="true">
      {rows.map((row) => (
        <div className="runoff-picker-row" key={row}>
          <span className="runoff-picker-bone" />
        </div>
      ))}
    </div>
  )
}
