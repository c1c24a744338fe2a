import type { Basis, Objective, Run } from '../run/run.ts'
import { mean } from '../stats/moments.ts'
import { evaluationRates, isLuckier, type Estimate } from './estimate.ts'
import type { GroupEstimate } from './verdict.ts'

/** What a claim is made from beside the groups. */
export interface ClaimContext {
  readonly objective: Objective
  readonly estimates: ReadonlyMap<Run, Estimate>
}

/** Groups, and why there is no clear winner among them though the means alone would allow it. */
export interface HeldBack {
  readonly groups: readonly GroupEstimate[]
  readonly by: 'bound' | 'evaluations' | null
}

/** Returns the groups with those back among the contenders that the values cannot rule out. */
export function holdBack(groups: readonly GroupEstimate[], context: ClaimContext): HeldBack {
  const [best, ...rest] = groups
  if (best === undefined) return { groups, by: null }
  const rates = evaluationRates([...context.estimates.keys()], context.objective)
  const isBound = (group: GroupEstimate): boolean => isBoundBasis(group.basis)
  const isLucky = (group: GroupEstimate): boolean =>
    !isSmoothed(best, context) && isLuckier(rateOf(best, rates), rateOf(group, rates))
  const readmit = (group: GroupEstimate): GroupEstimate => ({
    ...group,
    isContender: true,
    severity: 'none',
  })
  const isOpen = (group: GroupEstimate, place: number): boolean =>
    isBound(group) || isLucky(group) || (place === 0 && isBound(best))
  const next = rest.map((group, place) => (isOpen(group, place) ? readmit(group) : group))
  const wasClear = rest.every(({ isContender }) => !isContender)
  const isHeld = wasClear && next.some(({ isContender }) => isContender)
  const by = isBound(best) || rest.some(isBound) ? 'bound' : 'evaluations'
  return { groups: [best, ...next], by: isHeld ? by : null }
}

/** The best of a sample may not be the best there was. */
function isBoundBasis(basis: Basis): boolean {
  return basis === 'sampled' || basis === 'last-only'
}

/** Smoothed estimates are of series thinned to the same evaluations. */
function isSmoothed(group: GroupEstimate, { estimates }: ClaimContext): boolean {
  return group.runs.every((run) => estimates.get(run)?.method === 'smoothed')
}

function rateOf(group: GroupEstimate, rates: ReadonlyMap<Run, number>): number | undefined {
  const known = group.runs.flatMap((run) => rates.get(run) ?? [])
  return known.length === 0 ? undefined : mean(known)
}
