import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { RunColor } from '../style/RunColor.tsx'
import type { DiffColumn } from './useDiffColumns.ts'

export interface DiffHeadProps {
  readonly columns: readonly DiffColumn[]
  readonly baselineId: string
  readonly highlightedRunId: string | null
}

/** The runs over their columns. Renders a `<thead>`. */
export function DiffHead({ columns, baselineId, highlightedRunId }: DiffHeadProps): ReactNode {
  const { diff: messages } = useMessages()
  return (
    <thead>
      <tr>
        <th scope="col" data-part="param">
          {messages.param}
        </th>
        {columns.map((column) => (
          <th
            key={column.runId}
            scope="col"
            title={column.name}
            data-run={column.runId}
            data-baseline={column.runId === baselineId && columns.length > 1 ? '' : undefined}
            data-highlighted={column.runId === highlightedRunId ? '' : undefined}
          >
            <span className="runoff-diff-run">
              {column.style !== null && <RunColor style={column.style} />}
              <ColumnName column={column} />
            </span>
            {column.runId === baselineId && columns.length > 1 && (
              <span className="runoff-diff-note"> {messages.baseline}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Shows a name as far as there is room, and says it in full. */
function ColumnName({ column: { name, shortName } }: { readonly column: DiffColumn }): ReactNode {
  if (name === shortName) return <bdi>{name}</bdi>
  return (
    <>
      <span className="runoff-spoken">{name}</span>
      <bdi aria-hidden="true">{shortName}</bdi>
    </>
  )
}
