import { readFileSync } from 'node:fs'

interface RecordedSeries {
  readonly tag: string
  readonly run: string
}

interface Recording {
  readonly environment: { readonly debug: { readonly flags: object } }
  readonly runs: readonly string[]
  readonly tags: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly sessions: object
  readonly series: readonly RecordedSeries[]
  readonly unknown: readonly RecordedSeries[]
}

const file = new URL('recorded.json', import.meta.url)
export const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording

/**
 * Returns a `fetch` that answers with what a real TensorBoard answered. `answer` may answer in its
 * place; `asked` gets the address of every request.
 */
export function tensorboardFetch({
  answer = () => null,
  asked = [],
}: {
  readonly answer?: (url: URL) => Response | null
  readonly asked?: URL[]
} = {}): typeof fetch {
  return async (input) => {
    const url = new URL(new Request(input).url)
    asked.push(url)
    return answer(url) ?? replay(url)
  }
}

function replay({ pathname, searchParams }: URL): Response {
  switch (pathname) {
    case '/data/environment':
      return Response.json(recording.environment)
    case '/data/runs':
      return Response.json(recording.runs)
    case '/data/plugin/scalars/tags':
      return Response.json(recording.tags)
    case '/data/plugin/hparams/session_groups':
      return Response.json(recording.sessions)
    case '/data/plugin/timeseries/timeSeries':
      return Response.json(seriesOf(searchParams.get('requests') ?? ''))
    default:
      return new Response('Not found', { status: 404 })
  }
}

function seriesOf(requests: string): readonly object[] {
  const asked = JSON.parse(requests) as readonly RecordedSeries[]
  return asked.map(({ tag, run }) => {
    const found = recording.series.find((one) => one.tag === tag && one.run === run)
    return found ?? { ...recording.unknown[0], tag, run }
  })
}
