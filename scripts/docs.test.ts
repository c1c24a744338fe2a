import { describe, expect, it } from 'vitest'
import { compile, deadLinks, filesOf, snippetsOf } from './checks/docs.mjs'

const fence = '```'

describe('the check of the documentation', () => {
  it('finds the code of a page, and where it begins', () => {
    const page = `# A\n\n${fence}ts\nconst a = 1\n${fence}\n\n${fence}sh\nls\n${fence}\n`
    expect(snippetsOf(page)).toMatchObject([{ line: 4, code: 'const a = 1' }])
  })

  it('refuses a snippet that does not compile', () => {
    const code = `import { bestRuns } from '@runoff/core'\nbestRuns([])`
    expect(compile([{ file: 'docs/a.md', line: 1, language: 'ts', code }])).toContain('bestRuns')
  })

  it('lets a snippet pass that compiles', () => {
    const code = `import { bestRun } from '@runoff/core'\nbestRun([])`
    expect(compile([{ file: 'docs/a.md', line: 1, language: 'ts', code }])).toBe('')
  })

  it('lets the files of one page import one another, and finds what they get wrong', () => {
    const snippet = (language: string, code: string) => ({
      file: 'docs/a.md',
      line: 1,
      language,
      code,
    })
    const other = snippet('ts', '// src/runs.ts\nexport const runs: readonly string[] = []')
    const use = snippet('tsx', `// src/main.tsx\nimport { runs } from './runs'\nruns.at(0)`)
    expect(compile([other, use])).toBe('')
    const wrong = snippet('tsx', `// src/main.tsx\nimport { walks } from './runs'\nwalks.at(0)`)
    expect(compile([other, wrong])).toContain('walks')
  })

  it('takes a page apart into the files of its app', () => {
    const page = `${fence}css\n/* app/theme.css */\na {}\n${fence}\n\n${fence}ts\nlet a = 1\n${fence}\n`
    expect(filesOf(page)).toEqual(new Map([['app/theme.css', '/* app/theme.css */\na {}']]))
  })

  it('refuses a link to a page or a heading that is not there', () => {
    const pages = new Map([['docs/b.md', '# One thing']])
    const page = '[x](b.md#one-thing) [y](b.md#two) [z](c.md) [w](https://example.com)'
    const faults = deadLinks('docs/a.md', page, (path: string) => pages.get(path) ?? null)
    expect(faults).toHaveLength(2)
    expect(faults.join(' ')).toMatch(/#two.*c\.md/s)
  })
})
