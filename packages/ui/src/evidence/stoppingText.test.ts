import type { StoppingAdvice } from '@runoff/core/stats'
import { describe, expect, it } from 'vitest'
import { evidenceMessages } from './messages.ts'
import { stoppingText } from './stoppingText.ts'
import { keepGoing, noAdvice, stop } from './testdata/stopping.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const context = {
  evidence: evidenceMessages,
  formatters: englishFormatters,
  objective: { metric: 'eval/loss', goal: 'min' },
} as const
const textOf = (advice: StoppingAdvice | null) => stoppingText(advice, context)
const sentence = (advice: StoppingAdvice): string => {
  const { head, reason } = textOf(advice)
  return `${head}: ${reason}`
}

describe('stoppingText', () => {
  it('says why a run could be stopped, on what numbers, and how often that was wrong', () => {
    expect(textOf(stop)).toEqual({
      kind: 'stop',
      head: 'Could be stopped',
      reason: 'worse than the median of 12 past runs for 3 evaluations.',
      details: [
        'Best eval loss so far 0.3121, median 0.2745 at step 1\u202f800.',
        'In past runs this rule would have stopped the eventual best 1 of 12 times.',
        'It would have saved 41.0 % of all their steps.',
      ],
    })
  })

  it('leaves out a saving that is not known', () => {
    const backTest = { ...stop.backTest, savedShare: null }
    expect(textOf({ ...stop, backTest }).details).toHaveLength(2)
  })

  it('says that the rule was never tried, instead of 0 of 0', () => {
    const backTest = { ...stop.backTest, trials: 0, stoppedBest: 0 }
    expect(textOf({ ...stop, backTest }).details.slice(1)).toEqual([
      'There are too few past runs to try this rule on.',
    ])
  })

  it('says why a run should go on', () => {
    expect(textOf(keepGoing)).toEqual({
      kind: 'continue',
      head: 'Keep going',
      reason: 'no worse than the median of 12 past runs.',
      details: ['Best eval loss so far 0.2601, median 0.2745 at step 1\u202f800.'],
    })
    expect(textOf({ ...keepGoing, worseSince: 0 }).reason).toContain('no worse')
  })

  it('does not judge a run that fell behind just now', () => {
    expect(sentence({ ...keepGoing, worseSince: 1, pastRuns: 1 })).toBe(
      'Keep going: worse than the median of 1 past run for 1 evaluation, too short to judge.',
    )
  })

  it.each([
    [noAdvice('too-few-runs'), '3 of 5 completed comparable runs needed.'],
    [
      noAdvice('weak-correlation', { pastRuns: 9, tau: 0.55, tauLow: -0.312 }),
      'in past runs, early values say too little about final ones ' +
        '(Kendall’s tau 0.55, at least −0.31).',
    ],
    [
      noAdvice('weak-correlation', { tau: 0.5 }),
      'in past runs, early values say too little about final ones.',
    ],
    [
      noAdvice('schedules-differ'),
      'past runs had another learning-rate schedule or length: 3 of 5 completed comparable runs needed.',
    ],
    [
      noAdvice('weak-correlation', {
        tau: 0.9,
        tauLow: 0.7,
        backTest: { ...stop.backTest, stoppedBest: 3 },
      }),
      'in past runs this rule would have stopped the eventual best 3 of 12 times, ' +
        'which is too often.',
    ],
    [noAdvice('not-comparable'), 'past runs were not measured on the same data.'],
    [noAdvice('too-few-points'), 'too few evaluations yet.'],
    [noAdvice('not-finite'), 'a value is NaN or infinite.'],
  ] as const)('says what stands in the way: %j', (advice, reason) => {
    expect(textOf(advice)).toEqual({ kind: 'none', head: 'No advice', reason, details: [] })
  })

  it('says where the schedule is only guessed from the length', () => {
    expect(textOf({ ...keepGoing, scheduleKnown: false }).details[1]).toBe(
      'No run names its learning-rate schedule: runs of equal length are taken to share it.',
    )
  })

  it('shows a run that has no finite value yet', () => {
    expect(textOf({ ...stop, value: null }).details[0]).toContain('so far –, median 0.2745')
  })

  it('says that advice is not there yet', () => {
    expect(textOf(null)).toMatchObject({ kind: 'pending', head: 'No advice yet', reason: null })
  })
})
