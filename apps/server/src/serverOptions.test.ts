import { describe, expect, it } from 'vitest'
import { readStartOptions } from './serverOptions.ts'

describe('readStartOptions', () => {
  it('listens on 127.0.0.1:4870 and keeps its database in .data, unless told otherwise', () => {
    const usual = { host: '127.0.0.1', port: 4870, databasePath: '.data/runoff.db' }
    expect(readStartOptions({})).toEqual(usual)
    expect(readStartOptions({ HOST: '', PORT: '', RUNOFF_DB: '' })).toEqual(usual)
    const told = { HOST: '::1', PORT: '0', RUNOFF_DB: '/tmp/x.db' }
    expect(readStartOptions(told)).toEqual({ host: '::1', port: 0, databasePath: '/tmp/x.db' })
    expect(readStartOptions({ HOST: 'localhost' }).host).toBe('127.0.0.1')
  })

  it.each(['abc', '-1', '65536', '1.5', '0x10', '1e3', ' 80', '٣'])(
    'says that "%s" is no port',
    (PORT) => {
      expect(() => readStartOptions({ PORT })).toThrow(
        `PORT is "${PORT}", and must be a whole number from 0 to 65535, such as 4870.`,
      )
    },
  )

  it.each(['0.0.0.0', '::', '192.168.0.7', '127.0.0.2', 'example.com', '[::1]', '*'])(
    'refuses to be reached from outside at "%s"',
    (HOST) => {
      expect(() => readStartOptions({ HOST })).toThrow('only listens on 127.0.0.1 or ::1')
    },
  )
})
