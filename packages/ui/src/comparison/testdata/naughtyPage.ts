import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import { visibleText } from '../../format/visibleText.ts'
import { runName } from '../../picker/runNames.ts'

/** So many runs are shown at once. */
export const batchSize = 20

/** Returns texts in lists of at most as many as are shown at once. */
export function inBatches(texts: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(texts.length / batchSize) }, (_, batch) =>
    texts.slice(batch * batchSize, (batch + 1) * batchSize),
  )
}

/** As many texts that harm nobody. */
export function harmlessTexts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `harmless ${String(index).padStart(2, '0')}`)
}

/** Returns a run for each text, which is everything in it that people may choose. */
export function runsNamed(texts: readonly string[]): readonly MemoryRun[] {
  return texts.map((text, index) => {
    const values = [1.5, 0.9, 0.5 + index / 100]
    const points = values.map((value, at) => ({ step: (at + 1) * 100, value }))
    return {
      id: idOf(index),
      name: text,
      model: text,
      dataset: text,
      group: `group ${index}`,
      status: 'completed',
      createdAt: '2026-03-04T09:30:00Z',
      params: new Map<string, unknown>([
        ['learning_rate', 1e-4],
        [`p ${text}`, text],
        [text, index],
      ]),
      tags: new Map([[text, text]]),
      best: { step: 300, checkpointPath: text },
      series: new Map([
        ['eval/loss', points],
        ['train/loss', points],
        [`m ${text}`, points],
      ]),
    }
  })
}

/** Returns the id that the run at a place of a batch has. */
export function idOf(index: number): string {
  return `run-${String(index).padStart(2, '0')}`
}

/** Returns a source whose curves fail, each run's with its own text. */
export function failingSource(texts: readonly string[]): RunSource {
  const good = memorySource({ runs: runsNamed(harmlessTexts(texts.length)) })
  const messages = new Map(texts.map((text, index) => [idOf(index), text]))
  return {
    ...good,
    readSeries: async (requests) =>
      requests.map((request) => ({
        request,
        series: null,
        error: new RunoffError('bad-log', messages.get(request.runId) ?? ''),
      })),
  }
}

/** Returns a source that has no list of runs, for a reason that it gives in this text. */
export function closedSource(text: string): RunSource {
  const reject = <T>(): Promise<T> => Promise.reject(new RunoffError('source-failed', text))
  return { ...memorySource({ runs: [] }), listRuns: reject, readSeries: reject }
}

const bareMarks = /[\p{M}\s]/gu

/** Whether what is shown is a name with everything hidden made visible, whole or cut. */
export function isShownName(
  shown: string,
  run: { readonly id: string; readonly name: string },
): boolean {
  // Piles of marks are cut too, and white space is the page's own to fold.
  const whole = visibleText(runName(run) ?? '').replace(bareMarks, '')
  const bare = shown.replace(bareMarks, '')
  if (bare === whole) return true
  const cut = bare.lastIndexOf('…')
  return cut > 0 && whole.startsWith(bare.slice(0, cut)) && whole.endsWith(bare.slice(cut + 1))
}

/** How many elements of each kind there are within one, itself included. */
export function countTags(element: Element): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of [element, ...element.querySelectorAll('*')]) {
    counts.set(each.localName, (counts.get(each.localName) ?? 0) + 1)
  }
  return counts
}

/** What a page must never hold that shows no more than text. */
const forbidden =
  'script, style, img, iframe, object, embed, link, base, meta, video, audio, math, template, marquee, form, body body, [srcdoc], [autofocus]'

const schemes = /^\s*(?:javascript|vbscript|data):/i

/** Returns what text has become that it must not: elements, handlers, addresses that run. */
export function harmIn(page: Element): readonly string[] {
  const elements = Array.from(page.querySelectorAll(forbidden), ({ outerHTML }) => outerHTML)
  const attributes = Array.from(page.querySelectorAll('*'), (element) =>
    Array.from(element.attributes).filter(
      ({ name, value }) =>
        name.startsWith('on') ||
        (/^(?:xlink:)?href$|^src$|^action$/.test(name) && schemes.test(value)),
    ),
  ).flat()
  return [...elements, ...attributes.map(({ name, value }) => `${name}="${value}"`)].map((text) =>
    text.slice(0, 200),
  )
}

/** Returns the pairs of boxes that lie on one another by more than a hair. */
export function overlaps(elements: readonly Element[]): readonly string[] {
  const boxes = elements
    .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
  return boxes.flatMap(({ name, box }, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
      )
      .map((other) => `${name} on ${other.name}`),
  )
}
