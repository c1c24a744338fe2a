import { defineRun, recommend, type Run } from '@runoff/core'
import { seededRandom, welch } from '@runoff/core/stats'

/** Standard normal numbers, by Box and Muller. */
export function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** One simulated world: how many configurations and seeds, and how much each varies. */
export interface World {
  readonly configurations: number
  readonly seeds: number
  /** The largest spread of a seed over the smallest. */
  readonly spreadRatio: number
  /** Spread of the true means, in spreads of a seed; 0 for configurations that are all equal. */
  readonly between: number
}

/** A study: the runs that a person would have, and which configuration is truly best. */
export interface Study {
  readonly runs: readonly Run[]
  /** By group name. */
  readonly truth: ReadonlyMap<string, number>
}

/** Returns one study of a world. */
function drawStudy(world: World, normal: () => number): Study {
  const { configurations, seeds, spreadRatio, between } = world
  const truth = new Map<string, number>()
  const runs: Run[] = []
  for (let c = 0; c < configurations; c++) {
    const mean = between * normal()
    const spread = spreadRatio ** (configurations === 1 ? 0 : c / (configurations - 1))
    truth.set(`c${c}`, mean)
    for (let s = 0; s < seeds; s++) {
      const value = 10 + mean + spread * normal()
      runs.push(runOf(`c${c}-s${s}`, { group: `c${c}`, seed: `${s}`, value }))
    }
  }
  return { runs, truth }
}

function runOf(
  id: string,
  { group, seed, value }: { readonly group: string; readonly seed: string; readonly value: number },
): Run {
  const summary = { last: value, min: value, max: value, count: 10, basis: 'full' as const }
  return defineRun({ id, group, seed, status: 'completed', metrics: { 'eval/loss': summary } })
}

/** What the verdicts of many studies of one world came to, as shares. */
export interface VerdictRates {
  /** One configuration was called a clear winner. */
  readonly clear: number
  /** And it was not the truly best; where all are equal, every claim is one. */
  readonly falseClear: number
  /** The truly best was among the contenders, or was the winner. */
  readonly holdsBest: number
  /** How many were left, on average. */
  readonly contenders: number
}

/** Returns what the verdicts of many studies come to. */
export function verdictRates(world: World, studies: number): VerdictRates {
  const normal = normalFrom(seededRandom(20_240_501))
  const sums = { clear: 0, falseClear: 0, holdsBest: 0, contenders: 0 }
  for (let i = 0; i < studies; i++) {
    const { runs, truth } = drawStudy(world, normal)
    const { verdict } = recommend(runs, { policy: 'bestValue' })
    const best = [...truth].toSorted((a, b) => a[1] - b[1])[0]?.[0]
    const open = verdict.evidence.groups.filter(({ isContender }) => isContender)
    const isClear = verdict.kind === 'clear-winner'
    const isRight = world.between > 0 && isClear && verdict.group.name === best
    if (isClear) sums.clear++
    if (isClear && !isRight) sums.falseClear++
    if (open.some(({ name }) => name === best)) sums.holdsBest++
    sums.contenders += open.length
  }
  return {
    clear: sums.clear / studies,
    falseClear: sums.falseClear / studies,
    holdsBest: sums.holdsBest / studies,
    contenders: sums.contenders / studies,
  }
}

/** Returns how often Welch's 95 % interval holds the true difference, 0. */
export function welchCoverage(seeds: number, spreadRatio: number, studies: number): number {
  const normal = normalFrom(seededRandom(20_240_502))
  let held = 0
  for (let i = 0; i < studies; i++) {
    const a = Array.from({ length: seeds }, () => normal())
    const b = Array.from({ length: seeds }, () => spreadRatio * normal())
    const found = welch(a, b)
    if (found.kind === 'defined' && found.interval[0] <= 0 && found.interval[1] >= 0) held++
  }
  return held / studies
}
