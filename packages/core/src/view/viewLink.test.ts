import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeView, defaultComparisonView, type ComparisonViewInput } from './comparisonView.ts'
import { damagedLink, linkOf } from './testdata/damagedLinks.ts'
import { anyView } from './testdata/viewArbitraries.ts'
import { decodeView, encodeView } from './viewLink.ts'

const unread = (code: string) => ({
  view: defaultComparisonView,
  notices: [expect.objectContaining({ code })],
})

/** A view in which nearly everything is set. */
const busyView = (ids: readonly string[]): ComparisonViewInput => ({
  picker: { search: 'qwen3 lora', status: 'completed', sortBy: 'best', groupByModel: true },
  selectedIds: ids,
  objective: { metric: 'eval/accuracy', goal: 'max' },
  lossMode: 'eval',
  metrics: ['eval/accuracy', 'grad_norm', 'learning_rate', 'train/tokens_per_second'],
  charts: { order: ['grad_norm', 'learning_rate'], wide: ['grad_norm'] },
  chartSettings: { xAxis: 'relative-time', yScale: 'log', smoothing: { kind: 'ema', weight: 0.6 } },
  xDomain: { from: 1203.4821, to: 48_210.118 },
  table: {
    sorting: [{ column: 'metric:best:eval/accuracy', isDescending: true }],
    columns: ['best', 'trainLoss', 'evalLoss', 'gap', 'param:learning_rate', 'param:lora.r'],
    pinned: ['best'],
    widths: [{ column: 'param:learning_rate', widthPx: 96 }],
    baselineId: ids[3] ?? null,
  },
  diff: { isSameOpen: true, search: 'lora', baselineId: ids[3] ?? null },
  timelineMetrics: ['train/loss', 'grad_norm'],
  isPickerCollapsed: true,
})

