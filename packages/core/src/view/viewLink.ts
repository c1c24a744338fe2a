import { deflateSync, strToU8 } from 'fflate'
import { RunoffError, type Notice } from '../errors.ts'
import { fromBase64Url, toBase64Url } from './base64Url.ts'
import {
  completeView,
  defaultComparisonView,
  type ComparisonView,
  type ComparisonViewInput,
} from './comparisonView.ts'
import { inflateText } from './inflateText.ts'
import { viewChanges } from './viewChanges.ts'

export interface DecodedView {
  readonly view: ComparisonView
  /** `link-newer` or `link-unreadable`, where the text gave no view. */
  readonly notices: readonly Notice[]
}

// What a link leaves out is as in the defaults, so that these are a part of the version too.
const version = '1'
const mostCharacters = 8192
const mostBytes = 65_536
const mostDepth = 8
const mostEntries = 1000

/**
 * Returns a view as a short text for an address, such as `1.q64FAA`: the version and, deflated in
 * base64url, what of the view is not as in `defaultComparisonView`. It needs no escaping.
 *
 * It holds what `completeView` keeps, and nothing else: no address of a source, no token.
 *
 * @throws {RunoffError} `bad-option` for what `decodeView` refuses: where the text would be longer
 * than 8192 characters, as for a selection of some hundred runs, and where a list has more than
 * 1000 entries. Nothing is left out silently.
 */
export function encodeView(view: ComparisonViewInput): string {
  if (!isSmall(view, 1)) {
    throw new RunoffError(
      'bad-option',
      `The view has a list of more than ${mostEntries} entries, and no link holds such. Select ` +
        'fewer runs, or keep the view as JSON instead.',
    )
  }
  const bytes = strToU8(JSON.stringify(viewChanges(completeView(view))))
  const text = `${version}.${toBase64Url(deflateSync(bytes, { level: 9 }))}`
  if (text.length <= mostCharacters && bytes.length <= mostBytes) return text
  throw new RunoffError(
    'bad-option',
    `The view needs ${text.length} characters for ${bytes.length} bytes, and a link holds at most ` +
      `${mostCharacters} for ${mostBytes}. Select fewer runs, or keep the view as JSON instead.`,
  )
}

/**
 * Returns the view that a text of `encodeView` stands for, whoever wrote it. It never throws.
 *
 * The text is data and nothing more: what a view does not have is dropped, and what is out of its
 * range is as in `defaultComparisonView`. Missing: a text that cannot be read gives that view and
 * a notice, `link-newer` where a later version wrote it, and `link-unreadable` else. Such is a text
 * of more than 8192 characters, and what inflates to more than 65 536 bytes, lies deeper than 8, or
 * has a list of more than 1000.
 */
export function decodeView(text: string): DecodedView {
  if (!isShortText(text)) return unread(unreadable)
  const [, number, body = ''] = /^([1-9]\d*)\.(.*)$/su.exec(text) ?? []
  if (number === undefined) return unread(unreadable)
  if (number !== version) return unread(newer)
  const given = readBody(body)
  return given === null ? unread(unreadable) : { view: completeView(given), notices: [] }
}

/** A caller without types may give anything. */
function isShortText(given: unknown): boolean {
  return typeof given === 'string' && given.length <= mostCharacters
}

function readBody(body: string): object | null {
  try {
    const bytes = fromBase64Url(body)
    const given: unknown = bytes === null ? null : JSON.parse(inflateText(bytes, mostBytes))
    return typeof given === 'object' && isSmall(given, 1) ? given : null
  } catch {
    return null
  }
}

function isSmall(given: unknown, depth: number): boolean {
  if (typeof given !== 'object' || given === null) return true
  if (depth > mostDepth) return false
  const entries = Object.values(given)
  if (Array.isArray(given) && entries.length > mostEntries) return false
  return entries.every((entry) => isSmall(entry, depth + 1))
}

function unread(notice: Notice): DecodedView {
  return { view: defaultComparisonView, notices: [notice] }
}

const newer: Notice = {
  code: 'link-newer',
  message:
    'A newer Runoff made this link, and this one cannot read it: nothing of it is shown. ' +
    'Open it where it was made, or update Runoff.',
}

const unreadable: Notice = {
  code: 'link-unreadable',
  message: 'This link is damaged or incomplete: nothing of it is shown. Copy it again, whole.',
}
