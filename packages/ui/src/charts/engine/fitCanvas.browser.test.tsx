import { afterEach, describe, expect, it } from 'vitest'
import { fitCanvas } from './fitCanvas.ts'
import { canvasBleedPx } from './scene.ts'

afterEach(() => document.body.replaceChildren())

const layout = { left: 36, top: 10, width: 500.4, height: 201.3 }

/** A canvas in a box that begins anywhere on the page. */
function placed(left: number, top: number): { box: HTMLElement; canvas: HTMLCanvasElement } {
  const box = document.createElement('div')
  const canvas = document.createElement('canvas')
  box.style.cssText = `position: absolute; left: ${left}px; top: ${top}px`
  canvas.style.position = 'absolute'
  box.append(canvas)
  document.body.append(box)
  return { box, canvas }
}

describe('fitCanvas', () => {
  it.each([1, 1.1, 1.25, 1.5, 1.75, 2, 3])(
    'lays its pixels on those of the screen at a density of %s, wherever its box begins',
    (density) => {
      for (const [x, y] of [
        [0, 0],
        [0.3, 7.6],
        [101.5, 33.25],
      ] as const) {
        const { box, canvas } = placed(x, y)
        fitCanvas(canvas, box, layout, density)
        const at = canvas.getBoundingClientRect()
        // Pages are laid out in 64ths of a pixel.
        const rounding = (density * 2) / 64
        for (const edge of [at.left, at.top]) {
          expect(Math.abs(edge * density - Math.round(edge * density))).toBeLessThan(rounding)
        }
        expect(Math.abs(at.width * density - canvas.width)).toBeLessThan(rounding)
        expect(Math.abs(at.height * density - canvas.height)).toBeLessThan(rounding)
        const plotLeft = (at.left - box.getBoundingClientRect().left) * density
        const bleed = Math.round(canvasBleedPx * density)
        expect(Math.abs(plotLeft + bleed - layout.left * density)).toBeLessThan(0.5 + rounding)
      }
    },
  )

  it('does not clear a picture that fits already', () => {
    const { box, canvas } = placed(0.4, 0)
    fitCanvas(canvas, box, layout, 1)
    const context = canvas.getContext('2d')
    context?.fillRect(0, 0, 9, 9)
    fitCanvas(canvas, box, layout, 1)
    expect(context?.getImageData(1, 1, 1, 1).data[3]).toBe(255)
  })

  it('has no pixel where there is no room', () => {
    const { box, canvas } = placed(0, 0)
    fitCanvas(canvas, box, { ...layout, width: 0, height: 0 }, 2)
    expect([canvas.width, canvas.height]).toEqual([0, 0])
  })
})
