import type { GroupEstimate, Recommendation, VerdictEvidence } from '@runoff/core'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import type { Formatters } from '../format/formatters.ts'
import { answerOf } from './answerOf.ts'
import type { WordContext } from './answerText.ts'
import type { EvidenceWords } from './messages.ts'

/** A name and what stands beside it. */
export interface Fact {
  readonly term: string
  readonly text: string
  /** All digits of what is shown, where some are left out. */
  readonly full?: string
}

export interface EvidenceContext extends WordContext {
  readonly evidence: EvidenceWords
}

/** Returns what the verdict rests on, in the order in which it is read. */
export function evidenceFacts(
  recommendation: Recommendation,
  context: EvidenceContext,
): readonly Fact[] {
  const { verdict } = recommendation
  const { evidence: words, formatters } = context
  const { groups } = verdict.evidence
  if (groups.length === 0) return []
  const runs = groups.reduce((count, group) => count + group.runs.length, 0)
  return [
    {
      term: words.configurations,
      text: words.configurationCount(groups.length, runs, formatters.count),
    },
    ...conditionFacts(recommendation, context),
    ...(verdict.kind === 'not-comparable' ? [] : seedFacts(verdict.evidence, context)),
    ...winnerFacts(recommendation, context),
    ...openFacts(recommendation, context),
  ]
}

/** Returns how the verdict was computed, `null` where nothing was compared. */
export function methodText(
  { verdict }: Recommendation,
  { evidence: words, formatters }: Pick<EvidenceContext, 'evidence' | 'formatters'>,
): string | null {
  const { method, level, looks, noise, groups } = verdict.evidence
  if (verdict.kind === 'not-comparable' || groups.length < 2) return null
  const percent = percentText(level, formatters)
  return words.method(method, percent, looks, noise?.df ?? null, formatters.count)
}

/** A level between 0 and 1 as it is written: `97.5 %`. */
function percentText(level: number, { markedPercent }: Formatters): string {
  return markedPercent(String(Number((level * 100).toPrecision(4))))
}

function conditionFacts(
  { verdict }: Recommendation,
  { evidence: words, messages, formatters }: EvidenceContext,
): readonly Fact[] {
  if (verdict.kind !== 'not-comparable') return []
  return verdict.reasons.map(({ field, values }) => {
    const shown = values.slice(0, mostValues).map((value) => isolatedName(shownName(String(value))))
    const text = messages.list(shown, values.length - shown.length, formatters.count)
    return {
      term: words.conditions,
      text: formatters.labelled(isolatedName(shownName(field)), text),
    }
  })
}

const mostValues = 20

function seedFacts(
  { groups, noise, minimumEffect }: VerdictEvidence,
  context: EvidenceContext,
): readonly Fact[] {
  const { evidence: words, objective, formatters } = context
  const seedFact = { term: words.seeds, text: seedsText(groups, context) }
  if (groups.length === 1) return [seedFact]
  if (noise === null) return [seedFact, { term: words.noise, text: words.noNoise }]
  const metric = formatters.metricWords(objective.metric)
  const isDefault = minimumEffect === noise.sd
  return [
    seedFact,
    {
      term: words.noise,
      text: words.noiseOf(formatters.metric(noise.sd), metric, noise.groups, formatters.count),
      full: formatters.computed(noise.sd),
    },
    ...(minimumEffect === null
      ? []
      : [
          {
            term: words.matters,
            text: words.mattersOf(formatters.metric(minimumEffect), isDefault),
            full: formatters.computed(minimumEffect),
          },
        ]),
  ]
}

function seedsText(
  groups: readonly GroupEstimate[],
  { evidence: words, messages, formatters }: EvidenceContext,
): string {
  const counts = new Set(groups.map(({ n }) => n))
  const [only] = counts
  if (only !== undefined && counts.size === 1) return words.seedsOfEach(only)
  const shown = groups.slice(0, mostSeeds)
  return messages.list(
    shown.map(({ name, n }) => words.seedsOf(isolatedName(shownName(name)), n)),
    groups.length - shown.length,
    formatters.count,
  )
}

/** Of so many configurations the seeds are told one by one. */
const mostSeeds = 4

function winnerFacts(
  { verdict }: Recommendation,
  { evidence: words, formatters }: EvidenceContext,
): readonly Fact[] {
  if (verdict.kind !== 'clear-winner') return []
  const { difference, marginInNoise, interval, evidence } = verdict
  const [low, high] = interval
  const { metric, computed } = formatters
  const times = formatters.marked(marginInNoise.toFixed(1))
  const percent = percentText(evidence.level, formatters)
  return [
    {
      term: words.margin,
      text: words.marginOf(metric(difference), times),
      full: computed(difference),
    },
    {
      term: words.interval,
      text: words.intervalOf(metric(low), metric(high), percent),
      full: formatters.join([computed(low), computed(high)]),
    },
  ]
}

/** What is still open, and what would close it. */
function openFacts(
  recommendation: Recommendation,
  { evidence: words, formatters }: EvidenceContext,
): readonly Fact[] {
  const { verdict } = recommendation
  const answer = answerOf(recommendation)
  if (answer.kind === 'contenders' && answer.seedsNeeded !== null) {
    return [{ term: words.more, text: words.moreSeeds(answer.seedsNeeded, formatters.count) }]
  }
  if (verdict.kind !== 'unreplicated' || verdict.optimismOfTop === null) return []
  const sds = formatters.marked(verdict.optimismOfTop.toFixed(1))
  const { length } = verdict.evidence.groups
  return [{ term: words.luck, text: words.luckOf(length, sds, formatters.count) }]
}
