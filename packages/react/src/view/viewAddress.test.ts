// @vitest-environment node
import { completeView, encodeView } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLink, writeLink, type ViewAddress } from './viewAddress.ts'

const view = completeView({ selectedIds: ['a', 'b'] })
const text = encodeView(view)
const inHash: ViewAddress = { in: 'hash', key: 'view' }
const inSearch: ViewAddress = { in: 'search', key: 'view' }

describe('writeLink', () => {
  it.each([
    ['https://a.b/runs', `https://a.b/runs#view=${text}`],
    ['https://a.b/runs#', `https://a.b/runs#view=${text}`],
    ['/runs?token=%20+a&b#view=old', `/runs?token=%20+a&b#view=${text}`],
    ['', `#view=${text}`],
    // An anchor comes first, so that people still see where it leads.
    ['/runs#results', `/runs#results&view=${text}`],
    ['/runs#view', `/runs#view&view=${text}`],
    ['/runs#a=1&view=old&b=%3D', `/runs#a=1&b=%3D&view=${text}`],
    ['/runs#view=old&a&view=older', `/runs#a&view=${text}`],
    // A router in the hash has a query of its own.
    ['/runs#/', `/runs#/?view=${text}`],
    ['/runs#/runs/7', `/runs#/runs/7?view=${text}`],
    ['/runs#!/runs/7?tab=a#b', `/runs#!/runs/7?tab=a&view=${text}#b`],
    ['/runs#/runs/7?view=old&tab=a', `/runs#/runs/7?tab=a&view=${text}`],
  ])('keeps a view in the hash of %s', (url, written) => {
    expect(writeLink(url, view)).toBe(written)
  })

  it.each([
    ['https://a.b/runs', `https://a.b/runs?view=${text}`],
    ['/runs?', `/runs?view=${text}`],
    ['/runs?a=%20+1&view=old&b#results?c', `/runs?a=%20+1&b&view=${text}#results?c`],
    ['/runs#/runs/7?view=route', `/runs?view=${text}#/runs/7?view=route`],
  ])('keeps a view in the query of %s', (url, written) => {
    expect(writeLink(url, view, inSearch)).toBe(written)
  })

  it.each([
    ['/runs#view=old', inHash, '/runs'],
    ['/runs#results&view=old', inHash, '/runs#results'],
    ['/runs#/runs/7?view=old', inHash, '/runs#/runs/7'],
    ['/runs#', inHash, '/runs#'],
    ['/runs?#view', inHash, '/runs?#view'],
    ['/runs?view=old&a#results', inSearch, '/runs?a#results'],
    ['/runs?view=old', inSearch, '/runs'],
  ] as const)('takes the view out of %s in %o', (url, address, written) => {
    expect(writeLink(url, null, address)).toBe(written)
  })

  it('refuses a view that is too long for a link', () => {
    const selectedIds = Array.from({ length: 1000 }, (_, i) => `${i * 7919}-${i * 104_729}`)
    expect(() => writeLink('/', { selectedIds, metrics: selectedIds.toReversed() })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    )
  })
})

describe('readLink', () => {
  it.each(['#results', '#view', '#/runs/7', '#/view=1.q64FAA', '?view=1.q64FAA', '#views=1', ''])(
    'finds no view in %s, and nothing wrong with it',
    (url) => {
      expect(readLink(`https://a.b/${url}`)).toEqual({ view: null, notices: [] })
    },
  )

  it.each(['#view=', '#view=grid', '#view=1.q64F', '#view=%E0%A4', `#view=${text}.`])(
    'says that it cannot read %s',
    (url) => {
      const { view: read, notices } = readLink(url)
      expect(read).toBeNull()
      expect(notices.map(({ code }) => code)).toEqual(['link-unreadable'])
    },
  )

  it('reads a link whose signs somebody has escaped', () => {
    const escaped = text.replaceAll('.', '%2E')
    expect(readLink(`/?%76iew=${escaped}`, inSearch).view).toEqual(view)
  })

  const hashes = fc.oneof(
    fc.constantFrom('', '#', '#results', '#/runs/7', '#!/a?b=c', '#a=1&b', '#/a#b', '#view=x&c'),
    fc.webFragments().map((hash) => `#${hash}`),
  )
  const urls = fc
    .tuple(fc.webUrl({ withQueryParameters: true }), hashes)
    .map(([page, hash]) => page + hash)
  const addresses = fc.record({
    in: fc.constantFrom('hash' as const, 'search' as const),
    key: fc.constantFrom('view', 'a', 'left view', '__proto__', '\u00e9=&#?'),
  })

  it('finds what was written, wherever that is', () => {
    fc.assert(
      fc.property(urls, addresses, (url, address) => {
        const link = writeLink(url, view, address)
        expect(readLink(link, address)).toEqual({ view, notices: [] })
        expect(writeLink(link, view, address)).toBe(link)
        expect(() => new URL(link)).not.toThrow()
      }),
    )
  })

  it('keeps every other part of an address, letter for letter', () => {
    fc.assert(
      fc.property(urls, addresses, (url, address) => {
        const bare = writeLink(url, null, address)
        const again = writeLink(writeLink(bare, view, address), null, address)
        // A mark with nothing behind it may go.
        expect(again.replaceAll(/[?#](?=#|$)/gu, '')).toBe(bare.replaceAll(/[?#](?=#|$)/gu, ''))
      }),
    )
  })

  it('keeps two views apart that have two keys', () => {
    const other = completeView({ lossMode: 'eval' })
    const right: ViewAddress = { in: 'hash', key: 'right' }
    const both = writeLink(writeLink('/', view), other, right)
    expect([readLink(both).view, readLink(both, right).view]).toEqual([view, other])
    expect(readLink(writeLink(both, null)).view).toBeNull()
    expect(readLink(writeLink(both, null), right).view).toEqual(other)
  })
})
