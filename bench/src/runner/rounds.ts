import type { LongTasks, Times } from '../page.ts'
import { caseLabel, liveCase, type BenchCase, type Peer } from '../peers.ts'
import type { BenchOptions } from './options.ts'
import { medianOf, resultKey, type Measured, type Results } from './results.ts'
import type { Visits } from './visits.ts'

type Measurements = Pick<Results, 'measured' | 'longTasks'>

/** Measures every chart in every case. */
export async function measureAll(visits: Visits, options: BenchOptions): Promise<Measurements> {
  const measured = new Map<string, Measured>()
  for (const own of options.cases) {
    for (const [name, figures] of await measureCase(visits, options, own)) {
      measured.set(resultKey(own, name), figures)
    }
  }
  const isLive = options.cases.includes(liveCase)
  const longTasks = isLive ? await measureLive(visits, options) : new Map<string, LongTasks>()
  return { measured, longTasks }
}

/** The medians of the rounds, in which the charts take turns so that noise meets all of them. */
async function measureCase(
  visits: Visits,
  { peers, rounds, pictures }: BenchOptions,
  own: BenchCase,
): Promise<ReadonlyMap<string, Measured>> {
  const taken = new Map(able(peers, own).map((peer) => [peer, [] as Times[]]))
  for (let round = 1; round <= rounds; round++) {
    for (const [peer, times] of taken) {
      say(`${caseLabel(own)}, round ${round} of ${rounds}: ${peer.label}`)
      const one = await visits.times(peer, own, pictures)
      // What took too long once is not waited for again.
      if (one === null) taken.delete(peer)
      else times.push(one)
    }
  }
  const figures = new Map<string, Measured>()
  for (const [peer, times] of taken) {
    say(`${caseLabel(own)}, memory: ${peer.label}`)
    const memory = peer.isFloor === true ? null : await visits.memory(peer, own)
    figures.set(peer.name, { ...medianTimes(times), memory })
  }
  return figures
}

async function measureLive(
  visits: Visits,
  { peers }: BenchOptions,
): Promise<ReadonlyMap<string, LongTasks>> {
  const found = new Map<string, LongTasks>()
  for (const peer of able(peers, liveCase)) {
    if (peer.isFloor === true) continue
    say(`${caseLabel(liveCase)}, live: ${peer.label}`)
    const tasks = await visits.longTasks(peer, liveCase)
    if (tasks !== null) found.set(peer.name, tasks)
  }
  return found
}

function able(peers: readonly Peer[], { runs, points }: BenchCase): readonly Peer[] {
  return peers.filter(({ mostPoints }) => runs * points <= mostPoints)
}

function medianTimes(times: readonly Times[]): Times {
  const hovers = times.flatMap(({ hover }) => (hover === null ? [] : [hover]))
  return {
    mount: medianOf(times.map(({ mount }) => mount)),
    redraw: medianOf(times.map(({ redraw }) => redraw)),
    append: medianOf(times.map(({ append }) => append)),
    hover: hovers.length === 0 ? null : medianOf(hovers),
    emptyFrame: medianOf(times.map(({ emptyFrame }) => emptyFrame)),
  }
}

/** Beside the tables, which may be sent to a file. */
function say(text: string): void {
  console.error(text)
}
