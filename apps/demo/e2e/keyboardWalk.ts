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
  /** Presses a key; whether the focus is still in the page, and not in the browser around it. */
  readonly hasNext: (key: string) => Promise<boolean>
  /** Waits, without a key, until the focus is where it shall be. */
  readonly reach: (isThere: (focused: Focused) => boolean) => Promise<Focused>
  /** Presses a key until the focus is where it shall be. */
  readonly until: (key: string, isThere: (focused: Focused) => boolean) => Promise<Focused>
}

/** So often a key is pressed in search of something, before it counts as out of reach. */
const mostPresses = 150

/** A dialog takes the focus and gives it back a little later; a machine may be busy besides. */
const patienceMs = 5000

/** Returns a walk that fails where the focus is lost, cannot be seen, or lies under something. */
export async function keyboardWalk(page: Page): Promise<KeyboardWalk> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  let presses = 0

  const focused = async (): Promise<Focused> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    })
    const { objectId } = result
    const of = objectId === undefined ? {} : { objectId }
    const { nodes } = await session.send('Accessibility.getAXNodeAndAncestors', of)
    const [raw, ...around] = nodes
    if (raw === undefined) throw new Error('What has the focus is not in the accessibility tree.')
    const within = around.filter(({ ignored }) => !ignored)
    return { ...nodeOf(raw), within: within.map((node) => nodeOf(node)) }
  }

  const strike = async (key: string): Promise<void> => {
    presses += 1
    await page.keyboard.press(key)
  }
  const press = async (key: string): Promise<Focused> => {
    await strike(key)
    const fault = await lastingFault(page)
    const now = await focused()
    if (fault !== null) throw new Error(`${now.role} “${now.name}”, after ${key}: ${fault}`)
    return now
  }

  return {
    pressed: () => presses,
    focused,
    press,
    async hasNext(key) {
      await strike(key)
      if (await page.evaluate(() => document.activeElement === document.body)) return false
      const fault = await lastingFault(page)
      const { role, name } = await focused()
      if (fault !== null) throw new Error(`${role} “${name}”, after ${key}: ${fault}`)
      return true
    },
    async reach(isThere) {
      const end = Date.now() + patienceMs
      for (;;) {
        const now = await focused()
        if (isThere(now)) return now
        if (Date.now() > end) throw new Error(`The focus stays on ${now.role} “${now.name}”.`)
        await page.waitForTimeout(20)
      }
    },
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

/** Returns what is wrong with the focus and stays so; `null` where nothing does. */
async function lastingFault(page: Page): Promise<string | null> {
  const end = Date.now() + patienceMs
  for (;;) {
    const fault = await page.evaluate(faultOfFocus)
    if (fault === null || Date.now() > end) return fault
    await page.waitForTimeout(20)
  }
}

/** Runs in the page. Returns what is wrong with how the focus looks, `null` where nothing is. */
function faultOfFocus(): string | null {
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
  let { left, right, top, bottom } = element.getBoundingClientRect()
  const clip = (frame: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>): void => {
    left = Math.max(left, frame.left)
    right = Math.min(right, frame.right)
    top = Math.max(top, frame.top)
    bottom = Math.min(bottom, frame.bottom)
  }
  clip({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const isScroller = around.scrollHeight > around.clientHeight && around !== document.body
    const { overflowY } = getComputedStyle(around)
    if (isScroller && /auto|scroll/.test(overflowY)) clip(around.getBoundingClientRect())
  }
  if (right <= left || bottom <= top) return 'it is out of sight'
  const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const))
  const seen = places.filter(([x, y]) => {
    const hit = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))
    return hit !== null && (element.contains(hit) || hit.contains(element) || label?.contains(hit))
  })
  // A part may lie under something that floats, or under a column that stays in sight.
  return seen.length > 0 ? null : 'it lies under something else'
}
