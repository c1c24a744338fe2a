import { describe, expect, it, vi } from 'vitest'
import { listOf } from '../testdata/listOf.ts'
import { defineSeries } from './defineSeries.ts'
import { createSeriesFeed, type SeriesFeed } from './seriesFeed.ts'

function pointsOf(feed: SeriesFeed, runId: string): unknown {
  const series = feed.get().get(runId)
  return series === undefined ? null : listOf(series)
}

describe('createSeriesFeed', () => {
  it('begins with what it was given, and leaves that as it is', () => {
    const given = new Map([['a', defineSeries([{ step: 1, value: 5 }])]])
    const feed = createSeriesFeed(given)
    feed.append('a', [{ step: 2, value: 6 }])
    feed.append('__proto__', [{ step: 1, value: 7 }])
    expect(pointsOf(feed, 'a')).toEqual([
      [1, 5],
      [2, 6],
    ])
    expect(pointsOf(feed, '__proto__')).toEqual([[1, 7]])
    expect([...given.keys()]).toEqual(['a'])
    expect(given.get('a')?.steps).toHaveLength(1)
  })

  it('gives the same map until something changes, and never changes one it gave', () => {
    const feed = createSeriesFeed()
    const empty = feed.get()
    expect(feed.get()).toBe(empty)
    feed.append('a', [{ step: 1, value: 5 }])
    const first = feed.get()
    expect(first).not.toBe(empty)
    expect(feed.get()).toBe(first)
    feed.remove('a')
    expect([empty.size, first.size, feed.get().size]).toEqual([0, 1, 0])
  })

  it('tells nobody where nothing changes', () => {
    const series = defineSeries([{ step: 1, value: 5 }])
    const feed = createSeriesFeed(new Map([['a', series]]))
    const listener = vi.fn<() => void>()
    feed.subscribe(listener)
    const before = feed.get()
    feed.set('a', series)
    feed.append('a', [])
    feed.append('b', [])
    feed.append('b', defineSeries([]))
    feed.remove('b')
    expect(listener).not.toHaveBeenCalled()
    expect(feed.get()).toBe(before)
  })

  it('tells each listener once a change, in the order they came, when it has happened', () => {
    const feed = createSeriesFeed()
    const told: unknown[] = []
    feed.subscribe(() => told.push(['first', pointsOf(feed, 'a')]))
    feed.subscribe(() => told.push(['second', pointsOf(feed, 'a')]))
    feed.append('a', [{ step: 1, value: 5 }])
    feed.remove('a')
    expect(told).toEqual([
      ['first', [[1, 5]]],
      ['second', [[1, 5]]],
      ['first', null],
      ['second', null],
    ])
  })

  it('takes the points of a series as well', () => {
    const feed = createSeriesFeed()
    feed.append('a', defineSeries([{ step: 1, value: 5 }]))
    expect(pointsOf(feed, 'a')).toEqual([[1, 5]])
  })

  it('lets a listener end itself and others while they are told', () => {
    const feed = createSeriesFeed()
    const last = vi.fn<() => void>()
    const endFirst = feed.subscribe(() => {
      endFirst()
      endLast()
      feed.subscribe(late)
    })
    const middle = vi.fn<() => void>()
    feed.subscribe(middle)
    const endLast = feed.subscribe(last)
    const late = vi.fn<() => void>()
    feed.append('a', [{ step: 1, value: 5 }])
    expect([middle, last, late].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 0])
    feed.append('a', [{ step: 2, value: 5 }])
    expect([middle, last, late].map((listener) => listener.mock.calls.length)).toEqual([2, 0, 1])
  })

  it('counts the same function twice where it listens twice', () => {
    const feed = createSeriesFeed()
    const listener = vi.fn<() => void>()
    const end = feed.subscribe(listener)
    feed.subscribe(listener)
    feed.append('a', [{ step: 1, value: 5 }])
    end()
    end()
    feed.append('a', [{ step: 2, value: 5 }])
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('tells the others though one throws, and throws then', () => {
    const feed = createSeriesFeed()
    const [first, second] = [new Error('first'), new Error('second')]
    const throwing = (error: Error) => () => {
      throw error
    }
    feed.subscribe(throwing(first))
    const listener = vi.fn<() => void>()
    feed.subscribe(listener)
    expect(() => feed.append('a', [{ step: 1, value: 5 }])).toThrow(first)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(pointsOf(feed, 'a')).toEqual([[1, 5]])
    feed.subscribe(throwing(second))
    expect(() => feed.remove('a')).toThrow(
      expect.objectContaining({ name: 'AggregateError', errors: [first, second] }),
    )
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
