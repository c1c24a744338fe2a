import type { GroupEstimate, Objective } from '@runoff/core'
import type { Significance } from '@runoff/core/stats'
import type { Formatters } from '../format/formatters.ts'
import type { EvidenceCell, EvidenceColumn } from './evidenceColumns.ts'
import { formatChance, formatPlusMinus } from './evidenceFormat.ts'
import { groupInterval, intervalLevel } from './groupInterval.ts'
import type { IntervalDomain } from './geometry/intervalMark.ts'
import { IntervalPicture } from './IntervalPicture.tsx'
import type { SignificanceMessages } from './messages.ts'

/** A configuration with what is known of it besides. */
export interface GroupRow {
  readonly group: GroupEstimate
  readonly isBest: boolean
  readonly interval: readonly [number, number] | null
  readonly chanceBest: number | null
}

/** Returns the rows of the list of configurations, in the order of the answer: the best first. */
export function groupRows(significance: Significance): readonly GroupRow[] {
  const { groups, evidence, probabilityBest } = significance
  return groups.map((group, place) => ({
    group,
    isBest: place === 0 && groups.length > 1,
    interval: groupInterval(group, evidence),
    chanceBest: probabilityBest?.[place] ?? null,
  }))
}

export interface GroupColumnsContext {
  readonly messages: SignificanceMessages
  readonly formatters: Formatters
  readonly objective: Objective
  readonly nameOf: (group: GroupEstimate) => string
  readonly domain: IntervalDomain | null
}

/** Returns the columns of the list of configurations, from left to right. */
export function groupColumns(context: GroupColumnsContext): readonly EvidenceColumn<GroupRow>[] {
  const { messages, formatters, objective, nameOf } = context
  return [
    {
      id: 'configuration',
      label: messages.configuration,
      kind: 'text',
      cell: ({ group, isBest }) => ({
        content: (
          <span className="runoff-evidence-pair">
            <bdi>{nameOf(group)}</bdi>
            {isBest && (
              <span className="runoff-evidence-best">
                {' '}
                <span aria-hidden="true">★</span> <small>{messages.best}</small>
              </span>
            )}
          </span>
        ),
        full: nameOf(group),
      }),
      sortValue: ({ group }) => nameOf(group).toLowerCase(),
    },
    {
      id: 'mean',
      label: messages.mean(formatters.metricWords(objective.metric)),
      about: messages.about.mean(formatters.markedPercent(String(intervalLevel * 100))),
      kind: 'text',
      cell: (row) => meanCell(row, context),
      sortValue: ({ group }) => group.mean,
      isDescendingFirst: objective.goal === 'max',
    },
    {
      id: 'seeds',
      label: messages.seedCount,
      kind: 'number',
      cell: ({ group }) => ({
        content: formatters.count(group.n),
        full: formatters.full(group.n),
      }),
      sortValue: ({ group }) => group.n,
      isDescendingFirst: true,
    },
    {
      id: 'chanceBest',
      label: messages.chanceBest,
      about: messages.about.chanceBest,
      kind: 'number',
      cell: ({ chanceBest }) => ({
        content: formatChance(chanceBest, formatters),
        full: chanceBest === null ? null : formatters.computed(chanceBest),
      }),
      sortValue: ({ chanceBest }) => chanceBest,
      isDescendingFirst: true,
    },
  ]
}

function meanCell({ group, interval }: GroupRow, context: GroupColumnsContext): EvidenceCell {
  const { messages, formatters, domain } = context
  const { computed } = formatters
  const text = formatPlusMinus(group.mean, interval, formatters)
  if (interval === null) return { content: text, full: computed(group.mean) }
  const [low, high] = interval
  return {
    content: (
      <span className="runoff-evidence-marked">
        {domain !== null && (
          <IntervalPicture
            interval={{ value: group.mean, low, high }}
            domain={domain}
            isClear={false}
          />
        )}
        <span>{text}</span>
      </span>
    ),
    full: messages.intervalPicture(computed(group.mean), computed(low), computed(high)),
  }
}
