import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../../styles.css'
import { LossChart } from '../LossChart.tsx'
import { evalSeries, lossSeries, runNames, runsOf } from '../testdata/chartData.ts'
import { drawn, figureOf } from '../testdata/gestures.ts'
import { countPixels, nextFrames } from '../testdata/pixels.ts'
import { stylePictures } from './testdata/pictureStyle.ts'

const names = runNames.slice(0, 2)
const comparison = { comparatorOptions: { threshold: 0.05, allowedMismatchedPixels: 24 } }

/** What of the browser's own protocol is asked here. */
interface DevTools {
  send(
    method: 'Emulation.setEmulatedMedia',
    options: { readonly features: readonly { readonly name: string; readonly value: string }[] },
  ): Promise<void>
}

/** What a reader has asked of the system; an empty value is what it was before. */
async function emulate(name: string, value: string): Promise<void> {
  const session = cdp() as unknown as DevTools
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
  await act(() => nextFrames())
}

async function showLoss(): Promise<HTMLElement> {
  render(
    <LossChart
      trainSeries={lossSeries(names, 120)}
      evalSeries={evalSeries(names)}
      runs={runsOf(names)}
      width={480}
      height={240}
    />,
  )
  await drawn('Loss')
  return figureOf('Loss')
}

afterEach(cleanup)

describe('a chart in forced colours', () => {
  beforeEach(() => emulate('forced-colors', 'active'))
  afterEach(() => emulate('forced-colors', ''))

  it('keeps the colours that tell its lines apart, in the picture and in the legend', async () => {
    const figure = await showLoss()
    expect(matchMedia('(forced-colors: active)').matches).toBe(true)
    const swatches = Array.from(
      figure.querySelectorAll('.runoff-chart-swatch'),
      (swatch) => getComputedStyle(swatch).stroke,
    )
    expect(new Set(swatches).size).toBe(2)
    expect(swatches).toContain('rgb(37, 99, 235)')
    expect(countPixels(figure, '#2563eb')).toBeGreaterThan(300)
  })

  it('shows which curves are chosen in colours of the system', async () => {
    const figure = await showLoss()
    const [train, , both] = Array.from(figure.querySelectorAll('.runoff-chart-mode'), (mode) =>
      getComputedStyle(mode),
    )
    expect(both?.backgroundColor).not.toBe(train?.backgroundColor)
    expect(both?.color).not.toBe(train?.color)
  })

  it('looks as it did', async () => {
    const restore = stylePictures()
    const figure = await showLoss()
    const plot = figure.querySelector('.runoff-chart-plot')
    if (plot === null) throw new Error('no plot')
    await expect(page.elementLocator(plot)).toMatchScreenshot('forced-colours', comparison)
    restore()
  })
})

describe('a chart for readers who want less motion', () => {
  beforeEach(() => emulate('prefers-reduced-motion', 'reduce'))
  afterEach(() => emulate('prefers-reduced-motion', ''))

  it('moves nothing by itself', async () => {
    const figure = await showLoss()
    expect(getComputedStyle(figure).getPropertyValue('--runoff-motion')).toBe('0ms')
    const moving = Array.from(figure.querySelectorAll('*')).filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element)
      // The probe's millisecond moves nothing: it tells when a colour changes.
      const isProbe = element.matches('.runoff-chart-probe')
      return !isProbe && (Number.parseFloat(transitionDuration) > 0 || animationName !== 'none')
    })
    expect(moving).toEqual([])
    expect(document.getAnimations()).toEqual([])
    expect(countPixels(figure, '#2563eb')).toBeGreaterThan(300)
  })
})
