import type { Significance } from '@runoff/core/stats'
import { useMemo, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { intervalDomain, type MarkedInterval } from './geometry/intervalMark.ts'
import { groupColumns, groupRows, type GroupRow } from './groupColumns.tsx'
import { useGroupNames } from './useGroupNames.ts'

export interface GroupListProps {
  readonly significance: Significance
}

/** The configurations with their means, the best first. */
export function GroupList({ significance }: GroupListProps): ReactNode {
  const { significance: messages } = useMessages().evidence
  const formatters = useFormatters()
  const nameOf = useGroupNames(significance.groups)
  const rows = useMemo(() => groupRows(significance), [significance])
  const { objective } = significance
  const columns = useMemo(() => {
    const domain = intervalDomain(rows.flatMap(markedInterval), false)
    return groupColumns({ messages, formatters, objective, nameOf, domain })
  }, [rows, messages, formatters, objective, nameOf])
  return (
    <EvidenceTable
      caption={messages.configurations}
      columns={columns}
      rows={rows}
      rowKey={({ group }) => group.key}
      rowName={({ group }) => nameOf(group)}
      firstSort={null}
    />
  )
}

function markedInterval({ group, interval }: GroupRow): readonly MarkedInterval[] {
  return interval === null ? [] : [{ value: group.mean, low: interval[0], high: interval[1] }]
}
