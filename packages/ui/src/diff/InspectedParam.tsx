import type { ParamValue } from '@runoff/core'
import { useState, type ReactNode } from 'react'
import { writeToClipboard } from '../effects/writeToClipboard.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DiffRow } from './diffModel.ts'
import type { InspectedDiffCell } from './inspectedDiffCell.ts'
import { stepText } from './stepText.ts'
import type { DiffColumn } from './useDiffColumns.ts'

export interface InspectedParamProps {
  readonly inspected: InspectedDiffCell | null
  readonly rows: readonly DiffRow[]
  readonly columns: readonly DiffColumn[]
  /** What the value is set against; `null` is nothing. */
  readonly baselineId: string | null
}

/** What does not fit is in the cell, or in what is copied. */
const longestValue = 160

/**
 * The whole value of the cell in focus, how far it is from the baseline's, and a button that copies
 * it. Renders a `<div>` that keeps its height while empty.
 */
export function InspectedParam(props: InspectedParamProps): ReactNode {
  const { inspected, rows, columns, baselineId } = props
  const { diff: messages } = useMessages()
  const formatters = useFormatters()
  const row = rows.find(({ key }) => key === inspected?.row)
  const column = columns.find(({ runId }) => runId === inspected?.runId)
  if (inspected === null || inspected.isHeading || row === undefined) {
    return (
      <div className="runoff-diff-inspected">
        <span role="status" />
      </div>
    )
  }
  const value =
    inspected.runId === null ? [...row.row.values.values()][0] : row.row.values.get(inspected.runId)
  const full = shortenMiddle(row.write(value).full.replaceAll('\n', ' '), longestValue)
  const said =
    column === undefined
      ? messages.inspectedAll(row.label, full)
      : messages.inspected(row.label, column.name, full)
  const step =
    column === undefined || baselineId === null
      ? null
      : stepText(row.row, [column.runId, baselineId], { formatters, messages })
  return (
    <div className="runoff-diff-inspected">
      <span role="status">
        <bdi>{step === null ? said : `${said} · ${messages.againstBaseline(step)}`}</bdi>
      </span>
      {value !== undefined && <CopyValue key={`${row.key} ${inspected.runId}`} value={value} />}
    </div>
  )
}

/** Copies a value as it was logged. Renders a `<button>` and what came of it. */
function CopyValue({ value }: { readonly value: ParamValue }): ReactNode {
  const { diff: messages } = useMessages()
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async (): Promise<void> => {
    setOutcome((await writeToClipboard(String(value))) ? 'copied' : 'notCopied')
  }
  return (
    <>
      <button type="button" className="runoff-button" onClick={() => void copy()}>
        {messages.copy}
      </button>
      <span role="status">{outcome === null ? '' : messages[outcome]}</span>
    </>
  )
}
