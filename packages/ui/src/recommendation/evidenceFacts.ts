import type { GroupEstimate, Recommendation, VerdictEvidence } from '@runoff/core'
import { isolatedName, shownName } from '../evidence/isolatedName.ts'
import { formatFull, formatMetric } from '../format/formatNumber.ts'
import { metricWords } from '../format/metricName.ts'
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
  const words = context.evidence
  const { groups } = verdict.evidence
  if (groups.length === 0) return []
  const runs = groups.reduce((count, group) => count + group.runs.length, 0)
  return [
    { term: words.configurations, text: words.configurationCount(groups.length, runs) },
    ...conditionFacts(recommendation, context),
    ...(verdict.kind === 'not-comparable' ? [] : seedFacts(verdict.evidence, context)),
    ...winnerFacts(recommendation, context),
    ...openFacts(recommendation, words),
  ]
}

/** Returns how the verdict was computed, `null` where nothing was compared. */
export function methodText({ verdict }: Recommendation, words: EvidenceWords): string | null {
  const { method, level, looks, noise, groups } = verdict.evidence
  if (verdict.kind === 'not-comparable' || groups.length < 2) return null
  return words.method(method, percentText(level), looks, noise?.df ?? null)
}

/** A level between 0 and 1 as it is written: `97.5 %`. */
function percentText(level: number): string {
  return `${Number((level * 100).toPrecision(4))} %`
}

function conditionFacts(
  { verdict }: Recommendation,
  { evidence: words, messages }: EvidenceContext,
): readonly Fact[] {
  if (verdict.kind !== 'not-comparable') return []
  return verdict.reasons.map(({ field, values }) => {
    const shown = values.slice(0, mostValues).map((value) => isolatedName(shownName(String(value))))
    const text = messages.list(shown, values.length - shown.length)
    return { term: words.conditions, text: `${isolatedName(shownName(field))}: ${text}` }
  })
}

const mostValues = 20

function seedFacts(
  { groups, noise, minimumEffect }: VerdictEvidence,
  context: EvidenceContext,
): readonly Fact[] {
  const { evidence: words, objective, messages } = context
  const seedFact = { term: words.seeds, text: seedsText(groups, words, messages.list) }
  if (groups.length === 1) return [seedFact]
  if (noise === null) return [seedFact, { term: words.noise, text: words.noNoise }]
  const metric = metricWords(objective.metric)
  const isDefault = minimumEffect === noise.sd
  return [
    seedFact,
    {
      term: words.noise,
      text: words.noiseOf(formatMetric(noise.sd), metric, noise.groups),
      full: formatFull(noise.sd),
    },
    ...(minimumEffect === null
      ? []
      : [
          {
            term: words.matters,
            text: words.mattersOf(formatMetric(minimumEffect), isDefault),
            full: formatFull(minimumEffect),
          },
        ]),
  ]
}

function seedsText(
  groups: readonly GroupEstimate[],
  words: EvidenceWords,
  list: WordContext['messages']['list'],
): string {
  const counts = new Set(groups.map(({ n }) => n))
  const [only] = counts
  if (only !== undefined && counts.size === 1) return words.seedsOfEach(only)
  const shown = groups.slice(0, mostSeeds)
  return list(
    shown.map(({ name, n }) => words.seedsOf(isolatedName(shownName(name)), n)),
    groups.length - shown.length,
  )
}

/** Of so many configurations the seeds are told one by one. */
const mostSeeds = 4

function winnerFacts(
  { verdict }: Recommendation,
  { evidence: words }: EvidenceContext,
): readonly Fact[] {
  if (verdict.kind !== 'clear-winner') return []
  const { difference, marginInNoise, interval, evidence } = verdict
  const [low, high] = interval
  return [
    {
      term: words.margin,
      text: words.marginOf(formatMetric(difference), marginInNoise.toFixed(1)),
      full: formatFull(difference),
    },
    {
      term: words.interval,
      text: words.intervalOf(formatMetric(low), formatMetric(high), percentText(evidence.level)),
      full: `${formatFull(low)}, ${formatFull(high)}`,
    },
  ]
}

/** What is still open, and what would close it. */
function openFacts(recommendation: Recommendation, words: EvidenceWords): readonly Fact[] {
  const { verdict } = recommendation
  const answer = answerOf(recommendation)
  if (answer.kind === 'contenders' && answer.seedsNeeded !== null) {
    return [{ term: words.more, text: words.moreSeeds(answer.seedsNeeded) }]
  }
  if (verdict.kind !== 'unreplicated' || verdict.optimismOfTop === null) return []
  const sds = verdict.optimismOfTop.toFixed(1)
  return [{ term: words.luck, text: words.luckOf(verdict.evidence.groups.length, sds) }]
}
