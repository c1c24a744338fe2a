import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import { describe, expect, it } from 'vitest'
import { findRegexes, type WrittenRegex } from './testdata/findRegexes.ts'

/** What reads text that others wrote: a text made for it must not bring it to a halt. */
const folders = ['packages/logs/src/', 'packages/sources/src/', 'apps/server/src/']
const root = fileURLToPath(new URL('../../../', import.meta.url))

interface RegexOfFile extends WrittenRegex {
  readonly file: string
}

function regexesOf(folder: string): RegexOfFile[] {
  const files = readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !/\.test(?:-d)?\.ts$|testdata\//.test(file))
    .flatMap((file) =>
      findRegexes(readFileSync(root + folder + file, 'utf8')).map((regex) => ({
        ...regex,
        file: folder + file,
      })),
    )
}

/** Whether its cost grows with the text and no faster. */
function isLinear({ source, flags }: Pick<WrittenRegex, 'source' | 'flags'>): boolean {
  // The checker knows the flags up to ES2022; `v` reads these like `u`, and `d` costs nothing.
  const known = flags.replace('v', 'u').replace('d', '')
  return checkSync(source, known, { checker: 'automaton' }).status === 'safe'
}

describe('every regular expression', () => {
  it.each(folders)(
    'of %s takes time linear in the text',
    (folder) => {
      const regexes = regexesOf(folder)
      expect(regexes.length).toBeGreaterThan(0)
      const seen = new Set<string>()
      const faults = regexes.filter(({ source, flags }) => {
        const written = `/${source}/${flags}`
        if (seen.has(written)) return false
        seen.add(written)
        return !isLinear({ source, flags })
      })
      expect(faults.map(({ file, line, source }) => `${file}:${line} /${source}/`)).toEqual([])
    },
    60_000,
  )

  it.each([
    String.raw`(a+)+$`,
    String.raw`\d+\s*\d+$`,
    String.raw`^(?:\w+ ?)*:`,
    String.raw`a*a*b`,
  ])('would be refused were it /%s/', (source) => {
    expect(isLinear({ source, flags: '' })).toBe(false)
  })
})

describe('findRegexes', () => {
  it('finds literals, and neither divisions nor what stands in strings and comments', () => {
    const source = [
      '#!/usr/bin/env node',
      "const a = /x\\/[/'\"`]+/giu.test('/no/')",
      'const b = (1 + 2) / 3 / a[0] / 4',
      '// a comment with /no/',
      '/* and /no/ */ if (/yes/.test(b)) return /too/',
      'const c = `text /no/ ${a.replace(/in/g, `${b / 2 / 3}`)} /no/`',
      "const d = \"it's\" + '/no/' ; list.filter((x) => /arrow/.test(x))",
    ].join('\n')
    expect(findRegexes(source)).toEqual([
      { source: 'x\\/[/\'"`]+', flags: 'giu', line: 2 },
      { source: 'yes', flags: '', line: 5 },
      { source: 'too', flags: '', line: 5 },
      { source: 'in', flags: 'g', line: 6 },
      { source: 'arrow', flags: '', line: 7 },
    ])
  })
})
