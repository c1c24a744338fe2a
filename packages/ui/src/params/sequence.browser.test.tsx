import '../styles.css'
import { describe, expect, it } from 'vitest'
import { toneCount } from './geometry/toneOf.ts'

/** Relative luminance and contrast as in WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = Array.from(color.matchAll(/\d+/g), ([digits]) => {
      const share = Number(digits) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'])('the sequential scale of the %s theme', (theme) => {
  it('can be seen on the surface, and grows stronger step by step', () => {
    const part = document.createElement('div')
    part.className = 'runoff runoff-param'
    part.dataset['theme'] = theme
    const probe = document.createElement('i')
    part.append(probe)
    document.body.append(part)
    const colorOf = (token: string): string => {
      probe.style.color = 'rgb(1, 2, 3)'
      probe.style.color = `var(--runoff-${token})`
      return getComputedStyle(probe).color
    }
    const surface = colorOf('surface')
    const steps = Array.from({ length: toneCount }, (_, i) =>
      contrast(colorOf(`sequence-${i + 1}`), surface),
    )
    part.remove()
    expect(steps[0]).toBeGreaterThanOrEqual(3)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    for (const [i, step] of steps.slice(1).entries()) {
      expect(step / (steps[i] ?? step)).toBeGreaterThan(1.1)
    }
  })
})
