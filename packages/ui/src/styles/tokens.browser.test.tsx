import '../styles.css'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { MetricChart } from '../charts/MetricChart.tsx'
import { markedRuns, markedSeries, marks as curveMarks } from '../charts/testdata/markStates.ts'
import { colorCount } from '../style/runStyle.ts'

type Rgb = readonly [number, number, number]

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

/** A part with nothing in it but a place to try a colour on. */
function mountPart(theme: string | null): HTMLElement {
  const part = document.createElement('div')
  part.className = 'runoff'
  if (theme !== null) part.dataset['theme'] = theme
  const probe = document.createElement('i')
  part.append(probe)
  document.body.append(part)
  return probe
}

function colorOf(probe: HTMLElement, token: string): Rgb {
  probe.style.color = 'rgb(1, 2, 3)'
  probe.style.color = `var(--runoff-${token})`
  return readRgb(getComputedStyle(probe).color)
}

function readRgb(text: string): Rgb {
  const [red, green, blue] = Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits))
  if (red === undefined || green === undefined || blue === undefined) throw new Error(text)
  return [red, green, blue]
}

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance([red, green, blue]: Rgb): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const judged = ['good', 'warn', 'orange', 'bad']
const runColors = Array.from({ length: colorCount }, (_, index) => `color-${index + 1}`)

