import type { CostComparison } from '@runoff/core/stats'

/** A comparison by cost that has an answer. */
export type DefinedCost = Extract<CostComparison, { readonly kind: 'defined' }>
