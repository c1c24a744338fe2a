/** Long work in small steps: each yields the share that is done, from 0 to 1. */
export type Work<Answer> = Generator<number, Answer, void>

/** Does work to its end, and returns its answer. */
export function finish<Answer>(work: Work<Answer>): Answer {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Does work as a part of some other, whose progress it takes from one share to another. */
export function* scaled<Answer>(
  work: Work<Answer>,
  [from, to]: readonly [number, number],
): Work<Answer> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    yield from + (to - from) * step.value
  }
}
