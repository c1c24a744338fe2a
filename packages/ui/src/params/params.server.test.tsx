import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ParallelCoordinates } from './ParallelCoordinates.tsx'
import { ParamImportance } from './ParamImportance.tsx'
import { ParamScatter } from './ParamScatter.tsx'
import { everyEffect, importanceOf } from './testdata/importances.ts'
import { runsOf } from './testdata/sweep.ts'

const runs = runsOf([
  [{ '<lr>': 1, opt: 'sgd' }, 0.25],
  [{ '<lr>': 2, opt: 'adamw' }, 0.5],
])

describe('the parts about parameters on a server', () => {
  it('say what a scatter plot will show', () => {
    const html = renderToString(<ParamScatter runs={runs} defaultParam="<lr>" />)
    expect(html).toContain('Loss against &lt;lr&gt;: 2 runs, from 1 to 2.')
    expect(html).toContain('Lowest eval loss: a with 0.2500.')
    expect(html).not.toContain('style=')
  })

  it('say what parallel coordinates will show', () => {
    const html = renderToString(<ParallelCoordinates runs={runs} />)
    expect(html).toContain('2 runs on the axes &lt;lr&gt;, opt and Loss.')
    expect(html).not.toContain('style=')
  })

  it('render importance as it is, bars included', () => {
    const html = renderToString(<ParamImportance importance={importanceOf(everyEffect)} />)
    expect(html).toContain('width="71"')
    expect(html).toContain('Eval loss rises with learning rate (rho 0.71, p = 0.0030')
    expect(html).not.toContain('style=')
  })

  it('keep the place of what is on its way', () => {
    expect(renderToString(<ParamScatter runs={null} />)).toContain('Loading runs…')
    expect(renderToString(<ParallelCoordinates runs={null} />)).toContain('Loading runs…')
    expect(renderToString(<ParamImportance importance={null} progress={0.4} />)).toContain(
      'Testing parameters: 40 %',
    )
  })
})
