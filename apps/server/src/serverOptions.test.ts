import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databasePathOf, readListenOptions, readToken } from './serverOptions.ts'

describe('readListenOptions', () => {
  it('listens on 127.0.0.1:4870 unless told otherwise, on the command line before the rest', () => {
    const usual = { host: '127.0.0.1', port: 4870, token: null, hosts: [] }
    expect(readListenOptions({}, {})).toEqual(usual)
    expect(readListenOptions({}, { HOST: '', PORT: '' })).toEqual(usual)
    expect(readListenOptions({}, { HOST: '::1', PORT: '0' })).toMatchObject({
      host: '::1',
      port: 0,
    })
    expect(
      readListenOptions({ port: '80', host: 'localhost' }, { HOST: '::1', PORT: '0' }),
    ).toEqual({
      ...usual,
      port: 80,
    })
  })

  it.each(['abc', '-1', '65536', '1.5', '0x10', '1e3', ' 80', '٣'])(
    'says that "%s" is no port',
    (PORT) => {
      const sentence = `PORT is "${PORT}", and must be a whole number from 0 to 65535, such as 4870.`
      expect(() => readListenOptions({}, { PORT })).toThrow(sentence)
      expect(() => readListenOptions({ port: PORT }, {})).toThrow(sentence)
    },
  )

  it.each(['0.0.0.0', '::', '192.168.0.7', '127.0.0.2', 'example.com', '[::1]', '*'])(
    'refuses to be reached from outside at "%s" without a token',
    (host) => {
      expect(() => readListenOptions({ host }, {})).toThrow(`Others can reach ${host}`)
      expect(() => readListenOptions({}, { HOST: host })).toThrow('needs a token')
      expect(readListenOptions({ host, token: 'x' }, {}).host).toBe(host)
    },
  )

  it('answers to the address it listens at and to the names it was told, with the port or without', () => {
    const given = { host: '192.168.0.7', token: 'x', allowHost: ['runs.example', 'a.example:444'] }
    expect(readListenOptions(given, {}).hosts).toEqual([
      '192.168.0.7',
      '192.168.0.7:4870',
      'runs.example',
      'runs.example:4870',
      'a.example:444',
    ])
    expect(readListenOptions({ host: 'fe80::1', token: 'x' }, {}).hosts).toEqual([
      '[fe80::1]',
      '[fe80::1]:4870',
    ])
    expect(readListenOptions({ host: '0.0.0.0', token: 'x' }, {}).hosts).not.toContain('0.0.0.0')
  })
})

describe('readToken', () => {
  it('takes the token from its file, else from RUNOFF_TOKEN', () => {
    const folder = mkdtempSync(join(tmpdir(), 'runoff-token-'))
    writeFileSync(join(folder, 'token'), 'secret\n')
    writeFileSync(join(folder, 'empty'), '\n')
    expect(readToken('token', { RUNOFF_TOKEN: 'other' }, folder)).toBe('secret')
    expect(readToken(undefined, { RUNOFF_TOKEN: 'other' }, folder)).toBe('other')
    expect(readToken(undefined, { RUNOFF_TOKEN: '' }, folder)).toBeNull()
    expect(() => readToken('empty', {}, folder)).toThrow('The token file empty is empty.')
    expect(() => readToken('none', {}, folder)).toThrow('The token file none cannot be read.')
    rmSync(folder, { recursive: true })
  })
})

describe('databasePathOf', () => {
  it('is in the current folder unless told otherwise', () => {
    expect(databasePathOf(undefined, {})).toBe('.runoff/runoff.db')
    expect(databasePathOf(undefined, { RUNOFF_DB: 'a.db' })).toBe('a.db')
    expect(databasePathOf('b.db', { RUNOFF_DB: 'a.db' })).toBe('b.db')
  })
})
