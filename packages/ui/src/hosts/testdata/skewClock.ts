const RealDate = Date

/** Makes the clock of this process or page wrong by this much, until it is told anew. */
export function skewClock(skewMs: number): void {
  const now = (): number => RealDate.now() + skewMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) =>
      given.length === 0 ? new target(now()) : (Reflect.construct(target, given) as Date),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}
