import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

/** The rules that stories are tested by, from the same package. */
const fromStories = createRequire(
  createRequire(import.meta.url).resolve('@storybook/addon-a11y/package.json'),
)
const axeSource = readFileSync(fromStories.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  readonly axe: {
    readonly run: (
      selector: string,
      options: unknown,
    ) => Promise<{
      readonly violations: readonly {
        readonly id: string
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
      }[]
    }>
  }
}

/**
 * Returns each breach of the rules of WCAG 2.2 AA and of good practice, with where it is: on the
 * whole page, or in what a selector finds.
 */
export async function axeFaults(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as AxeWindow
    const { violations } = await axe.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
  }, within)
}

/**
 * Returns the controls that are smaller than 24 by 24 pixels, whose label is no larger, and that
 * have a neighbour within that reach. The handles between columns are as wide for a finger alone.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = 24
    const query = 'button, summary, input, select, textarea, a[href]'
    const boxOf = (element: Element): DOMRect => {
      const label = element.matches('input') ? element.closest('label') : null
      return (label ?? element).getBoundingClientRect()
    }
    const targets = [...document.querySelectorAll(query)]
      .filter((element) => element.checkVisibility() && element.closest('[inert]') === null)
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
    const isSmall = ({ width, height }: DOMRect): boolean =>
      width < least - 0.5 || height < least - 0.5
    // WCAG 2.5.8: a circle of 24 pixels about a small target meets no other target.
    const isCrowded = (box: DOMRect, of: Element): boolean => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      return targets.some(({ element, box: other }) => {
        if (element === of || element.contains(of) || of.contains(element)) return false
        const dx = Math.max(other.left - x, 0, x - other.right)
        const dy = Math.max(other.top - y, 0, y - other.bottom)
        return Math.hypot(dx, dy) < least / 2
      })
    }
    return targets
      .filter(({ element, box }) => isSmall(box) && isCrowded(box, element))
      .map(({ element, box }) => {
        const size = `${box.width.toFixed(1)} × ${box.height.toFixed(1)}`
        return `${size}: ${element.outerHTML.slice(0, 140)}`
      })
  })
}

/** Returns what is wider than the window and not within something that scrolls and has a name. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const isNamedScroller = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.closest('[aria-label], [aria-labelledby], fieldset, dialog, details') !== null
    const isWithinScroller = (element: Element): boolean => {
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        if (isNamedScroller(around)) return true
        // What is cut off and spoken, such as words for screen readers alone.
        if (getComputedStyle(around).clipPath !== 'none') return true
      }
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect()
      const isOut = right > root.clientWidth + 1 || left < -1
      return width > 1 && isOut && element.checkVisibility() && !isWithinScroller(element)
    })
    const scroll = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []
    return [...scroll, ...wide.map((element) => element.outerHTML.slice(0, 140))]
  })
}

/**
 * Returns the texts that are cut off, without an ellipsis and a whole text on hover, by what is
 * around them.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cuts = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(element)
      const [clipsX, clipsY] = [overflowX, overflowY].map((value) => /hidden|clip/.test(value))
      if (clipPath !== 'none' || !element.checkVisibility()) return false
      if (element.matches('select, input, canvas, svg, svg *')) return false
      // A text that is spoken alone is one pixel large.
      if (element.clientWidth <= 1 || element.innerText.trim() === '') return false
      const isCutHigh = clipsY === true && element.scrollHeight > element.clientHeight + 2
      const isCutWide = clipsX === true && element.scrollWidth > element.clientWidth + 2
      const isSaidWhole = textOverflow === 'ellipsis' && element.closest('[title]') !== null
      return isCutHigh || (isCutWide && !isSaidWhole)
    })
    return cuts.map((element) => element.outerHTML.slice(0, 200))
  })
}

/** Returns what moves for longer than an instant; what only listens to colours takes 1 ms. */
export function motions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
        const lasts = (durations: string): boolean =>
          durations.split(',').some((duration) => Number.parseFloat(duration) > 0.001)
        return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration))
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
