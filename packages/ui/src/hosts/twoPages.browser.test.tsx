import '../styles.css'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { RunComparison } from '../comparison/RunComparison.tsx'
import { fiveRuns, generatedRun } from '../comparison/testdata/generatedRuns.ts'
import { germanMessages } from '../messages/de/index.ts'

const patience = { timeout: 20_000 }
const left = memorySource({ runs: fiveRuns.slice(0, 3) })
// The same id as a run of the other page: only the pages tell them apart.
const right = memorySource({
  runs: [
    ...fiveRuns.slice(0, 2),
    generatedRun({ name: 'only here', seed: 9, peakLearningRate: 1e-5, floor: 0.4 }),
  ],
})
const [shared = ''] = fiveRuns.map(({ id }) => String(id))

const english = (): HTMLElement => screen.getByRole('region', { name: 'Run comparison' })
const german = (): HTMLElement =>
  screen.getByRole('region', { name: germanMessages.comparison.comparison })
const compareEnglish = (): HTMLElement =>
  within(english()).getByRole('checkbox', { name: `Compare ${shared}` })
const compareGerman = (): HTMLElement =>
  within(german()).getByRole('checkbox', { name: germanMessages.picker.compareRun(shared) })

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

beforeEach(async () => {
  render(
    <>
      <RunComparison source={left} data-theme="light" />
      <RunComparison source={right} data-theme="dark" messages={germanMessages} />
    </>,
  )
  for (const page of [english(), german()]) {
    await vi.waitUntil(() => page.querySelector('canvas') !== null, patience)
  }
})
afterEach(cleanup)

describe('two comparisons on one page', () => {
  it('share no id, no group of radio buttons and no reference into the other', () => {
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    const groupsOf = (page: HTMLElement): readonly string[] =>
      Array.from(page.querySelectorAll<HTMLInputElement>('input[type=radio]'), ({ name }) => name)
    expect(groupsOf(english()).length).toBeGreaterThan(0)
    expect(groupsOf(german()).filter((name) => groupsOf(english()).includes(name))).toEqual([])
    const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list']
    for (const page of [english(), german()]) {
      const named = references.flatMap((attribute) =>
        Array.from(page.querySelectorAll(`[${attribute}]`), (element) =>
          (element.getAttribute(attribute) ?? '').split(' '),
        ).flat(),
      )
      expect(named.length).toBeGreaterThan(5)
      const targets = named.flatMap((id) => document.getElementById(id) ?? [])
      expect(targets.filter((target) => !page.contains(target))).toEqual([])
    }
  })

  it('keep their selection, their words and their theme', async () => {
    await userEvent.click(compareEnglish())
    await waitFor(() => expect(compareEnglish()).toBeChecked())
    expect(compareGerman()).not.toBeChecked()
    expect(getComputedStyle(english()).backgroundColor).toBe('rgb(255, 255, 255)')
    expect(getComputedStyle(german()).backgroundColor).toBe('rgb(17, 20, 23)')
  })

  it('open their own list of keys, in their own words, where the focus is', async () => {
    compareGerman().focus()
    await userEvent.keyboard('?')
    const dialog = await screen.findByRole('dialog', {}, patience)
    expect(dialog).toHaveAccessibleName(germanMessages.comparison.keys)
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    expect(german().contains(dialog)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)
  })

  it('zoom and highlight on their own', async () => {
    const marked = (page: HTMLElement): number => page.querySelectorAll('[data-highlighted]').length
    const list = within(english()).getByRole('region', { name: 'Runs' })
    await userEvent.hover(within(list).getByText(shared))
    await waitFor(() => expect(marked(english())).toBeGreaterThan(0), patience)
    expect(marked(german())).toBe(0)
    const plot = within(english()).getAllByRole('application')[0]
    const labels = (page: HTMLElement): string =>
      Array.from(page.querySelectorAll('[data-axis="x"]'), (tick) => tick.textContent).join(' ')
    const before = labels(german())
    const own = labels(english())
    plot?.focus()
    await userEvent.keyboard('{Home}++')
    await waitFor(() => expect(labels(english())).not.toBe(own), patience)
    expect(labels(german())).toBe(before)
  })
})
