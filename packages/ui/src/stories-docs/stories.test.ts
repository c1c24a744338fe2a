import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as ui from '../index.ts'
import { stateNames, storyMatrix, type StateStory } from './storyMatrix.ts'

const source = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(`${source}${path}`, 'utf8')
const storyTexts = globSync('**/*.stories.tsx', { cwd: source }).map(read)

/** A component is a function or what `forwardRef` returns, and its name begins with a capital. */
function componentNames(exported: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(exported).flatMap(([name, value]) => {
    const isElementType =
      typeof value === 'function' ||
      (typeof value === 'object' && value !== null && '$$typeof' in value)
    return /^[A-Z]/.test(name) && isElementType ? [name] : []
  })
}

/** Returns those of the components that no file of stories documents. */
function withoutStories(names: readonly string[], texts: readonly string[]): readonly string[] {
  const documented = new Set(
    texts.flatMap((text) => [
      ...Array.from(text.matchAll(/^ {2}component: (\w+)/gm), ([, name]) => name),
      ...Array.from(text.matchAll(/^ {2}subcomponents: \{([^}]*)\}/gm), ([, list]) =>
        (list ?? '').split(/[\s,]+/),
      ).flat(),
    ]),
  )
  return names.filter((name) => !documented.has(name))
}

const hasStory = (text: string, story: string): boolean =>
  new RegExp(`^export const ${story}: Story\\b`, 'm').test(text)

describe('the stories', () => {
  it('document the props of every exported component', () => {
    const names = componentNames(ui)
    expect(names).toContain('RunComparison')
    expect(names).toContain('MessagesProvider')
    expect(names).not.toContain('useMessages')
    expect(withoutStories(names, storyTexts)).toEqual([])
  })

  it('would miss a component that has none, or has one of a wrapper alone', () => {
    const text = `const meta = {\n  title: 'A',\n  component: Wrapper,\n  subcomponents: { Inner, Other },\n}`
    expect(withoutStories(['Part', 'Inner', 'Other'], [text])).toEqual(['Part'])
    expect(componentNames({ Part: () => null, useThing: () => null, Limit: 5 })).toEqual(['Part'])
  })
})

describe('the table of parts and states', () => {
  const cells = storyMatrix.flatMap(({ part, states }) =>
    Object.entries<StateStory>(states).map(([state, story]) => [part, state, story] as const),
  )

  const shown = cells.flatMap(([part, state, story]) =>
    'not' in story ? [] : [[part, state, story] as const],
  )

  it.each(shown)('has a story of %s: %s', (_part, _state, story) => {
    const path = `${story.file}.stories.tsx`
    expect(existsSync(`${source}${path}`)).toBe(true)
    expect(hasStory(read(path), story.story)).toBe(true)
    expect(read(path)).toContain(`title: '${story.title}'`)
  })

  it('says of every other state why there is none', () => {
    const reasons = cells.flatMap(([, , story]) => ('not' in story ? [story.not] : []))
    expect(reasons.length + shown.length).toBe(storyMatrix.length * stateNames.length)
    expect(reasons.filter((reason) => !/\w{3}/.test(reason))).toEqual([])
  })

  it('would miss a story that is not there', () => {
    const text = read('history/RunHistory.stories.tsx')
    expect(hasStory(text, 'Empty')).toBe(true)
    expect(hasStory(text, 'Emptied')).toBe(false)
  })
})
