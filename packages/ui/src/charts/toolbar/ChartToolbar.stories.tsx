import { defaultToolbarSettings } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { dark, inColumn, rightToLeft } from '../../testdata/storyPlaces.tsx'
import { ChartGroup } from '../ChartGroup.tsx'
import { MetricChart } from '../MetricChart.tsx'
import { lossSeries, runNames, runsOf } from '../testdata/chartData.ts'
import { ChartToolbar, type ChartToolbarProps } from './ChartToolbar.tsx'
import { chartSettingsOf, groupingOf } from './toolbarSettings.ts'

const seeds = [{ id: 'lr-3e-4', name: 'lr-3e-4', runIds: runNames.slice(0, 2) }]
const groupings = [{ id: 'seeds', label: 'Seeds as bands', groups: seeds }]
const series = lossSeries(runNames)
const runs = runsOf(runNames)

/** The toolbar above a chart that obeys it. */
function Page({ settings: first, onSettingsChange, ...props }: ChartToolbarProps): ReactNode {
  const [settings, setSettings] = useState(first)
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <ChartToolbar
        {...props}
        settings={settings}
        onSettingsChange={(next) => {
          setSettings(next)
          onSettingsChange(next)
        }}
      />
      <ChartGroup settings={chartSettingsOf(settings)}>
        <MetricChart
          title="Eval loss"
          series={series}
          runs={runs}
          grouping={groupingOf(settings, props.groupings ?? [])}
        />
      </ChartGroup>
    </div>
  )
}

const meta = {
  title: 'Charts/ChartToolbar',
  component: ChartToolbar,
  args: { settings: defaultToolbarSettings, onSettingsChange: fn() },
  render: (args) => <Page {...args} />,
} satisfies Meta<typeof ChartToolbar>

export default meta
type Story = StoryObj<typeof meta>

export const Plain: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('group', { name: 'Chart settings' })).toBeVisible()
    await expect(canvas.queryByRole('slider')).toBeNull()
  },
}

const smoothed = {
  ...defaultToolbarSettings,
  smoothing: { kind: 'ema', weight: 0.9 },
} as const

export const Smoothed: Story = {
  args: { settings: smoothed },
  play: async ({ args, canvas }) => {
    await userEvent.selectOptions(canvas.getByLabelText('Y scale'), 'log')
    await expect(args.onSettingsChange).toHaveBeenCalledWith({ ...smoothed, yScale: 'log' })
  },
}

const everything = {
  settings: { ...smoothed, groupBy: 'seeds', band: 'minMax', members: 'shown' },
  groupings,
  xMetrics: [{ metric: 'num_tokens', title: 'Tokens seen by the model since the first epoch' }],
} satisfies Partial<ChartToolbarProps>

export const Everything: Story = {
  args: everything,
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('Groups')).toHaveDisplayValue('Seeds as bands')
    await expect(canvas.getByRole('checkbox', { name: 'Show single runs' })).toBeChecked()
    await expect(await canvas.findByText(/^Mean of 2 runs/)).toBeVisible()
  },
}

export const Dark: Story = { ...Everything, parameters: dark }

export const Narrow: Story = { ...Everything, decorators: inColumn(360) }

export const RightToLeft: Story = { ...Everything, decorators: rightToLeft }
