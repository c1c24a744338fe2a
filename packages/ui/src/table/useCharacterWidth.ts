import { useState, type RefObject } from 'react'
import { useBrowserLayoutEffect } from '../effects/useBrowserLayoutEffect.ts'

/**
 * Returns how wide a digit is in the font of an element, in pixels; `null` on a server and before
 * the element is there, where nothing has a width yet.
 */
export function useCharacterWidth(ref: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useBrowserLayoutEffect(() => {
    const measure = (): void => {
      if (ref.current !== null) setWidth(digitWidth(ref.current))
    }
    measure()
    let isGone = false
    // A font that arrives later has other digits.
    void document.fonts.ready.then(() => (isGone ? undefined : measure()))
    return () => {
      isGone = true
    }
  }, [ref])
  return width
}

const usualWidthPx = 8

function digitWidth(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return usualWidthPx
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const { width } = context.measureText('0')
  return width > 0 ? width : usualWidthPx
}
