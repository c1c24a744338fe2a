import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles.css'
import { MetricChart } from '../MetricChart.tsx'
import { drawn, figureOf, plotOf } from '../testdata/gestures.ts'
import { nextFrames } from '../testdata/pixels.ts'
import { pictures, type Picture } from './testdata/pictures.ts'
import { stylePictures } from './testdata/pictureStyle.ts'

const plotWidth = 480
/** What a legend beside the plot takes of the figure. */
const legendWidth = 176
const mostRunsBelow = 3

/** Another machine's browser may round a handful of pixels of the few vector marks differently. */
const comparison = {
  comparatorName: 'pixelmatch',
  comparatorOptions: { threshold: 0.05, allowedMismatchedPixels: 24 },
} as const

beforeEach(() => stylePictures())
afterEach(cleanup)

function widthOf({ series, grouping }: Picture['chart']): number {
  const lines = series instanceof Map && grouping === undefined ? series.size : 0
  return lines > mostRunsBelow ? plotWidth + legendWidth : plotWidth
}

async function show({ chart, keys, hovered }: Picture, theme: string): Promise<Element> {
  render(
    <MetricChart
      title="Eval loss"
      width={widthOf(chart)}
      height={240}
      data-theme={theme}
      {...chart}
    />,
  )
  await drawn()
  if (keys !== undefined) {
    plotOf().focus()
    await userEvent.keyboard(keys)
    plotOf().blur()
  }
  const entry = figureOf().querySelector<HTMLElement>(`button[data-run="${hovered}"]`)
  if (hovered !== undefined) act(() => entry?.focus())
  await act(() => nextFrames())
  const plot = figureOf().querySelector('.runoff-chart-plot')
  if (plot === null) throw new Error('no plot')
  return plot
}

describe.each(['light', 'dark'])('a chart in the %s theme', (theme) => {
  it.each([...pictures.keys()])('looks as it did: %s', async (name) => {
    const picture = pictures.get(name)
    if (picture === undefined) throw new Error(`no picture ${name}`)
    const plot = await show(picture, theme)
    expect(plot.getBoundingClientRect().width).toBe(plotWidth)
    await expect(page.elementLocator(plot)).toMatchScreenshot(`${name}-${theme}`, comparison)
  })
})
