import { useRunSelection, type RunSelectionResult } from '@runoff/react'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CompareBar } from './CompareBar.tsx'
import { RunPicker } from './RunPicker.tsx'
import { manyRuns, weekOfRuns } from './testdata/runs.ts'

interface WithSelectionProps {
  readonly ids?: readonly string[]
  readonly children: (selection: RunSelectionResult) => ReactNode
}

function WithSelection({ ids, children }: WithSelectionProps): ReactNode {
  return children(useRunSelection(ids && { defaultSelectedIds: ids }))
}

describe('on a server', () => {
  it('writes every run of a short list, without styles that a content policy would refuse', () => {
    const html = renderToString(
      <WithSelection ids={['lr-3e-4 / seed 1']}>
        {(selection) => <RunPicker runs={weekOfRuns} selection={selection} />}
      </WithSelection>,
    )
    for (const run of weekOfRuns) expect(html).toContain(`>${run.name}</bdi>`)
    expect(html).not.toContain('style=')
  })

  it('writes the first lines of a long list', () => {
    const html = renderToString(
      <WithSelection>
        {(selection) => (
          <RunPicker runs={manyRuns(500)} selection={selection} defaultView={{ showAll: true }} />
        )}
      </WithSelection>,
    )
    expect(html).toContain('>sweep-00000</bdi>')
    expect(html).not.toContain('>sweep-00400</bdi>')
  })

  it('writes the bar of the selected runs', () => {
    const html = renderToString(
      <WithSelection ids={['dpo-beta-0.1', 'dpo-beta-0.5']}>
        {(selection) => <CompareBar runs={weekOfRuns} selection={selection} onCompare={() => {}} />}
      </WithSelection>,
    )
    expect(html).toContain('Compare selected (2)')
  })
})
