/** What is alive of the things that a page must give back. */
export interface Alive {
  readonly listeners: number
  readonly observers: number
  readonly timers: number
}

/** Counts from now on what is listened to, observed and timed; `stop` puts everything back. */
export function watchPage(): { readonly alive: () => Alive; readonly stop: () => void } {
  const listeners = countListeners([window, document, document.documentElement, document.body])
  const observers = countObservers()
  const timers = countTimers()
  return {
    alive: () => ({
      listeners: listeners.count(),
      observers: observers.count(),
      timers: timers.count(),
    }),
    stop: () => {
      for (const counter of [listeners, observers, timers]) counter.stop()
    },
  }
}

interface Counter {
  readonly count: () => number
  readonly stop: () => void
}

function countListeners(targets: readonly EventTarget[]): Counter {
  const alive = new Set<string>()
  // Weak: what is watched must not live longer for it.
  const numbers = new WeakMap<object, number>()
  let known = 0
  const numberOf = (thing: object | null): number => {
    if (thing === null) return 0
    if (!numbers.has(thing)) numbers.set(thing, ++known)
    return numbers.get(thing) ?? 0
  }
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const keyOf = (
    target: EventTarget,
    ...[type, listener, options]: Parameters<typeof add>
  ): string => {
    const isCapture = typeof options === 'boolean' ? options : options?.capture === true
    return [numberOf(target), type, numberOf(listener), isCapture].join(' ')
  }
  EventTarget.prototype.addEventListener = function added(...given: Parameters<typeof add>): void {
    const target = (this as EventTarget | undefined) ?? window
    const [, , options] = given
    if (targets.includes(target)) {
      const key = keyOf(target, ...given)
      alive.add(key)
      if (typeof options === 'object') {
        options.signal?.addEventListener('abort', () => alive.delete(key))
      }
    }
    add.apply(target, given)
  }
  EventTarget.prototype.removeEventListener = function removed(
    ...given: Parameters<typeof remove>
  ): void {
    const target = (this as EventTarget | undefined) ?? window
    if (targets.includes(target)) alive.delete(keyOf(target, ...given))
    remove.apply(target, given)
  }
  return {
    count: () => alive.size,
    stop: () =>
      Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove }),
  }
}

function countObservers(): Counter {
  const alive = new Set<unknown>()
  const kinds = [ResizeObserver, IntersectionObserver, MutationObserver]
  const before = kinds.map(({ prototype }) => ({
    prototype,
    observe: Reflect.get(prototype, 'observe'),
    disconnect: Reflect.get(prototype, 'disconnect'),
  }))
  for (const { prototype, observe, disconnect } of before) {
    Object.assign(prototype, {
      observe(this: unknown, ...given: [target: Element]) {
        alive.add(this)
        observe.apply(this, given)
      },
      disconnect(this: unknown) {
        alive.delete(this)
        disconnect.apply(this)
      },
    })
  }
  return {
    count: () => alive.size,
    stop: () => {
      for (const { prototype, ...own } of before) Object.assign(prototype, own)
    },
  }
}

function countTimers(): Counter {
  const alive = new Set<unknown>()
  const { setInterval: start, clearInterval: end } = globalThis
  const started = (...given: Parameters<typeof start>): ReturnType<typeof start> => {
    const id = start(...given)
    alive.add(id)
    return id
  }
  const ended = (id?: Parameters<typeof end>[0]): void => {
    alive.delete(id)
    end(id)
  }
  Object.assign(globalThis, { setInterval: started, clearInterval: ended })
  return {
    count: () => alive.size,
    stop: () => Object.assign(globalThis, { setInterval: start, clearInterval: end }),
  }
}
