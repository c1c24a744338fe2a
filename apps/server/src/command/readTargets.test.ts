import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts'
import { distinctNames, readTargets } from './readTargets.ts'
import { makeFolder } from './testing.ts'

let folder: string
beforeEach(() => {
  folder = makeFolder({ 'a/x.log': '', 'a/y.log': '', 'b/a/x.log': '', 'one.log': '' })
})
afterEach(() => rmSync(folder, { recursive: true }))

const namesOf = (...paths: readonly string[]): readonly unknown[] =>
  readTargets(paths, folder).map((target) =>
    target.kind === 'files' ? [target.name, target.only] : target.url.href,
  )

describe('readTargets', () => {
  it('takes a folder whole and several files of one folder together', () => {
    expect(namesOf('b')).toEqual([['b', null]])
    expect(namesOf('a/x.log', 'a/y.log', 'one.log')).toEqual([
      ['a', ['x.log', 'y.log']],
      ['one.log', ['one.log']],
    ])
  })

  it('takes what was named twice once, and a folder with its file as the folder', () => {
    expect(namesOf('a', './a/', 'a/x.log')).toEqual([['a', null]])
    expect(namesOf('a/x.log', 'a')).toEqual([['a', null]])
  })

  it('tells folders of one name apart by the folders above them', () => {
    expect(namesOf('a', 'b/a')).toEqual([
      [expect.stringMatching(/^runoff-command-\w+\/a$/), null],
      ['b/a', null],
    ])
  })

  it('follows a link that was named', () => {
    symlinkSync(join(folder, 'b'), join(folder, 'latest'))
    expect(namesOf('latest')).toEqual([['b', null]])
  })

  it('tells addresses from paths', () => {
    expect(namesOf('http://127.0.0.1:5000/x', 'HTTPS://a.example')).toEqual([
      'http://127.0.0.1:5000/x',
      'https://a.example/',
    ])
    mkdirSync(join(folder, 'http'))
    expect(namesOf('http')).toEqual([['http', null]])
  })

  it('says how to open a database of Runoff', async () => {
    await openSqliteStore(join(folder, 'runs.db')).close()
    expect(() => readTargets(['runs.db'], folder)).toThrow(
      'open it with "runoff serve --db runs.db"',
    )
  })
})

describe('distinctNames', () => {
  it('gives each path an end that no other path has', () => {
    const paths = fc.uniqueArray(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
      { selector: (parts) => parts.join('/') },
    )
    fc.assert(
      fc.property(paths, (all) => {
        const names = distinctNames(all.map((parts) => `/${parts.join('/')}`))
        expect(new Set(names).size).toBe(all.length)
        all.forEach((parts, i) => expect(`/${parts.join('/')}`.endsWith(`/${names[i]}`)).toBe(true))
      }),
    )
    expect(distinctNames(['/'])).toEqual(['/'])
  })
})
