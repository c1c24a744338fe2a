import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trials } from '../testing.ts'
import { openSqliteStore } from './sqliteStore.ts'
import { recordCommand, recorded } from './testdata/startRecording.ts'
import { checkedState } from './testdata/trialFaults.ts'

const canFail = spawnSync('strace', ['-e', 'inject=fsync:error=EIO:when=9', 'true']).status === 0

/** What fails of what the program asks of the disk, and how often it is asked for in a trial. */
const anyFault = fc.oneof(
  faultOf('fsync', ['EIO'], 90),
  faultOf('pwrite64', ['EIO', 'ENOSPC'], 900),
)

function faultOf(call: string, errors: readonly string[], calls: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...errors), fc.integer({ min: 1, max: calls }), fc.boolean())
    .map(([error, first, stays]) => `${call}:error=${error}:when=${first}${stays ? '+' : ''}`)
}

describe.skipIf(!canFail)('a disk that fails', () => {
  it(
    'refuses writes in a sentence and loses nothing that was acknowledged',
    { timeout: 30_000 + trials(3) * 5000 },
    async () => {
      const failed = fc.asyncProperty(anyFault, async (fault) => {
        const folder = mkdtempSync(join(tmpdir(), 'runoff-failing-'))
        const path = join(folder, 'runoff.db')
        const strace = ['strace', '-f', '-o', '/dev/null', '-e', `trace=${fault.split(':')[0]}`]
        const command = [...strace, '-e', `inject=${fault}`, ...recordCommand(path, 'a', '40')]
        const { steps, refusal } = await recorded(command)
        expect(refusal).toMatch(/^$|^RunoffError: The database [^\n]* cannot be used: [^\n]*\.$/)
        // Where it failed before the run was made, there is an empty store, and it can be used.
        await openSqliteStore(path).close()
        const { lines } = steps > 0 ? await checkedState(path) : { lines: 0 }
        expect(lines).toBeGreaterThanOrEqual(steps)
        const next = await recorded(recordCommand(path, 'a', '5'))
        expect([next.refusal, next.steps >= steps]).toEqual(['', true])
        rmSync(folder, { recursive: true })
      })
      await fc.assert(failed, { numRuns: trials(3), endOnFailure: true })
    },
  )
})
