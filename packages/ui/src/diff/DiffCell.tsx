import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { standingOf, type DiffRow, type Standing } from './diffModel.ts'
import { stepText } from './stepText.ts'
import type { ValueText } from './valueTexts.ts'
import { WholeText } from './WholeText.tsx'

export interface DiffCellProps {
  readonly row: DiffRow
  readonly runId: string
  readonly baselineId: string
  /** Long texts as far as there is room; `null` shows them whole. */
  readonly short: ReadonlyMap<string, string> | null
  readonly isHighlighted: boolean
  readonly tabIndex: number
}

const signs: Readonly<Record<Standing, string>> = { same: '', higher: '↑', lower: '↓', other: '≠' }

/** A value of one run, with a sign where it is not that of the baseline. Renders a `<td>`. */
export function DiffCell(props: DiffCellProps): ReactNode {
  const { row, runId, baselineId, short, isHighlighted, tabIndex } = props
  const { diff: messages } = useMessages()
  const formatters = useFormatters()
  const value = row.write(row.row.values.get(runId))
  const isBaseline = runId === baselineId
  const standing = standingOf(row, runId, baselineId)
  const step = isBaseline ? null : stepText(row.row, [runId, baselineId], { formatters, messages })
  return (
    <td
      tabIndex={tabIndex}
      data-run={runId}
      data-kind={value.kind}
      data-standing={isBaseline ? 'baseline' : standing}
      data-highlighted={isHighlighted ? '' : undefined}
      title={step === null ? titleOf(value) : `${value.full}\n${messages.againstBaseline(step)}`}
    >
      {!isBaseline && (
        <span className="runoff-diff-sign" aria-hidden="true">
          {signs[standing]}
        </span>
      )}
      {short === null && row.isLong ? (
        <WholeText
          text={value.text}
          baseline={isBaseline ? null : row.write(row.row.values.get(baselineId)).text}
        />
      ) : (
        <bdi>{short?.get(value.text) ?? value.text}</bdi>
      )}
      {standing !== 'same' && <span className="runoff-spoken"> {messages[standing]}</span>}
    </td>
  )
}

/** A browser shows no more of a title than this. */
const longestTitle = 1000

function titleOf({ full }: ValueText): string {
  return full.length <= longestTitle ? full : `${full.slice(0, longestTitle)}…`
}
