import { useContext, useState, type ReactNode } from 'react'
import { IsNested } from '../evidence/SectionHeading.tsx'

export interface FoldProps {
  readonly title: string
  /** One line that says what is within, for those who have not opened it. */
  readonly hint: string
  readonly children: ReactNode
}

/** A part of the page that costs nothing until it is opened for the first time. Renders a `<details>`. */
export function Fold({ title, hint, children }: FoldProps): ReactNode {
  const [wasOpened, setWasOpened] = useState(false)
  const Heading = useContext(IsNested) ? 'h3' : 'h2'
  return (
    <details
      className="runoff-comparison-fold"
      onToggle={({ currentTarget }) => setWasOpened((was) => was || currentTarget.open)}
    >
      <summary>
        <Heading className="runoff-heading runoff-comparison-fold-title">{title}</Heading>{' '}
        <span className="runoff-comparison-muted">{hint}</span>
      </summary>
      {wasOpened && (
        <div className="runoff-comparison-fold-body">
          <IsNested.Provider value={true}>{children}</IsNested.Provider>
        </div>
      )}
    </details>
  )
}
