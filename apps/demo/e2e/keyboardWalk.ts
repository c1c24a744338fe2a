import type { Page } from 'playwright'
import { nodeOf, type AccessNode } from './accessTree.ts'

/** What has the focus, as assistive technology and the eye meet it. */
export interface Focused extends AccessNode {
  /** What it lies in, from the inside out. */
  readonly within: readonly AccessNode[]
}

/** A person with a keyboard and nothing else, who looks where the focus is after each key. */
export interface KeyboardWalk {
  /** How many keys were pressed. */
  readonly pressed: () => number
  readonly focused: () => Promise<Focused>
  /** Presses a key and returns where the focus is then. */
  readonly press: (key: string) => Promise<Focused>
  /** Presses a key until the focus is where it shall be. */
  readonly until: (key: string, isThere: (focused: Focused) => boolean) => Promise<Focused>
}

/** So often a key is pressed in search of something, before it counts as out of reach. */
const mostPresses = 150

/** Returns a walk that fails where the focus is lost, cannot be seen, or lies under something. */
export async function keyboardWalk(page: Page): Promise<KeyboardWalk> {
  const session = await page.context().newCDPSession(page)
  let presses = 0

  const focused = async (): Promise<Focused> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    })
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    })
    const [raw] = nodes
    if (raw === undefined) throw new Error('What has the focus is not in the accessibility tree.')
    const { backendDOMNodeId: backendNodeId } = raw
    const lines = await session.send('Accessibility.getAXNodeAndAncestors', {
      ...(backendNodeId === undefined ? {} : { backendNodeId }),
    })
    const within = lines.nodes.slice(1).filter(({ ignored }) => !ignored)
    return { ...nodeOf(raw), within: within.map((node) => nodeOf(node)) }
  }

  const press = async (key: string): Promise<Focused> => {
    presses += 1
    await page.keyboard.press(key)
    // What a dialog gives back comes a frame later; a machine may be busy with other things.
    await page.waitForFunction(() => document.activeElement !== document.body).catch(() => {
      throw new Error(`The focus was lost by the key ${key}.`)
    })
    const now = await focused()
    const fault = await page.evaluate(faultOfFocus)
    if (fault !== null) throw new Error(`${now.role} “${now.name}”, after ${key}: ${fault}`)
    return now
  }

  return {
    pressed: () => presses,
    focused,
    press,
    async until(key, isThere) {
      const passed: string[] = []
      while (passed.length < mostPresses) {
        const now = await press(key)
        if (isThere(now)) return now
        passed.push(`${now.role} ${now.name}`)
      }
      throw new Error(`${mostPresses} times ${key} did not lead there, but by ${passed.join(', ')}`)
    },
  }
}

/** Runs in the page. Returns what is wrong with how the focus looks, `null` where nothing is. */
export function faultOfFocus(): string | null {
  const element = document.activeElement
  if (element === null || element === document.body) return 'nothing has the focus'
  // A status that takes the focus for a moment, so that it is not lost, is not a control.
  if (element.getAttribute('role') === 'status') return null
  // The ring of a hidden radio button is drawn by its label.
  const label = element.closest('label')
  const hasRing = [element, ...(label === null ? [] : [label])].some((ringed) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ringed)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })
  if (!hasRing) return 'the focus has no ring'
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const [fromX, toX] = [Math.max(left, 0), Math.min(right, innerWidth)]
  const [fromY, toY] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  if (toX <= fromX || toY <= fromY) return 'it is out of sight'
  const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const))
  const seen = places.filter(([x, y]) => {
    const hit = document.elementFromPoint(fromX + x * (toX - fromX), fromY + y * (toY - fromY))
    return hit !== null && (element.contains(hit) || hit.contains(element) || label?.contains(hit))
  })
  // A part may lie under something that floats, as long as the most of it can be seen.
  return seen.length * 2 > places.length ? null : 'it lies under something else'
}
