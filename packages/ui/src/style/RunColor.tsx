import type { ReactNode } from 'react'
import type { RunStyle } from './runStyle.ts'

export interface RunColorProps {
  readonly style: RunStyle
}

/** A dot in the colour that a run has in the charts. Renders a `<span>`. */
export function RunColor({ style }: RunColorProps): ReactNode {
  // An attribute and not a style: markup made on a server must pass a strict content policy.
  return (
    <span
      className="runoff-run-color"
      data-color={style.colorVariable.slice('--runoff-color-'.length)}
      aria-hidden="true"
    />
  )
}
