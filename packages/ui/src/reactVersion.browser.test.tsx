import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { expect, it } from 'vitest'

it('runs on the React that its project names', ({ task }) => {
  const expected = task.file.projectName?.startsWith('ui18') ? '18.3.1' : '19.'
  for (const found of [version, domVersion]) {
    expect(found.slice(0, expected.length)).toBe(expected)
  }
})
