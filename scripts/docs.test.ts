import { describe, expect, it } from 'vitest'
import { compile, deadLinks, snippetsOf } from './checks/docs.mjs'

const fence = '```'

describe('the check of the documentation', () => {
  it('finds the code of a page, and where it begins', () => {
    const page = `# A\n\n${fence}ts\nconst a = 1\n${fence}\n\n${fence}sh\nls\n${fence}\n`
    expect(snippetsOf(page)).toMatchObject([{ line: 4, code: 'const a = 1' }])
  })

  it('refuses a snippet that does not compile', () => {
    const code = `import { bestRuns } from '@runoff/core'\nbestRuns([])`
    expect(compile([{ file: 'docs/a.md', line: 1, code }])).toContain('bestRuns')
  })

  it('lets a snippet pass that compiles', () => {
    const code = `import { bestRun } from '@runoff/core'\nbestRun([])`
    expect(compile([{ file: 'docs/a.md', line: 1, code }])).toBe('')
  })

  it('refuses a link to a page or a heading that is not there', () => {
    const pages = new Map([['docs/b.md', '# One thing']])
    const page = '[x](b.md#one-thing) [y](b.md#two) [z](c.md) [w](https://example.com)'
    const faults = deadLinks('docs/a.md', page, (path: string) => pages.get(path) ?? null)
    expect(faults).toHaveLength(2)
    expect(faults.join(' ')).toMatch(/#two.*c\.md/s)
  })
})
