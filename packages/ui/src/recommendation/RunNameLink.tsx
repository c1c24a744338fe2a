import type { Run } from '@runoff/core'
import type { ReactNode } from 'react'

export interface RunNameLinkProps {
  readonly run: Run
  readonly name: string
  readonly onOpenRun: ((run: Run) => void) | undefined
}

/** The name of a run; a `<button>` where the host can open it. Renders a `<bdi>` else. */
export function RunNameLink({ run, name, onOpenRun }: RunNameLinkProps): ReactNode {
  if (onOpenRun === undefined) return <bdi>{name}</bdi>
  return (
    <button className="runoff-recommendation-open" type="button" onClick={() => onOpenRun(run)}>
      <bdi>{name}</bdi>
    </button>
  )
}
