import type { GroupEstimate, Objective } from '@runoff/core'
import type { SignificancePair } from '@runoff/core/stats'
import { noValue } from '../format/formatNumber.ts'
import type { Formatters } from '../format/formatters.ts'
import type { EvidenceCell, EvidenceColumn } from './evidenceColumns.ts'
import { evidenceStrength, formatP } from './evidenceFormat.ts'
import { intervalLevel } from './groupInterval.ts'
import type { IntervalDomain } from './geometry/intervalMark.ts'
import { IntervalPicture } from './IntervalPicture.tsx'
import type { SignificanceMessages } from './messages.ts'
import { findingRank } from './pairRows.ts'
import { tooFewSeedsText } from './seedsText.ts'

export interface PairColumnsContext {
  readonly messages: SignificanceMessages
  readonly formatters: Formatters
  readonly objective: Objective
  readonly nameOf: (group: GroupEstimate) => string
  /** What all pictures of the column share; `null` where there is no interval at all. */
  readonly domain: IntervalDomain | null
}

/** Returns the columns of the table of pairs, from left to right. */
export function pairColumns(
  context: PairColumnsContext,
): readonly EvidenceColumn<SignificancePair>[] {
  const { messages, formatters, objective, nameOf } = context
  const metric = formatters.metricWords(objective.metric)
  return [
    {
      id: 'pair',
      label: messages.pair,
      kind: 'text',
      cell: (pair) => pairCell(pair, context),
      sortValue: ({ a, b }) => `${nameOf(a)}\n${nameOf(b)}`.toLowerCase(),
    },
    {
      id: 'finding',
      label: messages.finding,
      kind: 'text',
      cell: (pair) => findingCell(pair, context),
      sortValue: findingRank,
    },
    {
      id: 'difference',
      label: messages.difference(metric),
      about: messages.about.difference(metric, objective.goal),
      kind: 'number',
      cell: ({ difference }) => ({
        content: formatters.metric(difference),
        full: formatters.computed(difference),
      }),
      sortValue: ({ difference }) => difference,
      isDescendingFirst: true,
    },
    {
      id: 'interval',
      label: messages.interval(formatters.markedPercent(String(intervalLevel * 100))),
      about: messages.about.interval,
      kind: 'text',
      cell: (pair) => intervalCell(pair, context),
    },
    {
      id: 'p',
      label: messages.p,
      about: messages.about.p,
      kind: 'text',
      cell: ({ adjustedP }) => pCell(adjustedP, context),
      sortValue: ({ adjustedP }) => adjustedP,
    },
    {
      id: 'chance',
      label: messages.chance,
      about: messages.about.chance,
      kind: 'number',
      cell: (pair) => shareCell(pair, context),
      sortValue: ({ probabilityBetter }) => probabilityBetter,
      isDescendingFirst: true,
    },
  ]
}

function pairCell({ a, b }: SignificancePair, context: PairColumnsContext): EvidenceCell {
  const { messages, formatters, nameOf } = context
  const nameAndSeeds = (group: GroupEstimate): EvidenceCell['content'] => (
    <>
      <bdi>{nameOf(group)}</bdi> <small>{messages.seeds(group.n, formatters.count)}</small>
    </>
  )
  return {
    content: (
      <>
        <span className="runoff-evidence-pair">{nameAndSeeds(a)}</span>{' '}
        <span className="runoff-evidence-pair">
          <small>{messages.against}</small> {nameAndSeeds(b)}
        </span>
      </>
    ),
    full: messages.pairName({ a: nameOf(a), b: nameOf(b) }),
  }
}

function intervalCell(pair: SignificancePair, context: PairColumnsContext): EvidenceCell {
  const { interval, difference, finding } = pair
  if (interval === null) return { content: noValue, full: null }
  const { messages, formatters, domain } = context
  const { metric, computed } = formatters
  const [low, high] = interval
  const text = messages.intervalText(metric(low), metric(high))
  return {
    content: (
      <span className="runoff-evidence-marked">
        {domain !== null && (
          <IntervalPicture
            interval={{ value: difference, low, high }}
            domain={domain}
            isClear={finding === 'differs'}
          />
        )}
        <span>{text}</span>
      </span>
    ),
    full: messages.intervalText(computed(low), computed(high)),
  }
}

function pCell(p: number | null, { messages, formatters }: PairColumnsContext): EvidenceCell {
  if (p === null || !Number.isFinite(p)) return { content: noValue, full: null }
  return {
    content: messages.pText(messages.strengths[evidenceStrength(p)], formatP(p, formatters)),
    full: `p = ${formatters.computed(p)}`,
  }
}

/** A share of few pairs of seeds says little, so how few stands beside it. */
function shareCell(
  { a, b, probabilityBetter }: SignificancePair,
  { messages, formatters }: PairColumnsContext,
): EvidenceCell {
  if (probabilityBetter === null || !Number.isFinite(probabilityBetter)) {
    return { content: noValue, full: null }
  }
  const seedPairs = a.n * b.n
  const rest = messages.ofSeedPairs(seedPairs, formatters.count)
  // A pair of equal seeds counts for half.
  const won = Math.round(probabilityBetter * seedPairs * 2) / 2
  return {
    content: (
      <>
        {formatters.markedPercent(String(Math.round(probabilityBetter * 100)))}{' '}
        <small>{rest}</small>
      </>
    ),
    full: `${formatters.computed(won)} ${rest}`,
  }
}

const glyphs = { differs: '≠', 'within-noise': '≈', 'too-few-seeds': '?' } as const

function findingCell(
  pair: SignificancePair,
  { messages, formatters }: PairColumnsContext,
): EvidenceCell {
  const words = messages.findings[pair.finding]
  const seeds = pair.finding === 'too-few-seeds' ? tooFewSeedsText(pair, messages) : null
  return {
    content: (
      <span className="runoff-evidence-finding" data-finding={pair.finding}>
        <span aria-hidden="true">{glyphs[pair.finding]}</span> {words}
        {seeds !== null && <small>{formatters.labelled('', seeds)}</small>}
      </span>
    ),
    full: seeds === null ? words : formatters.labelled(words, seeds),
  }
}
