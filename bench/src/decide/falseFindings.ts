import { defineRun, defineSeries, type Run } from '@runoff/core'
import { importance, seededRandom, spikes } from '@runoff/core/stats'
import { normalFrom } from './studies.ts'

/** What became of many sweeps whose parameters do nothing. */
export interface ImportanceRates {
  /** Share of sweeps in which any parameter was said to have an effect. */
  readonly anyFound: number
  /** Share of parameters that were said to have one. */
  readonly found: number
  /** Share of sweeps in which any parameter was given a share of the importance. */
  readonly anyShare: number
}

/** Returns what is found in sweeps of pure noise: half of the parameters numbers, half categories. */
export function importanceRates(runs: number, params: number, studies: number): ImportanceRates {
  const random = seededRandom(20_240_503)
  const normal = normalFrom(random)
  const sums = { anyFound: 0, found: 0, anyShare: 0 }
  for (let i = 0; i < studies; i++) {
    const sweep = Array.from({ length: runs }, (_, r) =>
      noiseRun(`r${r}`, { params, random, normal }),
    )
    const answer = importance(sweep)
    if (answer.kind === 'undefined') throw new Error(answer.reason)
    const found = answer.params.filter(
      ({ effect }) => effect !== 'none-detected' && effect !== 'untested',
    ).length
    sums.found += found / params
    if (found > 0) sums.anyFound++
    if (answer.params.some(({ share }) => share !== null)) sums.anyShare++
  }
  return {
    anyFound: sums.anyFound / studies,
    found: sums.found / studies,
    anyShare: sums.anyShare / studies,
  }
}

interface NoiseRunOptions {
  readonly params: number
  readonly random: () => number
  readonly normal: () => number
}

const words = ['adamw', 'sgd', 'lion']

function noiseRun(id: string, { params, random, normal }: NoiseRunOptions): Run {
  const value = 2 + normal()
  const given = Array.from({ length: params }, (_, p) => {
    const isNumber = p % 2 === 0
    return [`p${p}`, isNumber ? 10 ** (-4 * random()) : words[Math.floor(3 * random())]]
  })
  return defineRun({
    id,
    status: 'completed',
    params: Object.fromEntries(given),
    metrics: { 'eval/loss': { last: value, min: value, max: value, basis: 'full' } },
  })
}

/** Returns how many of a thousand points of pure noise are called spikes. */
export function spikesPerThousand(points: number, studies: number): number {
  const normal = normalFrom(seededRandom(20_240_504))
  let found = 0
  for (let i = 0; i < studies; i++) {
    const series = defineSeries(
      Array.from({ length: points }, (_, step) => ({ step, value: 2 + 0.1 * normal() })),
    )
    const answer = spikes(series)
    if (answer.kind === 'defined') found += answer.spikes.length
  }
  return (1000 * found) / (points * studies)
}
