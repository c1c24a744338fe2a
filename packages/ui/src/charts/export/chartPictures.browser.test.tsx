import { defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossCurve } from '../testdata/chartData.ts'
import { chartPng } from './chartPng.ts'
import { chartSvg } from './chartSvg.ts'
import { requestOf } from './testdata/exportRequest.ts'

const series = new Map([
  ['r1', lossCurve(1, 400)],
  ['r2', lossCurve(2, 30, { every: 10 })],
])
const request = requestOf(series)

function parsed(svg: string): XMLDocument {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const error = document.querySelector('parsererror')
  if (error !== null) throw new Error(error.textContent)
  return document
}

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no context')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

/** How many pixels have just this colour. */
function countColor({ data }: ImageData, [red, green, blue]: readonly number[]): number {
  let count = 0
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++
  }
  return count
}

const rgbOf = (runId: string): number[] => {
  const line = request.model.lines.find((one) => one.runId === runId)
  const { red, green, blue } = request.looks.colorOf(line?.style.colorVariable ?? '')
  return [red, green, blue]
}
const height = (): number => Number(/ height="(\d+)"/.exec(chartSvg(request))?.[1])

describe('chartSvg in a browser', () => {
  it('is XML with the very names, whatever signs they are of', () => {
    const names = [
      'a ]]> b',
      `"'<&>`,
      'שלום‎ run',
      '長い  名前',
      '\u{1f600}',
      '<script>alert(1)</script>',
    ]
    const runs = names.map((name, at) => ({ id: `r${at}`, name }))
    const flat = new Map(runs.map(({ id }) => [id, defineSeries([{ step: 1, value: 1 }])]))
    const document = parsed(chartSvg(requestOf(flat, { runs, width: 1200 })))
    const texts = Array.from(document.querySelectorAll('text'), (text) => text.textContent)
    for (const { name } of requestOf(flat, { runs }).model.lines) expect(texts).toContain(name)
    expect(document.querySelectorAll('script')).toHaveLength(0)
  })

  it('is XML for any title and name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(text, text, (title, name) => {
        const one = new Map([['r', defineSeries([{ step: 1, value: 1 }])]])
        const document = parsed(chartSvg(requestOf(one, { title, runs: [{ id: 'r', name }] })))
        expect(document.documentElement.nodeName).toBe('svg')
      }),
      { numRuns: 60 },
    )
  })

  it('is drawn by a browser: lines in their colours on the background', async () => {
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([chartSvg(request)], { type: 'image/svg+xml' }))
    await image.decode()
    URL.revokeObjectURL(image.src)
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = context?.getImageData(0, 0, image.width, image.height)
    if (pixels === undefined) throw new Error('no pixels')
    expect(countColor(pixels, rgbOf('r1'))).toBeGreaterThan(100)
    expect(countColor(pixels, rgbOf('r2'))).toBeGreaterThan(100)
    expect(countColor(pixels, [255, 255, 255])).toBeGreaterThan(image.width * 100)
  })

  it('keeps its text within its borders', () => {
    const host = document.createElement('div')
    host.style.direction = 'ltr'
    const long = 'WWWW lr=3e-4 MMMM '.repeat(20)
    const svg = chartSvg(requestOf(series, { title: long, runs: [{ id: 'r1', name: long }] }))
    host.append(document.importNode(parsed(svg).documentElement, true))
    document.body.append(host)
    const box = host.querySelector('svg')?.getBoundingClientRect()
    const edges = Array.from(host.querySelectorAll('text'), (text) => {
      const { left, right, bottom } = text.getBoundingClientRect()
      return { left, right, bottom }
    })
    host.remove()
    expect(edges.length).toBeGreaterThan(10)
    expect(Math.min(...edges.map(({ left }) => left))).toBeGreaterThanOrEqual(box?.left ?? NaN)
    expect(Math.max(...edges.map(({ right }) => right))).toBeLessThanOrEqual(box?.right ?? NaN)
    expect(Math.max(...edges.map(({ bottom }) => bottom))).toBeLessThanOrEqual(box?.bottom ?? NaN)
  })
})

describe('chartPng', () => {
  it('is a PNG of the size times the scale, two to a pixel unless asked otherwise', async () => {
    for (const scale of [undefined, 1, 3]) {
      const blob = await chartPng(request, scale)
      const { width, height: rows } = await createImageBitmap(blob)
      expect(blob.type).toBe('image/png')
      expect([width, rows]).toEqual([640 * (scale ?? 2), height() * (scale ?? 2)])
    }
  })

  it('shows each line in its colour on an opaque background, with text', async () => {
    const pixels = await pixelsOf(await chartPng(request))
    expect(countColor(pixels, rgbOf('r1'))).toBeGreaterThan(400)
    expect(countColor(pixels, rgbOf('r2'))).toBeGreaterThan(400)
    expect(countColor(pixels, [10, 10, 10])).toBeGreaterThan(100)
    expect(pixels.data.filter((part, at) => at % 4 === 3 && part < 255)).toHaveLength(0)
  })

  it('leaves out what is hidden', async () => {
    const shown = { domain: null, hiddenRunIds: new Set(['r1']) }
    const pixels = await pixelsOf(await chartPng(requestOf(series, { shown })))
    expect(countColor(pixels, rgbOf('r1'))).toBe(0)
    expect(countColor(pixels, rgbOf('r2'))).toBeGreaterThan(400)
  })

  it('says within the file where the numbers come from', async () => {
    const text = await (await chartPng(request)).text()
    expect(text).toContain('iTXtDescription')
    expect(text).toContain('line: r1 (id r1): 400 points, all that were logged')
    expect(text).toContain('exported: 2026-11-21 08:32:05 UTC')
  })

  it('can be made where there is nothing to see', async () => {
    const blob = await chartPng(requestOf(new Map()))
    expect(countColor(await pixelsOf(blob), [90, 90, 90])).toBeGreaterThan(10)
  })

  it('refuses in words what browsers cannot make', async () => {
    await expect(chartPng({ ...request, height: 4000 }, 8)).rejects.toThrow(
      /larger than browsers can make/,
    )
    await expect(chartPng(request, 0)).rejects.toThrow(/from 1 to 8/)
    await expect(chartPng(request, NaN)).rejects.toThrow(/from 1 to 8/)
  })
})
