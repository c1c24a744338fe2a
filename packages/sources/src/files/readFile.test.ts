import { describe, expect, it } from 'vitest'
import { csv, list, readOnly, idsOf, codesOf, rows, stateText } from '../testdata/runFiles.ts'
import { filesSource } from './filesSource.ts'
import { textFile, type RunFile } from './runFile.ts'

describe('what cannot be read', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n'
  it.each([
    ['empty', 'x.csv', '', /is empty/],
    ['blank', 'x.jsonl', ' \n ', /is empty/],
    ['cut', 'trainer_state.json', stateText(rows).slice(0, 80), /not JSON/],
    ['a Git LFS pointer', 'metrics.csv', pointer, /git lfs pull/],
    ['binary', 'x.log', 'a\0b', /nothing that Runoff knows/],
    ['of an unknown kind', 'setup.cfg', 'abc', /nothing that Runoff knows/],
    ['too long to be settings', 'config.yaml', `a: ${'x'.repeat(2 ** 21)}`, /may have 1048576/],
    ['a table of something else', 'people.csv', 'name,age\nA,3\n', /no column for a step/],
    ['packed and damaged', 'x.log', '\u001F\uFFFD\b\0abc', /cannot be unpacked/],
    ['a database', 'optuna.db', 'SQLite format 3\0abc', /is an SQLite database/],
    ['a data set', 'train.jsonl', '{"prompt": "a", "label": 1}\n', /no JSON objects with/],
    ['broken YAML', 'config.yaml', 'a: [1, 2\nb: {', /no settings/],
    ['a list as settings', 'config.json', '[1]', /no settings/],
  ])(
    'says of a file that is %s what is wrong, and shows the others',
    async (_, name, text, why) => {
      const page = await list(textFile(`bad/${name}`, text), textFile('good/metrics.csv', csv))
      expect(idsOf(page)).toEqual(['good'])
      expect(page.notices).toHaveLength(1)
      expect(page.notices?.[0]).toMatchObject({ code: 'unreadable-file', path: `bad/${name}` })
      expect(page.notices?.[0]?.message).toMatch(why)
    },
  )

  it('says of a file that cannot be opened why', async () => {
    const broken = { path: 'a/metrics.csv', open: () => Promise.reject(new Error('no permission')) }
    const page = await list(broken, textFile('b/metrics.csv', csv))
    expect(idsOf(page)).toEqual(['b'])
    expect(page.notices?.[0]?.message).toContain('no permission')
  })

  it('shows the others when a run can have no name', async () => {
    const page = await list(textFile(' /metrics.csv', csv), textFile('b/metrics.csv', csv))
    expect([...idsOf(page), ...codesOf(page)]).toEqual(['b', 'unreadable-file  /metrics.csv'])
  })

  it('reads a log that begins with more blanks than are looked at', async () => {
    const log = `${' '.repeat(10_000)}\r{'loss': 3.5, 'epoch': 1.0}\n`
    expect((await readOnly(textFile('a/job.o12345', log))).metrics.get('train/loss')?.last).toBe(
      3.5,
    )
  })

  it('says that a log holds no metrics, and makes no run of it', async () => {
    const page = await list(textFile('a/pip.log', 'Collecting torch\n'))
    expect([page.runs.length, ...codesOf(page)]).toEqual([0, 'no-metrics a/pip.log'])
  })

  it('opens neither weights nor tokenizers', async () => {
    const never = (path: string): RunFile => ({ path, open: () => Promise.reject(new Error(path)) })
    const page = await list(never('a/model.safetensors'), never('a/tokenizer.json'))
    expect(page.notices).toBeUndefined()
  })

  it('gives its notices with the first page alone', async () => {
    const files = ['a', 'b'].map((name) => textFile(`${name}/metrics.csv`, csv))
    const source = filesSource({ files: [...files, textFile('c.csv', '')] })
    const first = await source.listRuns({ limit: 1 })
    const second = await source.listRuns({ limit: 1, cursor: first.nextCursor })
    expect([first.notices?.length, second.notices]).toEqual([1, undefined])
  })
})
