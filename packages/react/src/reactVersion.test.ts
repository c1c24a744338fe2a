import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { version as serverVersion } from 'react-dom/server'
import { expect, it } from 'vitest'

it('runs on the React that its project names, everywhere', ({ task }) => {
  const expected = task.file.projectName === 'react18' ? '18.3.1' : '19.'
  for (const found of [version, domVersion, serverVersion]) {
    expect(found.slice(0, expected.length)).toBe(expected)
  }
})
