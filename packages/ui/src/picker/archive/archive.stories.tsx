import { RunoffError } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { dark, inColumn, rightToLeft } from '../../testdata/storyPlaces.tsx'
import { ArchivePage, archivingSource, type ArchivePageProps } from '../testdata/ArchivePage.tsx'
import { ArchiveButton } from './ArchiveButton.tsx'
import { ArchiveProvider } from './ArchiveProvider.tsx'

const meta = {
  title: 'Picker/Archive',
  component: ArchiveButton as ComponentType<unknown> as ComponentType<ArchivePageProps>,
  subcomponents: { ArchiveProvider },
  render: (args) => <ArchivePage {...args} />,
  args: { source: archivingSource(), runIds: ['b', 'c'], onOpenRun: () => {} },
} satisfies Meta<ArchivePageProps>

export default meta
type Story = StoryObj<typeof meta>

const archiveOne: NonNullable<Story['play']> = async ({ canvas }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Archive lr-2e-4' }))
  const said = await screen.findByText('Archived lr-2e-4')
  await waitFor(() => expect(said).toBeVisible())
}

export const InTheRow: Story = {}

export const ShownAndMarked: Story = {
  args: { defaultView: { showArchived: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Restore lr-4e-4' })).toBeEnabled()
    await expect(canvas.getByText('Archived')).toBeVisible()
  },
}

export const WithUndo: Story = { args: { source: archivingSource() }, play: archiveOne }

export const WithUndoDark: Story = {
  args: { source: archivingSource() },
  parameters: dark,
  play: archiveOne,
}

export const WithUndoRightToLeft: Story = {
  args: { source: archivingSource() },
  decorators: rightToLeft,
  play: archiveOne,
}

export const Refused: Story = {
  args: { source: archivingSource(new RunoffError('bad-option', 'This project is read only.')) },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Archive 2 runs' }))
    const said = await screen.findAllByText('This project is read only.')
    await expect(said.length).toBeGreaterThan(0)
  },
}

export const Narrow: Story = {
  args: { source: archivingSource(), defaultView: { showArchived: true } },
  decorators: inColumn(320),
}
