import { describe, expect, it } from 'vitest'
import { checkpointStep } from './checkpointStep.ts'

describe('checkpointStep', () => {
  it.each([
    ['out/checkpoint-480', 480],
    ['lightning_logs/epoch=3-step=570.ckpt', 570],
    ['runs/global_step1200', 1200],
    ['checkpoint-100/step_200.pt', 200],
    ['model/step-7', 7],
  ])('reads the step of %s', (path, step) => {
    expect(checkpointStep(path)).toBe(step)
  })

  it.each(['best.pt', 'checkpoint-best', 'epoch=3.ckpt', '', 'checkpoint-12345678901234567890'])(
    'reads none of %s',
    (path) => {
      expect(checkpointStep(path)).toBeNull()
    },
  )
})
