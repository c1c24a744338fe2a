import { describe, expect, it } from 'vitest'
import { completeDiffView, defaultDiffView } from './diffView.ts'

describe('completeDiffView', () => {
  it('keeps what can be used, and nothing that a diff does not have', () => {
    const view = { isSameOpen: true, search: 'lora', baselineId: '__proto__' }
    expect(completeDiffView({ ...view, token: 'a' })).toEqual(view)
  })

  it.each([undefined, null, 7, [], { isSameOpen: 1, search: null, baselineId: false }])(
    'starts anew for %j',
    (given) => {
      expect(completeDiffView(given)).toEqual(defaultDiffView)
    },
  )
})
