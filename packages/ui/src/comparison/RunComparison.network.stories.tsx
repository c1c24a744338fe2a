import type { Meta, StoryObj } from '@storybook/react-vite'
import { defineSource, type RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { restSource } from '@runoff/sources/rest'
import { http, HttpResponse } from 'msw'
import { useState, type ReactNode } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import {
  failingHandlers,
  pushingHandlers,
  restHandlers,
  stallingHandlers,
} from '../testdata/restHandlers.ts'
import { RunComparison, type RunComparisonProps } from './RunComparison.tsx'
import { fiveRuns } from './testdata/generatedRuns.ts'
import { startTraining } from './testdata/training.ts'

/** A new source for each story, as what was read is kept by source. */
function OverNetwork({
  makeSource,
  ...props
}: Omit<RunComparisonProps, 'source'> & { readonly makeSource: () => RunSource }): ReactNode {
  const [source] = useState(makeSource)
  return <RunComparison source={source} {...props} />
}

const rest = (): RunSource => restSource({ baseUrl: '', experimentId: 'week-47' })

const meta = {
  title: 'Comparison/Over the network',
  component: OverNetwork,
  args: { makeSource: rest },
  // One worker answers a whole page, so that a page of docs needs a frame for each story.
  parameters: { docs: { story: { inline: false, height: '720px' } } },
} satisfies Meta<typeof OverNetwork>

export default meta
type Story = StoryObj<typeof meta>

const runs = memorySource({ runs: fiveRuns })

/** The list comes first, then the curves; what is awaited has its place from the start. */
export const Loads: Story = {
  parameters: { msw: restHandlers(runs, { delayMs: 150 }) },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('figure', { name: 'Loss' })).toBeVisible(), {
      timeout: 5000,
    })
    await expect(canvas.getByRole('table', { name: 'Summary' })).toBeVisible()
  },
}

/** The server says what is wrong, and can be asked again. */
export const Fails: Story = {
  parameters: { msw: failingHandlers(403, 'You may not see the experiment week-47.') },
  play: async ({ canvas }) => {
    const alert = await canvas.findByText(/You may not see the experiment/, {}, { timeout: 5000 })
    await expect(alert).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

/** The list is there; the curves of one run are refused. */
export const FailsForOneRun: Story = {
  parameters: {
    msw: [
      http.get('/api/v1/experiments/:experimentId/runs/:runId/metrics', ({ params }) =>
        params['runId'] === 'lr-1e-4 / seed 1'
          ? HttpResponse.json({ code: 'not-found', title: 'Gone', status: 404 }, { status: 404 })
          : undefined,
      ),
      ...restHandlers(runs),
    ],
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/lr-1e-4 \/ seed 1 could not be read/, {}, { timeout: 5000 })
    await expect(canvas.getByRole('figure', { name: 'Loss' })).toBeVisible()
  },
}

/** Nothing has come yet: the places of what comes, and words. */
export const Stalls: Story = {
  parameters: { msw: stallingHandlers },
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('region', { name: 'Runs' })
    await expect(list).toHaveAttribute('aria-busy', 'true')
  },
}

const polled = startTraining()

/** A run that still trains is asked for again and again; this ends when it is done. */
export const Polls: Story = {
  parameters: {
    msw: [
      http.get('/api/v1/experiments/:experimentId/runs', () => {
        polled.advance(50)
      }),
      ...restHandlers(polled.source),
    ],
  },
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('region', { name: 'Runs' })
    await within(list).findByText('lr-1e-4', {}, { timeout: 5000 })
    await expect(within(list).getAllByRole('row').length).toBeGreaterThanOrEqual(2)
  },
}

const pushed = startTraining()

/** What a source of your own needs to push: it calls back when the server says that there is more. */
function pushingSource(): RunSource {
  return defineSource({
    ...rest(),
    watch(_query, onEvent) {
      const events = new EventSource('/api/v1/events')
      events.addEventListener('points', () =>
        onEvent({ kind: 'points', runId: 'lr-1e-4', metric: 'eval/loss' }),
      )
      events.addEventListener('runs', () => onEvent({ kind: 'runs-changed', runIds: ['lr-1e-4'] }))
      return () => events.close()
    },
  })
}

/** A server that says by itself when a run has gone on. */
export const Pushes: Story = {
  args: { makeSource: pushingSource },
  parameters: {
    msw: [...pushingHandlers('lr-1e-4', () => pushed.advance(20)), ...restHandlers(pushed.source)],
  },
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('region', { name: 'Runs' })
    const row = await within(list).findByRole('row', { name: /^lr-1e-4 / }, { timeout: 5000 })
    const before = row.textContent
    await waitFor(() => expect(row.textContent).not.toBe(before), { timeout: 8000 })
    // What a person does meanwhile stays.
    const box = within(row).getByRole('checkbox')
    await userEvent.click(box)
    await expect(box).toBeChecked()
  },
}
