import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { runs } from '../testdata/arbitraries.ts'
import { defineRun, type RunInput } from './defineRun.ts'
import { runToJson } from './runJson.ts'

describe('defineRun', () => {
  it('fills what was not given with null, so that a name alone is a run', () => {
    expect(defineRun({ name: 'first' })).toEqual({
      id: 'first',
      source: 'memory',
      name: 'first',
      model: null,
      dataset: null,
      status: 'unknown',
      createdAtMs: null,
      startedAtMs: null,
      endedAtMs: null,
      step: null,
      totalSteps: null,
      epoch: null,
      totalEpochs: null,
      metrics: new Map(),
      params: new Map(),
      best: { step: null, epoch: null, checkpointPath: null },
      gpuHours: null,
      seed: null,
      group: null,
      tags: new Map(),
      archived: false,
      url: null,
    })
  })

  it.each([
    ['2026-03-01T12:00:00Z', 1772366400000],
    ['2026-03-01T12:00:00', 1772366400000],
    ['2026-03-01 13:00:00.000+0100', 1772366400000],
    ['2026-03-01', 1772323200000],
    [1772366400000, 1772366400000],
    [new Date(1772366400000), 1772366400000],
    ['yesterday', null],
    ['2026-13-45', null],
  ])('reads the moment %s the same in any time zone', (createdAt, ms) => {
    expect(defineRun({ id: 'a', createdAt }).createdAtMs).toBe(ms)
  })

  it.each([
    ['FINISHED', 'completed'],
    ['Succeeded', 'completed'],
    ['KILLED', 'cancelled'],
    ['in-progress', 'running'],
    ['SCHEDULED', 'queued'],
    ['crashed', 'failed'],
    ['constructor', 'unknown'],
  ])('reads the status %s as %s', (status, expected) => {
    expect(defineRun({ id: 'a', status }).status).toBe(expected)
  })

  it('takes a bare number for the last value, and never for the best', () => {
    const run = defineRun({ id: 'a', metrics: { 'eval/loss': 0.5 } })
    expect(run.metrics.get('eval/loss')).toMatchObject({ last: 0.5, min: null, basis: 'last-only' })
  })

  it('keeps a metric that ended in NaN, and lets no infinity be an extreme', () => {
    const run = defineRun({
      id: 'a',
      metrics: { 'eval/loss': { last: NaN, min: -Infinity, max: 2, count: 3, basis: 'full' } },
    })
    expect(run.metrics.get('eval/loss')).toMatchObject({ last: NaN, min: null, max: 2, count: 3 })
  })

  it('reads the extremes that a tracker knows, and how many points it counted', () => {
    const given = { last: 0.5, min: 0.4, minStep: 3, count: 9.5 }
    const { metrics } = defineRun({ id: 'a', metrics: { a: given, b: { last: 1, count: -2 } } })
    expect(metrics.get('a')).toMatchObject({ min: 0.4, minStep: 3, count: 9, basis: 'summary' })
    expect(metrics.get('b')).toMatchObject({ count: 0, basis: 'last-only' })
  })

  it('believes milliseconds before any other form of a moment', () => {
    const moments = { createdAt: '2026-03-01', createdAtMs: 5, startedAtMs: 6, endedAtMs: 7 }
    expect(defineRun({ id: 'a', ...moments })).toMatchObject({
      createdAtMs: 5,
      startedAtMs: 6,
      endedAtMs: 7,
    })
  })

  it('flattens nested parameters and keeps lists as their text', () => {
    const { params } = defineRun({
      id: 'a',
      params: { lora: { r: 8, alpha: 16 }, betas: [0.9, 0.95], seed: null, fn: () => 1 },
    })
    expect([...params]).toEqual([
      ['lora.r', 8],
      ['lora.alpha', 16],
      ['betas', '[0.9,0.95]'],
      ['seed', null],
    ])
  })

  it('ends on a config that holds itself', () => {
    const config: Record<string, unknown> = { lr: 1 }
    config['self'] = config
    config['again'] = config
    expect(defineRun({ id: 'a', params: config }).params.get('lr')).toBe(1)
  })

  it('keeps __proto__ as a name like any other', () => {
    const input = JSON.parse('{"id":"__proto__","params":{"__proto__":1},"tags":{"__proto__":"x"}}')
    const run = defineRun(input as RunInput)
    expect(run.id).toBe('__proto__')
    expect(run.params.get('__proto__')).toBe(1)
    expect(run.tags.get('__proto__')).toBe('x')
  })

  it.each(['javascript:alert(1)', 'java\nscript:alert(1)', ' data:text/html,x', 'vbscript:x'])(
    'drops the address %j, which could act',
    (url) => {
      expect(defineRun({ id: 'a', url }).url).toBeNull()
    },
  )

  it.each(['https://example.com/run/1', '/runs/1', 'runs/a:b'])('keeps the address %s', (url) => {
    expect(defineRun({ id: 'a', url }).url).toBe(url)
  })

  it.each([null, undefined, 7, {}, { id: '', name: ' ' }])('refuses %j with bad-run', (input) => {
    expect(() => defineRun(input as RunInput)).toThrow(
      expect.objectContaining({ name: 'RunoffError', code: 'bad-run' }),
    )
  })

  it('never throws on any object that has an id', () => {
    const wrong = fc.dictionary(fc.string(), fc.anything())
    fc.assert(
      fc.property(wrong, (input) => {
        expect(defineRun({ ...input, id: 'a' }).id).toBe('a')
      }),
    )
  })

  it('never throws where each of its fields is of any type', () => {
    const fields = ['model', 'createdAt', 'metrics', 'params', 'best', 'tags', 'step', 'url']
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
        expect(defineRun({ id: 'a', [field]: value }).id).toBe('a')
      }),
    )
  })
})

describe('runToJson', () => {
  it('gives JSON that defineRun reads back without loss', () => {
    fc.assert(
      fc.property(runs, (given) => {
        for (const run of given) {
          const json = JSON.parse(JSON.stringify(runToJson(run))) as RunInput
          expect(defineRun(json)).toEqual(run)
        }
      }),
    )
  })
})

it('writes a parameter that JSON cannot hold as its text', () => {
  const run = defineRun({ id: 'a', params: { cap: Infinity, low: NaN } })
  expect(runToJson(run).params).toEqual({ cap: 'Infinity', low: 'NaN' })
})

it('RunoffError tells its code and its cause', () => {
  const cause = new Error('disk')
  expect(new RunoffError('source-failed', 'It failed.', { cause })).toMatchObject({
    code: 'source-failed',
    cause,
  })
})
