import '../styles.css'
import { afterEach, describe, expect, it } from 'vitest'

type Triple = readonly [number, number, number]

afterEach(() => document.body.replaceChildren())

const safeColors = 6

/** How people see who lack one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
const visions: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function paletteOf(theme: string, palette: string | null): readonly Triple[] {
  const part = document.createElement('div')
  part.className = 'runoff'
  part.dataset['theme'] = theme
  if (palette !== null) part.dataset['palette'] = palette
  const probe = document.createElement('i')
  part.append(probe)
  document.body.append(part)
  return Array.from({ length: safeColors }, (_, index) => {
    probe.style.color = `var(--runoff-color-${index + 1})`
    const [r, g, b] = Array.from(getComputedStyle(probe).color.matchAll(/\d+/g), Number)
    return [linear(r), linear(g), linear(b)]
  })
}

/** sRGB to linear light. */
function linear(channel = 0): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** Linear sRGB to CIELAB, under D65. */
function labOf(color: Triple): Triple {
  const [x, y, z] = [
    dot(color, [0.4124, 0.3576, 0.1805]) / 0.95047,
    dot(color, [0.2126, 0.7152, 0.0722]),
    dot(color, [0.0193, 0.1192, 0.9505]) / 1.08883,
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)) as [
    number,
    number,
    number,
  ]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** The least distance of two colours of a palette, as someone sees them. */
function leastDistance(colors: readonly Triple[], [red, green, blue]: readonly Triple[]): number {
  if (red === undefined || green === undefined || blue === undefined) throw new Error('no vision')
  const seen = colors.map((color) =>
    labOf([within(dot(red, color)), within(dot(green, color)), within(dot(blue, color))]),
  )
  const distances = seen.flatMap((a, index) =>
    seen.slice(index + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  )
  return Math.min(...distances)
}

describe.each(['light', 'dark'])('the palette for any colour vision, %s', (theme) => {
  it.each(Object.entries(visions))('keeps its colours apart: %s', (_name, vision) => {
    expect(leastDistance(paletteOf(theme, 'colour-blind-safe'), vision)).toBeGreaterThan(30)
  })

  it('is there because the usual one is not enough', () => {
    const usual = paletteOf(theme, null)
    expect(leastDistance(usual, visions['deuteranopia'] ?? [])).toBeLessThan(10)
  })

  it('can be seen on the ground: a contrast of 3:1', () => {
    const ground = theme === 'light' ? 1 : 0.0069
    for (const color of paletteOf(theme, 'colour-blind-safe')) {
      const luminance = dot(color, [0.2126, 0.7152, 0.0722])
      const [dark, light] = [luminance, ground].toSorted((a, b) => a - b) as [number, number]
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3)
    }
  })
})
