import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesSource } from './filesSource.ts'
import { textFile } from './runFile.ts'
import { event, sessionStart, simple, version } from './testdata/eventFiles.ts'
import { bytesOf, type Part } from './testdata/encodeProto.ts'
import { config, exit, history, run, wandbFile } from './testdata/wandbFiles.ts'

const samples: readonly (readonly [string, Part])[] = [
  [
    'events.out.tfevents.1700000000.host',
    bytesOf(version, event(1, simple('__proto__', NaN)), sessionStart(1), event(2, simple('a', 2))),
  ],
  [
    'run-ab12cd34.wandb',
    wandbFile(
      run('a', 'b'),
      config({ lr: 0.1 }),
      history(0, JSON.parse('{"loss": 1, "__proto__": 2}') as Record<string, unknown>),
      exit(0),
    ),
  ],
  ['run.log.gz', new Uint8Array(gzipSync("{'loss': 2.5, 'epoch': 0.5}\n"))],
]

const healthy = textFile('healthy/metrics.csv', 'step,loss\n1,3\n2,2\n')

async function isHealthy(name: string, bytes: Part): Promise<boolean> {
  const odd = { path: `odd/${name}`, open: async () => new Blob([bytes]) }
  const source = filesSource({ files: [odd, healthy] })
  const { runs, notices = [] } = await source.listRuns({})
  const results = await source.readSeries(
    runs.flatMap(({ id, metrics }) =>
      Array.from(metrics.keys(), (metric) => ({ runId: id, metric })),
    ),
  )
  const isShown = runs.length > 1 || notices.length > 0
  const other = runs.find(({ id }) => id === 'healthy')?.metrics.get('train/loss')?.last
  return other === 2 && isShown && results.every(({ error }) => error === null)
}

describe('filesSource over damaged bytes', () => {
  it.each(samples)('reads %s, or says that it cannot, wherever it is cut', async (name, bytes) => {
    const faults: number[] = []
    for (let end = 0; end <= bytes.length; end++) {
      if (!(await isHealthy(name, bytes.slice(0, end)))) faults.push(end)
    }
    expect(faults).toEqual([])
  })

  it.each(samples)('reads %s, or says so, whatever is put into it', async (name, bytes) => {
    const place = fc.nat(bytes.length - 1)
    const isSound = fc.asyncProperty(place, fc.uint8Array({ maxLength: 9 }), async (at, odd) => {
      const other = bytes.slice()
      other.set(odd.subarray(0, other.length - at), at)
      expect(await isHealthy(name, other)).toBe(true)
    })
    await fc.assert(isSound)
  })
})
