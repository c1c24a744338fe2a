import { describe, expect, it } from 'vitest'
import { RefusedStream } from './readEvents.ts'
import { waitMs } from './streamWait.ts'

const timing = { firstMs: 1000, longestMs: 60_000, silenceMs: 1, random: () => 0.5 }

const refused = (status: number, retryAfter?: string): RefusedStream =>
  new RefusedStream(
    new Response('', {
      status,
      headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    }),
  )

describe('waitMs', () => {
  it('doubles its bound with each failure, up to a minute', () => {
    const waits = [0, 1, 2, 5, 6, 7, 1e6].map((failures) => waitMs(null, failures, timing))
    expect(waits).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000])
  })

  it('draws from the whole of what it may wait', () => {
    const waits = [0, 0.25, 0.999].map((share) =>
      waitMs(null, 1, { ...timing, random: () => share }),
    )
    expect(waits).toEqual([0, 500, 1998])
  })

  it.each([404, 405, 501])(
    'takes a long time to ask a server again that has no streams: %i',
    (status) => {
      expect(waitMs(refused(status), 0, timing)).toBe(30_000)
    },
  )

  it.each([
    ['3', 3000],
    ['86400', 60_000],
    ['999999999999', 500],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 60_000],
    ['Fri, 01 Jan 1999 00:00:00 GMT', 500],
    ['-5', 500],
    ['soon', 500],
    ['', 500],
  ])('waits as long as the server asks by "%s", and never more than a minute', (text, expected) => {
    expect(waitMs(refused(503, text), 0, timing)).toBe(expected)
  })
})
