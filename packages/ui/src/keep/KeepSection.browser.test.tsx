import '../styles.css'
import { completeView, defaultObjective, recommend, type Run } from '@runoff/core'
import { RunoffProvider } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import { readSnapshot } from '@runoff/sources/snapshot'
import { cleanup, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { KeepSection, type KeepSectionProps } from './KeepSection.tsx'
import { hostileName, keptRuns, keptSource } from './testdata/keptRuns.ts'

const saved: { name: string; blob: Blob }[] = []
const blobs = new Map<string, Blob>()
const patience = { timeout: 8000 }
const app = { script: '0', style: 'b{}', scriptHash: 'sha256-A=', styleHash: 'sha256-B=' }

beforeEach(() => {
  saved.length = 0
  const create = URL.createObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob)
    if (blob instanceof Blob) blobs.set(url, blob)
    return url
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: blobs.get(this.href) ?? new Blob() })
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

interface Parts extends Partial<KeepSectionProps> {
  readonly source?: RunSource
  readonly judged?: readonly Run[]
}

async function show({ source = keptSource(), judged, ...more }: Parts = {}): Promise<
  readonly Run[]
> {
  const all = await keptRuns(source)
  const runs = more.runs ?? all
  render(
    <RunoffProvider source={source}>
      <KeepSection
        runs={runs}
        objective={defaultObjective}
        recommendation={recommend(judged ?? runs)}
        view={completeView({ selectedIds: ['low-a', 'low-b'] })}
        subject="char-lm"
        loadSnapshotApp={async () => app}
        {...more}
      />
    </RunoffProvider>,
  )
  return runs
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name })
const status = (): HTMLElement => screen.getByRole('status')
const said = (): Promise<string> =>
  vi.waitFor(() => {
    const text = status().textContent ?? ''
    expect(text).not.toMatch(/^(?:|Preparing: .*)$/)
    return text
  }, patience)

async function choose(name: string): Promise<{ name: string; text: string }> {
  await userEvent.click(button('Export'))
  await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }))
  await expect.poll(() => saved.length, patience).toBe(1)
  const [file] = saved
  return { name: file?.name ?? '', text: (await file?.blob.text()) ?? '' }
}

const time = String.raw`\d{4}-\d\d-\d\d-\d{6}`

