import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { runStyles } from './runStyle.ts'
import { RunStylesProvider, useRunStyles } from './RunStylesProvider.tsx'

afterEach(cleanup)

/** Two ids that want the same colour, whoever else is there. */
const [first, rival] = rivals()

function rivals(): readonly [string, string] {
  const slotOf = (id: string): number | undefined => runStyles([id]).get(id)?.slot
  const ids = Array.from({ length: 50 }, (_, index) => `run-${index}`)
  const found = ids.find((id) => id !== 'run-0' && slotOf(id) === slotOf('run-0'))
  return ['run-0', String(found)]
}

function Slots({ runIds }: { readonly runIds: readonly string[] }): ReactNode {
  const styles = useRunStyles(runIds)
  return <p>{runIds.map((id) => `${id}=${styles.get(id)?.slot}`).join(' ')}</p>
}

const page = (given: readonly string[], asked: readonly string[] = given): ReactNode => (
  <RunStylesProvider runIds={given}>
    <Slots runIds={asked} />
  </RunStylesProvider>
)

const slots = (): Map<string, string> =>
  new Map(
    (screen.getByRole('paragraph').textContent ?? '').split(' ').map((entry) => {
      const [id = '', slot = ''] = entry.split('=')
      return [id, slot]
    }),
  )

describe('RunStylesProvider', () => {
  it('keeps the colour of a run when the one that took its first choice is deselected', () => {
    const { rerender } = render(page([first, rival]))
    const before = slots().get(rival)
    expect(before).not.toBe(slots().get(first))
    rerender(page([rival]))
    expect(slots().get(rival)).toBe(before)
    rerender(page([rival, first]))
    expect(slots().get(rival)).toBe(before)
  })

  it('gives a run its colour back, unless somebody took it meanwhile', () => {
    const { rerender } = render(page([first]))
    const wanted = slots().get(first)
    rerender(page(['other']))
    rerender(page([first, 'other']))
    expect(slots().get(first)).toBe(wanted)
    rerender(page(['other']))
    rerender(page(['other', rival]))
    expect(slots().get(rival)).toBe(wanted)
    rerender(page([first, 'other', rival]))
    expect(slots().get(rival)).toBe(wanted)
    expect(slots().get(first)).not.toBe(wanted)
  })

  it('gives every part the same colours, in whatever order it names the runs', () => {
    render(
      <>
        {page([first, rival])}
        {page([first, rival], [rival, first])}
      </>,
    )
    const [one, other] = screen.getAllByRole('paragraph')
    expect(other?.textContent?.split(' ').toReversed().join(' ')).toBe(one?.textContent)
  })

  it('colours a part that stands alone by its own runs', () => {
    render(<Slots runIds={[rival]} />)
    expect(slots().get(rival)).toBe(String(runStyles([rival]).get(rival)?.slot))
  })
})
