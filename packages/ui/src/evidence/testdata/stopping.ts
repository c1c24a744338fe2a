import { defineRun, type Run } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'

export type DefinedAdvice = Extract<StoppingAdvice, { readonly kind: 'defined' }>
export type NoAdvice = Exclude<StoppingAdvice, DefinedAdvice>

export const liveRun = (name: string): Run => defineRun({ id: name, status: 'running', step: 800 })

export const stop: DefinedAdvice = {
  kind: 'defined',
  advice: 'stop',
  step: 1800,
  value: 0.3121,
  median: 0.2745,
  worseSince: 3,
  tau: 0.84,
  tauInterval: [0.71, 0.93],
  pastRuns: 12,
  scheduleKnown: true,
  backTest: { runs: 12, stopped: 40, stoppedBest: 1, trials: 12, savedShare: 0.41 },
}

export const keepGoing: DefinedAdvice = {
  ...stop,
  advice: 'continue',
  value: 0.2601,
  worseSince: null,
}

export const noAdvice = (
  reason: NoAdvice['reason'],
  evidence: Partial<NoAdvice['evidence']> = {},
): NoAdvice => ({
  kind: 'undefined',
  reason,
  evidence: { pastRuns: 3, needed: 5, tau: null, tauLow: null, backTest: null, ...evidence },
})