describe('what can be exported', () => {
  it('is the table in four formats, with all digits for machines', async () => {
    await show()
    const csv = await choose(String.raw`Table \(CSV\)`)
    expect(csv.name).toMatch(new RegExp(`^char-lm-summary-${time}\\.csv$`))
    expect(csv.text.split('\r\n')[0]).toContain('Best eval loss')
    expect(csv.text).toContain('low-a')
    expect(await said()).toBe(`Saved ${csv.name}`)
  })

  it.each([
    ['JSON', 'json', '"columns"'],
    ['Markdown', 'md', '| --- '],
    ['LaTeX', 'tex', String.raw`\begin{tabular}`],
  ])('writes the table as %s', async (format, ending, part) => {
    await show()
    const file = await choose(String.raw`Table \(${format}\)`)
    expect(file.name).toMatch(new RegExp(`\\.${ending}$`))
    expect(file.text).toContain(part)
    expect(file.text).toContain('low-a')
  })

  it('is every run with its metrics and parameters', async () => {
    await show()
    const { text } = await choose('Runs')
    const read = JSON.parse(text) as { runs: { id: string; params: object }[] }
    expect(read.runs.map(({ id }) => id)).toEqual(['low-a', 'low-b', 'high-a', 'high-b'])
    expect(read.runs[0]?.params).toEqual({ learning_rate: 1e-4, optimizer: 'adamw' })
  })

  it('is every point of every curve', async () => {
    const runs = await show()
    const { text } = await choose('Curves')
    // Twenty points of two metrics and a hundred of one, of each run, and the head.
    expect(text.trim().split('\r\n')).toHaveLength(runs.length * 140 + 1)
  })

  it('is a report with the curves in it', async () => {
    await show()
    const { name, text } = await choose(String.raw`Report \(HTML\)`)
    expect(name).toMatch(/^char-lm-report-.*\.html$/)
    const page = new DOMParser().parseFromString(text, 'text/html')
    expect(page.querySelector('h1')?.textContent).toBe('char-lm')
    expect(page.querySelectorAll('figure > svg[role=img]')).toHaveLength(2)
    const line = page.querySelector('figure path[data-part=line]')?.getAttribute('d') ?? ''
    expect(line.length).toBeGreaterThan(100)
    // The colours of runs as the stylesheet has them, in the light.
    expect(text).toContain('stroke="#2563eb"')
    expect(page.querySelector('script')).toBeNull()
  })

  it('is a report of a run whose name would do harm, and does none', async () => {
    await show({ source: keptSource([{ id: 'x', name: hostileName, series: {} }]) })
    const { text } = await choose(String.raw`Report \(HTML\)`)
    const page = new DOMParser().parseFromString(text, 'text/html')
    expect(page.querySelector('script, img')).toBeNull()
    expect(page.body.textContent).toContain('alert(2)')
  })

  it('is a report as Markdown', async () => {
    await show()
    const { text } = await choose(String.raw`Report \(Markdown\)`)
    expect(text).toMatch(/^# char-lm\n/)
  })
})

describe('a snapshot', () => {
  it('holds the compared runs and what is set', async () => {
    const all = await keptRuns()
    await show({ runs: all.slice(0, 2), listedRuns: all })
    await userEvent.click(button('Save snapshot'))
    await expect.poll(() => saved.length, patience).toBe(1)
    expect(saved[0]?.name).toMatch(new RegExp(`^char-lm-snapshot-${time}\\.html$`))
    const snapshot = readSnapshot((await saved[0]?.blob.text()) ?? '')
    expect(snapshot.runs.map(({ id }) => id)).toEqual(['low-a', 'low-b'])
    expect(snapshot.view.selectedIds).toEqual(['low-a', 'low-b'])
    expect(snapshot.series).toHaveLength(6)
    expect(snapshot.policy).toBe('composite')
  })

  it('holds the numbers of all runs that the answer is said of', async () => {
    const all = await keptRuns()
    await show({ runs: all.slice(0, 2), judged: all })
    await userEvent.click(button('Save snapshot'))
    await expect.poll(() => saved.length, patience).toBe(1)
    const snapshot = readSnapshot((await saved[0]?.blob.text()) ?? '')
    expect(recommend(snapshot.runs).run?.id).toBe(recommend(all).run?.id)
    expect(snapshot.withoutSeries.toSorted()).toEqual(['high-a', 'high-b'])
    expect(snapshot.series).toHaveLength(6)
  })

  it('can hold all listed runs', async () => {
    const all = await keptRuns()
    await show({ runs: all.slice(0, 2), listedRuns: all })
    const { text } = await choose('Snapshot of all listed runs')
    expect(readSnapshot(text).runs).toHaveLength(4)
  })

  it('says how many curves could not be read', async () => {
    const whole = keptSource()
    const source: RunSource = { ...whole, readSeries: () => Promise.reject(new Error('gone')) }
    await show({ source })
    await userEvent.click(button('Save snapshot'))
    expect(await said()).toMatch(/without 12 series that could not be read/)
  })

  it('says why there is none', async () => {
    await show({ loadSnapshotApp: () => Promise.reject(new Error('It was not built.')) })
    await userEvent.click(button('Save snapshot'))
    expect(await said()).toBe('Could not be saved. Snapshot: It was not built.')
    expect(saved).toHaveLength(0)
  })

  it('can be called off while it reads', async () => {
    const whole = keptSource()
    const source: RunSource = { ...whole, readSeries: () => new Promise(() => undefined) }
    await show({ source })
    await userEvent.click(button('Save snapshot'))
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await said()).toBe('Cancelled: nothing was saved.')
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(saved).toHaveLength(0)
  })
})

describe('a link', () => {
  const link = 'https://runs.test/#view=1.q64FAA'

  it('is copied, and said to be, with its length', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await show({ link: () => link })
    await userEvent.click(button('Copy link'))
    expect(await said()).toMatch(/^Copied\. The link is 32 characters long.*no data\.$/)
    expect(write).toHaveBeenCalledWith(link)
  })

  it('stands in a field, selected, where the browser does not let a page copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await show({ link: async () => link })
    await userEvent.click(button('Copy link'))
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Link' })
    await expect.element(field).toHaveFocus()
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(link)
    expect(await said()).toMatch(/^The browser did not let this page copy/)
  })

  it('says why there is none', async () => {
    const tooLong = (): string => {
      throw new Error('The view is too long for a link.')
    }
    await show({ link: tooLong })
    await userEvent.click(button('Copy link'))
    expect(await said()).toBe('Could not be saved. Copy link: The view is too long for a link.')
  })

  it('is not offered where the host has none', async () => {
    await show()
    expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull()
  })
})

it('copies the table as Markdown', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await show()
  await userEvent.click(button('Export'))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy table as Markdown' }))
  expect(await said()).toBe('Copied')
  expect(write.mock.calls[0]?.[0]).toContain('| --- ')
})

it('offers nothing where there are no runs', async () => {
  await show({ runs: [] })
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('There are no runs to keep yet.')).toBeVisible()
})

it('passes attributes, class and ref on', async () => {
  const ref = createRef<HTMLElement>()
  const props = {
    runs: [],
    objective: defaultObjective,
    recommendation: null,
    view: completeView(),
  }
  render(
    <RunoffProvider source={keptSource()}>
      <KeepSection {...props} ref={ref} className="mine" data-x="1" />
    </RunoffProvider>,
  )
  await vi.waitFor(() => expect(ref.current).toHaveAttribute('data-x', '1'))
  expect(ref.current).toHaveClass('runoff-keep', 'mine')
  expect(screen.getByRole('region', { name: 'Keep' })).toBe(ref.current)
})
