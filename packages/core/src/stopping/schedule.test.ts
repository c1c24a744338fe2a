import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { StepUnit } from '../series/series.ts'
import type { PastRun } from './pastRun.ts'
import { isConstantSchedule, scheduleOf, schedulesMatch, trainingLength } from './schedule.ts'

const named = (params: Readonly<Record<string, unknown>>): string | null =>
  scheduleOf(defineRun({ id: 'a', params }))

const pastOf = (
  input: Omit<RunInput, 'id'>,
  { stepUnit = 'step' }: { readonly stepUnit?: StepUnit } = {},
): PastRun => ({
  run: defineRun({ id: 'a', ...input }),
  series: defineSeries({ steps: [1, 80], values: [2, 1], stepUnit }),
})

describe('scheduleOf', () => {
  it.each([
    'lr_scheduler_type',
    'lr_scheduler_name',
    'lr_scheduler',
    'lr_schedule',
    'lr_decay_style',
    'lr_policy',
    'learning_rate_schedule',
    'learning_rate_scheduler',
    'scheduler_type',
    'scheduler',
    'trainer.lrSchedulerType',
  ])('reads %s', (name) => {
    expect(named({ [name]: 'cosine' })).toBe('cosine')
  })

  it('reads one schedule out of the ways to write it', () => {
    const spellings = ['Cosine', ' cosine ', 'SchedulerType.COSINE']
    expect(spellings.map((lr_scheduler_type) => named({ lr_scheduler_type }))).toEqual(
      spellings.map(() => 'cosine'),
    )
    expect(named({ lr_scheduler: 'constant with-warmup' })).toBe('constant_with_warmup')
  })

  it('prefers the name that can mean nothing else', () => {
    expect(named({ scheduler: 'ddpm', lr_scheduler_type: 'linear' })).toBe('linear')
  })

  it('passes over what is no text', () => {
    expect(named({ lr_scheduler_type: null, scheduler: 'linear' })).toBe('linear')
    expect(named({ lr_scheduler_type: ' ', scheduler: 3 })).toBeNull()
    expect(named({})).toBeNull()
  })
})

describe('isConstantSchedule', () => {
  it('knows the schedules that hold the learning rate', () => {
    const constant = ['constant', 'constant_with_warmup', 'constantlr', 'none']
    expect(constant.filter(isConstantSchedule)).toEqual(constant)
    expect(['cosine', 'linear', 'inverse_sqrt', '', null].some(isConstantSchedule)).toBe(false)
  })
})

describe('trainingLength', () => {
  it('is what the run says, before what its parameters plan', () => {
    expect(trainingLength(pastOf({ totalSteps: 100, params: { max_steps: 300 } }))).toBe(100)
  })

  it.each(['max_steps', 'total_steps', 'max_iters', 'train_iters'])('reads %s', (name) => {
    expect(trainingLength(pastOf({ params: { [name]: 300 } }))).toBe(300)
  })

  it('is the last step of a run that completed without a plan, and of no other', () => {
    expect(trainingLength(pastOf({ status: 'completed' }))).toBe(80)
    expect(trainingLength(pastOf({ status: 'running' }))).toBeNull()
    expect(trainingLength(pastOf({ status: 'completed', params: { max_steps: -1 } }))).toBe(80)
    expect(trainingLength(pastOf({ status: 'completed', params: { max_steps: 0 } }))).toBe(80)
    expect(trainingLength(pastOf({ params: { max_steps: 0 } }))).toBeNull()
    expect(trainingLength(pastOf({ params: { max_steps: 1 } }))).toBe(1)
    expect(trainingLength(pastOf({ totalSteps: 0 }))).toBeNull()
    const empty = { run: defineRun({ id: 'a', status: 'completed' }), series: defineSeries([]) }
    expect(trainingLength(empty)).toBeNull()
  })

  it('counts in what the series counts in', () => {
    const run = { totalSteps: 100, totalEpochs: 3, status: 'completed' }
    expect(trainingLength(pastOf(run, { stepUnit: 'epoch' }))).toBe(3)
    expect(trainingLength(pastOf(run, { stepUnit: 'record' }))).toBeNull()
    expect(trainingLength(pastOf({ totalSteps: 100 }, { stepUnit: 'epoch' }))).toBeNull()
  })
})

describe('schedulesMatch', () => {
  const cosine = (totalSteps: number | null, lr_scheduler_type: string | null = 'cosine') =>
    pastOf({ totalSteps, params: { lr_scheduler_type } })
  const match = (a: PastRun, b: PastRun): readonly boolean[] => [
    schedulesMatch(a, b, scheduleOf),
    schedulesMatch(b, a, scheduleOf),
  ]

  it('takes one schedule of lengths within 10 %', () => {
    expect(match(cosine(100), cosine(100))).toEqual([true, true])
    expect(match(cosine(100), cosine(110))).toEqual([true, true])
    expect(match(cosine(1000), cosine(1101))).toEqual([false, false])
  })

  it('does not take one for another, whatever their lengths', () => {
    expect(match(cosine(100), cosine(100, 'linear'))).toEqual([false, false])
  })

  it('takes unknown schedules for one only where their lengths are equal', () => {
    expect(match(cosine(100, null), cosine(100, null))).toEqual([true, true])
    expect(match(cosine(100, null), cosine(101, null))).toEqual([false, false])
    expect(match(cosine(100), cosine(100, null))).toEqual([false, false])
  })

  it('does not match what has no known length', () => {
    expect(match(cosine(null), cosine(null))).toEqual([false, false])
    expect(match(cosine(100), cosine(null))).toEqual([false, false])
  })

  it('does not compare steps with epochs', () => {
    const epochs = pastOf(
      { totalEpochs: 100, params: { lr_scheduler_type: 'cosine' } },
      { stepUnit: 'epoch' },
    )
    expect(match(cosine(100), epochs)).toEqual([false, false])
    expect(match(epochs, epochs)).toEqual([true, true])
  })
})
