import type { ReactNode } from 'react'

export interface StarIconProps {
  readonly className: string
}

/** The star of the recommended run. Renders an `<svg>` that is not spoken. */
export function StarIcon({ className }: StarIconProps): ReactNode {
  return (
    <svg className={className} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M6 .8l1.6 3.3 3.6.5-2.6 2.5.6 3.6L6 9l-3.2 1.7.6-3.6L.8 4.6l3.6-.5z" />
    </svg>
  )
}
