import { defineRun, type Run } from '@runoff/core'

const dayMs = 86_400_000
const firstDayMs = Date.UTC(2026, 2, 4, 9, 30)

/** A completed run with this best eval loss, started on a day of March 2026. */
export function pastRun(id: string, day: number, loss: number, archived = false): Run {
  return defineRun({
    id,
    name: id,
    status: 'completed',
    createdAtMs: firstDayMs + day * dayMs,
    metrics: { 'eval/loss': loss },
    archived,
  })
}

/** Three weeks of work, in which four runs improved on all before; the first ones are archived. */
export const pastRuns: readonly Run[] = [
  pastRun('first try', 0, 0.6712, true),
  pastRun('second try', 1, 0.4411, true),
  pastRun('lr-1e-3', 3, 0.4704, true),
  pastRun('lr-3e-4', 4, 0.3124),
  pastRun('lr-1e-4', 6, 0.3401),
  pastRun('warm-up', 9, 0.3208),
  pastRun('lora-r32', 12, 0.2701),
  pastRun('lora-r64', 15, 0.2789),
  pastRun('cosine', 20, 0.2345),
  defineRun({ id: 'running', status: 'running', createdAtMs: firstDayMs + 21 * dayMs }),
]

/** Any number of runs, slowly better; the same ones each time. */
export function manyPastRuns(count: number): readonly Run[] {
  return Array.from({ length: count }, (_, index) =>
    pastRun(
      `sweep-${index}`,
      index / 6,
      0.2 + 60 / (index + 80) + ((index * 7919) % 97) / 400,
      index % 5 === 0,
    ),
  )
}