/** Numbers that look like chance, from 0 to 2^32 - 1, the same on every call. */
const hexOf = (i: number): string =>
  (Math.imul(i + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')

const uuids = Array.from({ length: 20 }, (_, i) => {
  const [a, b, c, d] = [hexOf(7 * i), hexOf(11 * i + 3), hexOf(13 * i + 5), hexOf(17 * i + 2)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(0, 3)}-${c.slice(4)}${d}`
})

describe('encodeView', () => {
  it('writes what is not as in the default, and nothing of it is lost', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeView(encodeView(view))).toEqual({ view: completeView(view), notices: [] })
      }),
    )
  })

  it('writes the same for a view and for the whole view that it stands for', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(encodeView(completeView(view))).toBe(encodeView(view))
      }),
    )
  })

  it('needs no escaping in an address', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(encodeView(view)).toMatch(/^1\.[\w-]+$/u)
      }),
    )
  })

  it.each([
    ['36 letters', uuids],
    ['a name of their source', uuids.map((id) => `server:${id}`)],
    [
      'the path of a file',
      uuids.map((id, i) => {
        const folder = `experiments/2026-03/sweep-lora-qwen3/lr-${i % 5}e-4-seed-${i}`
        return `${folder}/${id.slice(0, 8)}/trainer_log.jsonl`
      }),
    ],
  ])('takes less than 2 kB for 20 runs whose id is %s', (_, ids) => {
    const text = encodeView(busyView(ids))
    expect(text.length).toBeLessThan(1600)
    expect(decodeView(text).view.selectedIds).toEqual(ids)
  })

  it('carries nothing that a view does not have', () => {
    const smoothing = { kind: 'ema', weight: 0.5, token: 'SECRET' } as const
    const given = {
      token: 'SECRET',
      picker: { search: 'a', token: 'SECRET' },
      chartSettings: { smoothing },
      table: { sorting: [{ column: 'best', isDescending: true, url: 'SECRET' }] },
      objective: { metric: 'a', goal: 'min', url: 'SECRET' } as const,
    }
    const { view } = decodeView(encodeView(given))
    expect(view.picker.search).toBe('a')
    expect(JSON.stringify(view)).not.toContain('SECRET')
    expect(JSON.stringify(completeView(given))).not.toContain('SECRET')
  })

  it('refuses a view that no link can hold, rather than leave out some of it', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `${hexOf(i)}-${hexOf(3 * i + 1)}`)
    const call = (): string => encodeView({ selectedIds: ids })
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow(/needs \d+ characters .* at most 8192 .* Select fewer runs/u)
    // Short when deflated, but too long when it is inflated.
    expect(() => encodeView({ picker: { search: 'a'.repeat(70_000) } })).toThrow('at most 8192')
  })
})

describe('encodeView of a long list', () => {
  const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${i}`)

  it('keeps a thousand short ids, and refuses one more rather than leave it out', () => {
    expect(decodeView(encodeView({ selectedIds: ids(1000) })).view.selectedIds).toEqual(ids(1000))
    const call = (): string => encodeView({ selectedIds: ids(1001) })
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow(/a list of more than 1000 entries/u)
    expect(() => encodeView({ table: { pinned: ids(1001) } })).toThrow('a list of more than 1000')
  })
})

// Links are kept in papers and chats: what these mean must never change, in any version.
describe('links of version 1', () => {
  const golden: readonly (readonly [string, ComparisonViewInput])[] = [
    ['1.q64FAA', {}],
    ['1.q1YqTs1JTS5JTfFMKVayilZKVNJRSlKKrQUA', { selectedIds: ['a', 'b'] }],
    [
      '1.q1YqTs1JTS5JTfFMKVayigZyi8pSi6yM04ySLJINU3UNUkwTdU3SzFJ1LRPNk3QNk41SjFNN0kwTzZKUdJSKy1NTC4r1c4p0jVN1TfSLU1NTdI2A4vHxBUX5Jfnx8UC2z-ElpWmp-k_XzX-5YrKCsrlSrI5SZrFLZmJOfrp_QWqeklVJUWlqLQA',
      {
        selectedIds: [
          'server:3f2b8c1e-0d5a-4f6e-9a7b-1c2d3e4f5a6b',
          'sweeps/lr-3e-4/seed-2',
          '__proto__',
          'L\u00e4ufe/\u5b9f\u9a13 #7',
        ],
        isDialogOpen: true,
      },
    ],
    [
      '1.NY7BDoJADET_pfGgBjHGgwk38WyiXo0m61KBWN11uysS9N8pBC5NOp2-mQZsqR_oIGmAUTldQALXd4WveD4l49TvHohmE4ig5BPm-IXEu4ARsFc-sLi1eVpCj5l42Dif1iLekL3suTPBpvXeZEjjozZEyjJmvSqEMxwlb9mN9WIVb1K4CKkw1VbqlB8Bj5GdRgPo3zU69OV3I3G4tA',
      {
        picker: {
          search: '^qwen.*(lora|full)$',
          isRegex: true,
          status: 'completed',
          sortBy: 'best',
          groupByModel: true,
          collapsedModels: ['Qwen/Qwen3-1.7B'],
          showArchived: true,
          showAll: true,
        },
        isPickerCollapsed: true,
      },
    ],
    [
      '1.ZVBLT8MwDP4vvlLtJcGhNxDXXdgRTchLTBrWxFOSra2m_nfs8BTcEn9P-wp8eCNT_IWgvUKgkryBFuiC_RKNOSc0EzTgGHsZBxxhbqDnnLdsRVKJgn8IM7TP_6UJ7UvkFGDfgOkwFaFJbrKUlP-DN3-0wh-8pvwm7SW_uuyoFB9dNRvvR18f3wuUhD4uCx8pZq087gz2WrhnJ0HT1zdP4XPyhNHp5ETJUCxe4AZyYC6dxKj50UerKwcUZCDvugLtanEn9i7x-fQwqSGRzYKrhy4olazHKJMDVnnwcStn1JuFAyWpDbnjIdaWjxykt4a9Jg7QrjerxW0DheVJN5v1PL8D',
      {
        objective: { metric: 'eval/accuracy', goal: 'max' },
        lossMode: 'eval',
        metrics: ['eval/accuracy', 'grad_norm'],
        charts: { order: ['grad_norm', 'eval/accuracy'], wide: ['grad_norm'] },
        chartSettings: {
          xAxis: { metric: 'train/tokens' },
          xScale: 'log',
          yScale: 'symlog',
          yRange: 'percentile',
          smoothing: { kind: 'ema', weight: 0.6 },
          groupBy: 'seeds',
          center: 'median',
          band: 'minMax',
          members: 'shown',
        },
        xDomain: { from: 120.5, to: 1e21 },
      },
    ],
    [
      '1.VZBLTwMxDIT_i88rXseckRAHBBLcUA_erEsj5SU7C1Sr_e-104fa62Tmm4kXaDhGAreAFG4h_4D7XsCXOKcMDhI1Dt6NJM3RL8Z79H5m9HsYIMgziac89VTjmdbNcIqKYsBS6qvImFwsjHcM6qghZ5ouBlX-wtR2FrlqPoX708c_uMenB8OPKBRDplcFAPYVL1zmakCbYMIXY5Za5KytA0xhu7VPBvnERO-VtOJoF0L2O4XZQOXdFIyg2RZSV976LWzmZj0A',
      {
        table: {
          sorting: [{ column: 'metric:best:eval/accuracy', isDescending: true }],
          columns: ['best', 'param:lora.r'],
          pinned: ['best'],
          widths: [{ column: 'best', widthPx: 120 }],
          baselineId: 'a',
          isGrouped: true,
          isTransposed: true,
        },
        diff: { isSameOpen: true, search: 'lora', baselineId: 'b' },
        timelineMetrics: [],
      },
    ],
  ]
  it.each(golden)('reads %s', (text, view) => {
    expect(decodeView(text)).toEqual({ view: completeView(view), notices: [] })
  })

  it('leave out what was usual when they were made', () => {
    expect(decodeView('1.q64FAA').view).toEqual({
      picker: {
        search: '',
        isRegex: false,
        status: 'all',
        sortBy: 'newest',
        groupByModel: false,
        collapsedModels: [],
        showArchived: false,
        showAll: false,
      },
      selectedIds: [],
      objective: null,
      lossMode: 'both',
      metrics: null,
      charts: { order: [], wide: [] },
      chartSettings: {
        xAxis: 'step',
        xScale: 'linear',
        yScale: 'linear',
        yRange: 'full',
        smoothing: { kind: 'none' },
        groupBy: null,
        center: 'mean',
        band: 'ci95',
        members: 'hidden',
      },
      xDomain: null,
      table: {
        sorting: [],
        columns: null,
        pinned: [],
        widths: [],
        baselineId: null,
        isGrouped: false,
        isTransposed: false,
      },
      diff: { isSameOpen: false, search: '', baselineId: null },
      timelineMetrics: null,
      isPickerCollapsed: false,
      isDialogOpen: false,
    })
  })
})

describe('decodeView', () => {
  it.each([
    '',
    '1',
    '1.',
    '1.q64FA',
    '1.q64FA*',
    '0.q64FAA',
    '01.q64FAA',
    'q64FAA',
    '.',
    ' 1.q64FAA',
  ])('shows the default view for %j, and says so', (text) => {
    expect(decodeView(text)).toEqual(unread('link-unreadable'))
  })

  it.each([undefined, null, 7, {}, Symbol('1.q64FAA'), Object.create(null)])(
    'shows the default view to a caller that gives no text: %o',
    (text) => {
      expect(decodeView(text as string)).toEqual(unread('link-unreadable'))
    },
  )

  it.each(['2.q64FAA', '10.anything', `${'9'.repeat(400)}.`])(
    'says that a newer version made the link %s',
    (text) => {
      expect(decodeView(text)).toEqual(unread('link-newer'))
    },
  )

  it.each(['null', '1', '"a"', '{', '{"a":1}}', '[1e', '{"a":\u00001}'])(
    'takes %j for no view',
    (text) => {
      expect(decodeView(linkOf(text))).toEqual(unread('link-unreadable'))
    },
  )

  it('drops what a view does not have, also where it would change every object', () => {
    const text =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"lossMode":"eval",' +
      '"picker":{"__proto__":{"search":"x"},"isRegex":true},"table":{"sorting":[{"__proto__":1}]}}'
    const { view, notices } = decodeView(linkOf(text))
    expect(notices).toEqual([])
    expect(view).toEqual(completeView({ lossMode: 'eval', picker: { isRegex: true } }))
    expect(Object.getPrototypeOf(view.picker)).toBe(Object.prototype)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('reads to a depth of 8, and no deeper', () => {
    const nested = (depth: number): string =>
      linkOf(`{"a":`.repeat(depth) + '1' + '}'.repeat(depth))
    expect(decodeView(nested(8)).notices).toEqual([])
    expect(decodeView(nested(9))).toEqual(unread('link-unreadable'))
  })

  it('reads lists of 1000, and no longer ones', () => {
    const list = (count: number): string =>
      linkOf(JSON.stringify({ selectedIds: Array.from({ length: count }, (_, i) => `${i}`) }))
    expect(decodeView(list(1000)).view.selectedIds).toHaveLength(1000)
    expect(decodeView(list(1001))).toEqual(unread('link-unreadable'))
  })

  it('reads 64 kB of what was deflated, and no more', () => {
    const sized = (bytes: number): string =>
      linkOf(`{"lossMode":"eval"${' '.repeat(bytes - 19)}}`.padEnd(bytes))
    expect(decodeView(sized(65_536)).view.lossMode).toBe('eval')
    expect(decodeView(sized(65_537))).toEqual(unread('link-unreadable'))
  })

  it('refuses more than 8192 characters, before it reads them', () => {
    const text = `1.q64FAA${'A'.repeat(8184)}`
    expect(decodeView(text)).toEqual({ view: defaultComparisonView, notices: [] })
    expect(decodeView(`${text}A`)).toEqual(unread('link-unreadable'))
    expect(decodeView(`2.${'A'.repeat(8191)}`)).toEqual(unread('link-unreadable'))
  })

  it('stands whatever somebody made of a link', () => {
    const prototype = Object.getOwnPropertyNames(Object.prototype)
    fc.assert(
      fc.property(damagedLink, (text) => {
        const startMs = performance.now()
        const { view, notices } = decodeView(text)
        // Some milliseconds on a machine that does nothing else.
        expect(performance.now() - startMs).toBeLessThan(5000)
        expect(JSON.stringify(view).length).toBeLessThan(70_000)
        expect(view).toEqual(notices.length > 0 ? defaultComparisonView : completeView(view))
      }),
      { numRuns: 3000, seed: 1 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
  }, 120_000)
})
