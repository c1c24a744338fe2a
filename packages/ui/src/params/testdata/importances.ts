import type { Importance, ParamEffect } from '@runoff/core/stats'

export type Defined = Extract<Importance, { readonly kind: 'defined' }>

/** A parameter of which nothing was seen, but for what is given. */
export function effectOf(name: string, more: Partial<ParamEffect> = {}): ParamEffect {
  return {
    name,
    kind: 'number',
    scale: 'linear',
    n: 24,
    rho: 0.12,
    rhoP: 0.58,
    xi: 0.03,
    xiP: 0.41,
    kruskalP: null,
    adjustedP: 1,
    effect: 'none-detected',
    share: null,
    together: [],
    ...more,
  }
}

/** An answer about 24 runs, judged by their eval loss. */
export function importanceOf(params: readonly ParamEffect[], more: Partial<Defined> = {}): Defined {
  return {
    kind: 'defined',
    objective: { metric: 'eval/loss', goal: 'min' },
    runs: 24,
    params,
    groups: [],
    shares: { kind: 'undefined', reason: 'too-few-runs', needed: 50 },
    ...more,
  }
}

/** One parameter of each kind that there is. */
export const everyEffect: readonly ParamEffect[] = [
  effectOf('learning_rate', {
    scale: 'log',
    rho: 0.71,
    rhoP: 0.0001,
    adjustedP: 0.003,
    effect: 'rising',
    share: 0.42,
  }),
  effectOf('warmup_ratio', { rho: -0.64, rhoP: 0.0008, adjustedP: 0.01, effect: 'falling' }),
  effectOf('weight_decay', {
    rho: 0.03,
    xi: 0.55,
    xiP: 0,
    adjustedP: 0.0004,
    effect: 'not-monotone',
  }),
  effectOf('optimizer', {
    kind: 'category',
    rho: null,
    rhoP: null,
    xi: null,
    xiP: null,
    kruskalP: 0.002,
    adjustedP: 0.018,
    effect: 'differs',
  }),
  effectOf('batch_size', { rho: -0.31, rhoP: 0.14, adjustedP: 0.84, together: ['steps'] }),
  effectOf('steps', { rho: 0.31, rhoP: 0.14, adjustedP: 0.84, together: ['batch_size'] }),
  effectOf('lora.r', {
    n: 4,
    rho: null,
    rhoP: null,
    xi: null,
    xiP: null,
    adjustedP: null,
    effect: 'untested',
  }),
]
