import { useMemo, useState, type ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { CostRun } from './costRuns.ts'
import { standingText, type CostTextContext } from './costText.ts'
import type { EvidenceColumn } from './evidenceColumns.ts'
import { EvidenceTable } from './EvidenceTable.tsx'

export interface CostDataTableProps {
  readonly runs: readonly CostRun[]
  readonly context: CostTextContext
}

const cheapestFirst = { id: 'cost', desc: false } as const

/** Gives the points of a cost chart as a table, once it is opened. Renders a `<details>`. */
export function CostDataTable(props: CostDataTableProps): ReactNode {
  const { charts } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className="runoff-evidence-data"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{charts.dataTable}</summary>
      {isOpen && <OpenTable {...props} />}
    </details>
  )
}

function OpenTable({ runs, context }: CostDataTableProps): ReactNode {
  const { charts, format } = useMessages()
  const { messages, objective, nameOf } = context
  const valueLabel = metricTitle(objective.metric, format)
  const columns = useMemo(() => costColumns(context, valueLabel), [context, valueLabel])
  return (
    <EvidenceTable
      caption={charts.dataTableOf(messages.title)}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      rowName={({ run }) => nameOf(run)}
      firstSort={cheapestFirst}
    />
  )
}

function costColumns(
  context: CostTextContext,
  valueLabel: string,
): readonly EvidenceColumn<CostRun>[] {
  const { messages, formatters, objective, unit, currency, nameOf } = context
  return [
    {
      id: 'run',
      label: messages.run,
      kind: 'text',
      cell: ({ run }) => ({ content: <bdi>{nameOf(run)}</bdi>, full: nameOf(run) }),
      sortValue: ({ run }) => nameOf(run).toLowerCase(),
    },
    {
      id: 'cost',
      label: messages.axis(unit, currency, false),
      kind: 'number',
      cell: ({ cost }) => ({ content: formatters.metric(cost), full: formatters.full(cost) }),
      sortValue: ({ cost }) => cost,
    },
    {
      id: 'value',
      label: valueLabel,
      kind: 'number',
      cell: ({ value }) => ({ content: formatters.metric(value), full: formatters.full(value) }),
      sortValue: ({ value }) => value,
      isDescendingFirst: objective.goal === 'max',
    },
    {
      id: 'standing',
      label: messages.standing,
      kind: 'text',
      cell: (run) => {
        const text = standingText(run, context)
        return { content: <bdi>{text}</bdi>, full: text }
      },
      sortValue: ({ isOnFront, isContender }) => (isOnFront ? 0 : 2) + (isContender ? 0 : 1),
    },
    {
      id: 'basis',
      label: messages.basisColumn,
      kind: 'text',
      cell: ({ basis }) => ({ content: messages.basis[basis], full: messages.basis[basis] }),
      sortValue: ({ basis }) => basis,
    },
  ]
}
