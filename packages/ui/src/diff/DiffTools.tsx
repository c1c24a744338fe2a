import type { DiffView } from '@runoff/core'
import { useId, type ReactNode } from 'react'
import { shortNames } from '../format/shortNames.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DiffColumn } from './useDiffColumns.ts'

export interface DiffToolsProps {
  readonly search: string
  readonly columns: readonly DiffColumn[]
  readonly baselineId: string | null
  readonly onChange: (change: Partial<DiffView>) => void
}

/** A name in a list has more room than one over a column. */
const longestName = 40

/** What to find parameters by, and the run that the others are set against. Renders a `<div>`. */
export function DiffTools({ search, columns, baselineId, onChange }: DiffToolsProps): ReactNode {
  const messages = useMessages().diff
  const id = useId()
  const short = shortNames(
    columns.map(({ name }) => name),
    longestName,
  )
  return (
    <div className="runoff-diff-tools">
      <div className="runoff-diff-field" data-part="search">
        <label htmlFor={`${id}search`}>{messages.search}</label>
        <input
          id={`${id}search`}
          type="search"
          placeholder={messages.searchHint}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={search}
          onChange={({ target }) => onChange({ search: target.value })}
        />
      </div>
      {columns.length > 1 && baselineId !== null && (
        <div className="runoff-diff-field">
          <label htmlFor={`${id}baseline`}>{messages.baseline}</label>
          <select
            id={`${id}baseline`}
            value={baselineId}
            onChange={({ target }) => onChange({ baselineId: target.value })}
          >
            {columns.map(({ runId, name }) => (
              <option key={runId} value={runId}>
                {short.get(name) ?? name}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
