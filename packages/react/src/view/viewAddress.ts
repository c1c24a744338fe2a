import {
  decodeView,
  encodeView,
  type ComparisonView,
  type ComparisonViewInput,
  type Notice,
} from '@runoff/core'

/** Where in the page's address a view is kept. Two on one page need two keys. */
export interface ViewAddress {
  /** `hash` never reaches a server; `search` leaves anchors and routers in the hash alone. */
  readonly in: 'hash' | 'search'
  readonly key: string
}

export interface LinkedView {
  /** `null` where the address holds no view, or one that cannot be read. */
  readonly view: ComparisonView | null
  /** Why it cannot be read. */
  readonly notices: readonly Notice[]
}

export const defaultViewAddress: ViewAddress = { in: 'hash', key: 'view' }

/** Returns the view that an address holds; what cannot be read is a notice. It never throws. */
export function readLink(url: string, address: ViewAddress = defaultViewAddress): LinkedView {
  const text = linkTextOf(url, address)
  if (text === null) return { view: null, notices: [] }
  const { view, notices } = decodeView(text)
  return { view: notices.length === 0 ? view : null, notices }
}

/**
 * Returns the address with a view in it, or without one for `null`. Every other part of it stays as
 * it is, letter for letter.
 *
 * In a hash the view is one of the parts between `&`: an anchor `#results` becomes
 * `#results&view=…`. A hash that is a path, as routers keep it, gets a query of its own:
 * `#/runs/7?view=…`.
 *
 * @throws {RunoffError} `bad-option` for a view that is too long for a link, as `encodeView`.
 */
export function writeLink(
  url: string,
  view: ComparisonViewInput | null,
  address: ViewAddress = defaultViewAddress,
): string {
  return withLinkText(url, view === null ? null : encodeView(view), address)
}

/** Returns the text that stands for a view in an address, or `null` where there is none. */
export function linkTextOf(url: string, address: ViewAddress): string | null {
  const own = partsOf(placeOf(url, address)).find(isOf(address.key))
  return own === undefined ? null : unescaped(own.slice(own.indexOf('=') + 1))
}

/** The same as `writeLink`, for a text of `encodeView`. */
export function withLinkText(url: string, text: string | null, address: ViewAddress): string {
  const place = placeOf(url, address)
  const isOwn = isOf(address.key)
  const parts = partsOf(place)
  if (text === null && !parts.some(isOwn)) return url
  const own = text === null ? [] : [`${encodeURIComponent(address.key)}=${text}`]
  const next = [...parts.filter((part) => !isOwn(part)), ...own].join('&')
  return `${place.before}${next === '' ? '' : place.mark}${next}${place.after}`
}

/** The parts of an address around those between `&`: `before`, `mark`, `parts` and `after`. */
interface Place {
  readonly before: string
  readonly mark: '?' | '#'
  readonly parts: string
  readonly after: string
}

function placeOf(url: string, address: ViewAddress): Place {
  const [head, hash] = cutAt(url, '#')
  if (address.in === 'search') return queryOf('', head, hash)
  const path = hash.slice(1)
  if (!/^!?\//u.test(path)) return { before: head, mark: '#', parts: path, after: '' }
  const [inner, anchor] = cutAt(path, '#')
  return queryOf(`${head}#`, inner, anchor)
}

function queryOf(before: string, path: string, after: string): Place {
  const [own, query] = cutAt(path, '?')
  return { before: before + own, mark: '?', parts: query.slice(1), after }
}

/** What is before the first such sign, and what begins with it. */
function cutAt(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

function partsOf({ parts }: Place): readonly string[] {
  return parts === '' ? [] : parts.split('&')
}

/** An anchor may have the name of the key; a view follows an equals sign. */
function isOf(key: string): (part: string) => boolean {
  return (part) => part.includes('=') && unescaped(part.slice(0, part.indexOf('='))) === key
}

/** What is escaped wrongly is taken as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
