import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { trials } from '../testing.ts'
import { recordCommand, recorded } from './testdata/startRecording.ts'
import { checkedState } from './testdata/trialFaults.ts'

describe('a program that is killed while it records', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'runoff-kill-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it(
    'leaves every acknowledged point and line, each once, and the next one goes on from there',
    { timeout: 30_000 + trials(3) * 5000 },
    async () => {
      const path = join(folder, 'runoff.db')
      let acknowledged = 0
      const killed = fc.asyncProperty(fc.nat({ max: 120 }), async (more) => {
        const goal = acknowledged + more
        const { steps, refusal } = await recorded(recordCommand(path), (now, child) => {
          if (now > goal) child.kill('SIGKILL')
        })
        expect([steps > goal, refusal]).toEqual([true, ''])
        const { points, lines } = await checkedState(path)
        expect(lines).toBeGreaterThanOrEqual(steps)
        expect(points - lines).toBeLessThanOrEqual(1)
        expect(points).toBeGreaterThanOrEqual(lines)
        acknowledged = steps
      })
      await fc.assert(killed, { numRuns: trials(3), endOnFailure: true })
    },
  )
})
