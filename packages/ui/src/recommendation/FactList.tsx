import type { ReactNode } from 'react'

export interface FactListProps {
  readonly children: ReactNode
}

/** Names and what stands beside them. Renders a `<dl>`. */
export function FactList({ children }: FactListProps): ReactNode {
  return <dl className="runoff-recommendation-facts">{children}</dl>
}

export interface FactRowProps {
  readonly term: string
  /** All digits of what is shown. */
  readonly full?: string | undefined
  readonly children: ReactNode
}

/** One of them. Renders a `<div>` with a `<dt>` and a `<dd>`. */
export function FactRow({ term, full, children }: FactRowProps): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd title={full}>{children}</dd>
    </div>
  )
}
