import type { Significance, SignificancePair } from '@runoff/core/stats'
import { useMemo, useState, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { intervalDomain, type MarkedInterval } from './geometry/intervalMark.ts'
import { pairColumns } from './pairColumns.tsx'
import { pairKey, pairsWithBest } from './pairRows.ts'
import { useGroupNames } from './useGroupNames.ts'

export interface PairTableProps {
  readonly significance: Significance
}

const closestFirst = { id: 'difference', desc: false } as const

/** The pairs of configurations, those with the best first; a button shows all. */
export function PairTable({ significance }: PairTableProps): ReactNode {
  const { significance: messages } = useMessages().evidence
  const formatters = useFormatters()
  const [isAll, setAll] = useState(false)
  const nameOf = useGroupNames(significance.groups)
  const withBest = useMemo(() => pairsWithBest(significance), [significance])
  const pairs = isAll ? significance.pairs : withBest
  const { objective } = significance
  const columns = useMemo(() => {
    const domain = intervalDomain(pairs.flatMap(markedInterval), true)
    return pairColumns({ messages, formatters, objective, nameOf, domain })
  }, [pairs, messages, formatters, objective, nameOf])
  return (
    <div className="runoff-evidence-part">
      <EvidenceTable
        caption={messages.pairs}
        columns={columns}
        rows={pairs}
        rowKey={pairKey}
        rowName={({ a, b }) => messages.pairName({ a: nameOf(a), b: nameOf(b) })}
        firstSort={closestFirst}
      />
      {withBest.length < significance.pairs.length && (
        <button type="button" className="runoff-chart-button" onClick={() => setAll(!isAll)}>
          {isAll
            ? messages.showWithBest
            : messages.showAll(formatters.count(significance.pairs.length))}
        </button>
      )}
    </div>
  )
}

function markedInterval({ difference, interval }: SignificancePair): readonly MarkedInterval[] {
  return interval === null ? [] : [{ value: difference, low: interval[0], high: interval[1] }]
}