const texts: readonly (readonly [string, string])[] = [
  ...['text', 'muted', 'accent'].flatMap((token) =>
    ['surface', 'raised', 'hover'].map((ground) => [token, ground] as const),
  ),
  ...judged.flatMap((token) =>
    ['surface', 'raised', `${token}-soft`].map((ground) => [token, ground] as const),
  ),
  ['text', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
]

const marks: readonly (readonly [string, string])[] = [
  ...[...runColors, 'border', 'focus', 'star'].map((token) => [token, 'surface'] as const),
  ...runColors.map((token) => [token, 'raised'] as const),
]

describe.each(['light', 'dark'])('the colours of the %s theme', (theme) => {
  it.each(texts)('lets %s be read on %s', (token, ground) => {
    const probe = mountPart(theme)
    expect(contrast(colorOf(probe, token), colorOf(probe, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(marks)('lets %s be seen on %s', (token, ground) => {
    const probe = mountPart(theme)
    expect(contrast(colorOf(probe, token), colorOf(probe, ground))).toBeGreaterThanOrEqual(3)
  })
})

describe('the tokens', () => {
  it('begin the colours of runs with the five that people know', () => {
    for (const theme of ['light', 'dark']) {
      const probe = mountPart(theme)
      expect(runColors.slice(0, 5).map((token) => colorOf(probe, token))).toEqual([
        [0x25, 0x63, 0xeb],
        [0x16, 0xa3, 0x4a],
        [0xdc, 0x26, 0x26],
        [0x93, 0x33, 0xea],
        [0xea, 0x58, 0x0c],
      ])
    }
  })

  it('follow the color-scheme of the page where no theme is set', () => {
    const light = colorOf(mountPart('light'), 'surface')
    const dark = colorOf(mountPart('dark'), 'surface')
    const probe = mountPart(null)
    expect(colorOf(probe, 'surface')).toEqual(light)
    document.documentElement.style.colorScheme = 'dark'
    expect(colorOf(probe, 'surface')).toEqual(dark)
    document.documentElement.style.colorScheme = ''
  })

  it('let a value of the host reach the parts within a part', () => {
    const probe = mountPart('light')
    const inner = document.createElement('div')
    inner.className = 'runoff'
    probe.parentElement?.append(inner)
    inner.append(probe)
    probe
      .closest<HTMLElement>('.runoff[data-theme]')
      ?.style.setProperty('--runoff-accent', 'rgb(9, 8, 7)')
    expect(colorOf(probe, 'accent')).toEqual([9, 8, 7])
  })

  it('take the font of the host where the token is set to initial', () => {
    document.body.style.fontFamily = 'monospace'
    const part = mountPart('light').parentElement
    if (part === null) throw new Error('no part')
    expect(getComputedStyle(part).fontFamily).toContain('system-ui')
    part.style.setProperty('--runoff-font', 'initial')
    expect(getComputedStyle(part).fontFamily).toBe('monospace')
    document.body.style.fontFamily = ''
  })

  it('color a run by attribute, so that no style needs to stand in the markup', () => {
    const probe = mountPart('light')
    const dots = runColors.map((_, index) => {
      const dot = document.createElement('span')
      dot.className = 'runoff-run-color'
      dot.dataset['color'] = String(index + 1)
      probe.parentElement?.append(dot)
      return getComputedStyle(dot).backgroundColor
    })
    expect(dots).toEqual(runColors.map((token) => `rgb(${colorOf(probe, token).join(', ')})`))
  })
})

/** What a reader meets in a chart: where it is, and what it is painted with. */
const chartTexts: readonly (readonly [string, 'color' | 'fill'])[] = [
  ['.runoff-chart-title', 'color'],
  ['.runoff-chart-axes text', 'fill'],
  ['.runoff-chart-legend-name', 'color'],
  ['.runoff-chart-key-note', 'color'],
  ['.runoff-chart-notes', 'color'],
  ['.runoff-chart-data > summary', 'color'],
  ['.runoff-chart-button', 'color'],
  ['.runoff-mark-words', 'fill'],
  ['.runoff-chart-tooltip', 'color'],
  ['.runoff-chart-tooltip-head', 'color'],
]
const chartMarks: readonly (readonly [string, 'stroke' | 'fill' | 'borderLeftColor'])[] = [
  ['.runoff-chart-baseline', 'stroke'],
  ['.runoff-chart-tick line', 'stroke'],
  ['.runoff-chart-swatch', 'stroke'],
  ['.runoff-mark-star', 'fill'],
  ['.runoff-mark-ring', 'stroke'],
  ['.runoff-mark-line', 'stroke'],
  ['.runoff-mark-flag', 'fill'],
  ['.runoff-mark-turn', 'stroke'],
  ['.runoff-chart-crosshair', 'borderLeftColor'],
]

/** The least contrast with the surface that any element of a chart has. */
function leastContrast(
  figure: HTMLElement,
  [selector, property]: readonly [string, 'color' | 'fill' | 'stroke' | 'borderLeftColor'],
): number {
  const ground = readRgb(getComputedStyle(figure).backgroundColor)
  const found = Array.from(figure.querySelectorAll(selector), (element) =>
    contrast(readRgb(getComputedStyle(element)[property]), ground),
  )
  if (found.length === 0) throw new Error(`nothing is a ${selector}`)
  return Math.min(...found)
}

function renderChart(theme: string): HTMLElement {
  const smoothing = { kind: 'ema', weight: 0.6 } as const
  const { container } = render(
    <MetricChart
      title="Eval loss"
      width={600}
      series={markedSeries}
      runs={markedRuns}
      marks={curveMarks}
      smoothing={smoothing}
      data-theme={theme}
    />,
  )
  const figure = container.querySelector('figure')
  if (figure === null) throw new Error('no figure')
  return figure
}

describe.each(['light', 'dark'])('a chart in the %s theme', (theme) => {
  it.each(chartTexts)('can be read: %s', (...part) => {
    expect(leastContrast(renderChart(theme), part)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(chartMarks)('can be seen: %s', (...part) => {
    expect(leastContrast(renderChart(theme), part)).toBeGreaterThanOrEqual(3)
  })

  it('would be refused with words, lines and edges that are a little too faint', () => {
    const figure = renderChart(theme)
    const isLight = theme === 'light'
    figure.style.setProperty('--runoff-muted', isLight ? '#7a828b' : '#6c757e')
    figure.style.setProperty('--runoff-border', isLight ? '#9aa2ab' : '#505962')
    for (let color = 1; color <= colorCount; color++) {
      figure.style.setProperty(`--runoff-color-${color}`, isLight ? '#5fbf80' : '#4a3aa8')
    }
    expect(leastContrast(figure, ['.runoff-chart-axes text', 'fill'])).toBeLessThan(4.5)
    expect(leastContrast(figure, ['.runoff-chart-baseline', 'stroke'])).toBeLessThan(3)
    expect(leastContrast(figure, ['.runoff-mark-star', 'fill'])).toBeLessThan(3)
    expect(leastContrast(figure, ['.runoff-chart-swatch', 'stroke'])).toBeLessThan(3)
  })
})
