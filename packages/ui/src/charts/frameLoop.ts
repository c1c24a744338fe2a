/** Runs tasks on the next frame, each at most once a frame, and rests when there is none. */
export interface FrameLoop {
  readonly request: (task: () => void) => void
  readonly cancel: (task: () => void) => void
}

/** Returns a loop that several charts may share, so that all of them draw in one frame. */
export function createFrameLoop(): FrameLoop {
  let frame: number | null = null
  let tasks = new Set<() => void>()

  const run = (): void => {
    frame = null
    const due = tasks
    // What asks for a frame while one runs gets the next, not this one without end.
    tasks = new Set()
    for (const task of due) attempt(task)
  }

  return {
    request(task) {
      tasks.add(task)
      frame ??= requestAnimationFrame(run)
    },
    cancel(task) {
      tasks.delete(task)
      if (tasks.size > 0 || frame === null) return
      cancelAnimationFrame(frame)
      frame = null
    },
  }
}

/** A chart that fails must not take the frame of the others. */
function attempt(task: () => void): void {
  try {
    task()
  } catch (error) {
    reportError(error)
  }
}
