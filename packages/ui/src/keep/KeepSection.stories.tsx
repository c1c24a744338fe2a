import { completeView, defaultObjective, recommend, type Run } from '@runoff/core'
import { RunoffProvider } from '@runoff/react'
import type { RunSource } from '@runoff/sources'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType, ReactNode } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { KeepSection, type KeepSectionProps } from './KeepSection.tsx'
import { keptRuns, keptSource } from './testdata/keptRuns.ts'

const source = keptSource()
const runs = await keptRuns(source)
const app = { script: '0', style: 'b{}', scriptHash: 'sha256-A=', styleHash: 'sha256-B=' }

interface PageProps extends KeepSectionProps {
  readonly from?: RunSource
}

function Page({ from = source, ...props }: PageProps): ReactNode {
  return (
    <RunoffProvider source={from}>
      <KeepSection {...props} />
    </RunoffProvider>
  )
}

const meta = {
  title: 'Comparison/Keep',
  component: KeepSection as ComponentType<unknown> as ComponentType<PageProps>,
  render: (args) => <Page {...args} />,
  args: {
    runs: runs.slice(0, 2),
    listedRuns: runs,
    objective: defaultObjective,
    recommendation: recommend(runs.slice(0, 2)),
    view: completeView(),
    link: () => 'https://runs.test/#view=1.q64FAA',
    loadSnapshotApp: async () => app,
  },
} satisfies Meta<PageProps>

export default meta
type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

const noRuns: readonly Run[] = []

export const AsItStarts: Story = {}

export const NoRuns: Story = { args: { runs: noRuns, listedRuns: noRuns, recommendation: null } }

export const OneRun: Story = { args: { runs: runs.slice(0, 1) } }

export const WithoutLink: Story = { render: (props) => <Page {...props} link={undefined} /> }

export const Dark: Story = { parameters: dark }

export const Narrow: Story = { decorators: [inColumn(320)] }

export const RightToLeft: Story = { decorators: [rightToLeft] }

const save: Play = async ({ canvas }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Save snapshot' }))
}

export const Reading: Story = {
  args: { from: { ...source, readSeries: () => new Promise(() => undefined) } },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByRole('progressbar')).toBeVisible()
    await expect(context.canvas.getByRole('button', { name: 'Cancel' })).toBeVisible()
  },
}

export const Failed: Story = {
  args: { loadSnapshotApp: () => Promise.reject(new Error('The server did not send it.')) },
  play: async (context) => {
    await save(context)
    await expect(await context.canvas.findByText(/^Could not be saved/)).toBeVisible()
  },
}

/** What a browser does that lets no page copy. */
export const LinkByHand: Story = {
  args: { link: () => `https://runs.test/#view=1.${'q64FAA'.repeat(60)}` },
  play: async ({ canvas }) => {
    const { clipboard } = navigator
    const writeText = clipboard.writeText.bind(clipboard)
    clipboard.writeText = () => Promise.reject(new Error('denied'))
    await userEvent.click(canvas.getByRole('button', { name: 'Copy link' }))
    await expect(await canvas.findByRole('textbox', { name: 'Link' })).toHaveFocus()
    clipboard.writeText = writeText
  },
}

/** The stories are checked by axe as they are at the end. */
const open: Play = async ({ canvas, canvasElement }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
  const menu = await within(canvasElement.ownerDocument.body).findByRole('menu')
  await expect(within(menu).getAllByRole('menuitem')).toHaveLength(11)
}

export const Menu: Story = { play: open }
