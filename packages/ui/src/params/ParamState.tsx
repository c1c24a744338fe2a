import type { ReactNode } from 'react'

export interface ParamStateProps {
  /** As high as what comes or would be there, in CSS pixels. */
  readonly height: number
  readonly children: ReactNode
}

/** Says in words why there is no picture, in the place where it would be. Renders a `<div>`. */
export function ParamState({ height, children }: ParamStateProps): ReactNode {
  // The height is an attribute of a picture, not a style: a strict content policy refuses styles
  // in markup that a server made.
  return (
    <div className="runoff-param-state">
      <svg width="1" height={height} aria-hidden="true" focusable="false" />
      <p>{children}</p>
    </div>
  )
}
