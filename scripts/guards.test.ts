import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A guard that has never refused anything is not known to work: each rule of the house gets a
// sample that breaks it, in a small copy of the tree.
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'runoff-guards-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json']) {
    cpSync(join(root, file), join(copy, file))
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function write(path: string, text: string): string {
  const file = join(copy, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** Lints one file the way the project does, without the rules that need types. */
function lint(path: string, text: string): string {
  const file = write(path, text)
  const { stdout } = spawnSync(bin('oxlint'), ['--quiet', '--format=unix', file], {
    cwd: copy,
    encoding: 'utf8',
  })
  rmSync(file)
  return stdout
}

describe('the linter refuses', () => {
  it.each([
    ['core', 'packages/core/src/a.ts', `import 'react'`],
    ['core', 'packages/core/src/a.ts', `import '@runoff/logs'`],
    ['core', 'packages/core/src/a.ts', `import 'node:fs'`],
    ['logs', 'packages/logs/src/a.ts', `import '@runoff/sources'`],
    ['sources', 'packages/sources/src/files/a.ts', `import '@runoff/react'`],
    ['react', 'packages/react/src/a.ts', `import '@runoff/ui'`],
    ['react', 'packages/react/src/a.ts', `import '@runoff/sources/memory'`],
    ['ui', 'packages/ui/src/charts/a.tsx', `import '@runoff/sources/rest'`],
    ['server', 'apps/server/src/a.ts', `import '@runoff/react'`],
  ])('an import against the direction in %s (%s: %s)', (_package, path, text) => {
    expect(lint(path, text)).toContain('no-restricted-imports')
  })

  it.each([
    ['hidden randomness in core', 'packages/core/src/a.ts', 'export const a = Math.random()'],
    ['the clock in core', 'packages/core/src/a.ts', 'export const a = Date.now()'],
  ])('%s', (_what, path, text) => {
    expect(lint(path, text)).toContain('no-restricted-properties')
  })

  it.each([
    ['no-console', 'packages/ui/src/a.ts', `console.log('a')`],
    ['no-explicit-any', 'packages/ui/src/a.ts', 'export const a = (b: any): void => b()'],
    ['no-default-export', 'packages/ui/src/a.ts', 'export default 1'],
    [
      'no-nested-ternary',
      'packages/ui/src/a.ts',
      'export const a = (b: number) => b ? 1 : b ? 2 : 3',
    ],
    [
      'no-danger',
      'packages/ui/src/a.tsx',
      'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />',
    ],
    [
      'rules-of-hooks',
      'packages/ui/src/a.tsx',
      `import { useState } from 'react'
export function A(p: { b: boolean }) { if (p.b) useState(1); return null }`,
    ],
  ])('%s', (rule, path, text) => {
    expect(lint(path, text)).toContain(rule)
  })

  it('nothing in a file that keeps the rules', () => {
    expect(lint('packages/core/src/a.ts', `export const a = 1\n`)).not.toContain('[Error')
  })
})

describe('the compiler refuses in core', () => {
  const check = (text: string): string => {
    cpSync(join(root, 'packages/core/tsconfig.json'), join(copy, 'packages/core/tsconfig.json'))
    cpSync(
      join(root, 'packages/core/tsconfig.build.json'),
      join(copy, 'packages/core/tsconfig.build.json'),
    )
    const file = write('packages/core/src/a.ts', text)
    const { stdout } = spawnSync(bin('tsc'), ['-p', 'packages/core/tsconfig.build.json'], {
      cwd: copy,
      encoding: 'utf8',
    })
    rmSync(file)
    return stdout
  }

  it.each(['document', 'fetch', 'setTimeout', 'console', 'process'])('the name %s', (name) => {
    expect(check(`export const a: unknown = ${name}`)).toContain(`Cannot find name '${name}'`)
  })

  it('an exported function without a written return type', () => {
    expect(check('export function a() { return [1].map(String) }')).toContain(
      '--isolatedDeclarations',
    )
  })
})
