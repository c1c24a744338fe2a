// Measures how fast logs of each family are read, beside a plain cut into lines and beside JSON.parse
// of as much text and of the lines of JSON. It asserts nothing: machines are noisy.
//
// node --conditions=@runoff/source bench/src/logs/run.mjs [--megabytes 8] [--rounds 5]
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createLogParser } from '@runoff/logs'
import { families, logOf } from './families.ts'

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
  },
})
const length = Number(values.megabytes) * 1e6
const rounds = Number(values.rounds)

/** As a file or a pipe hands it out. */
const chunkLength = 65_536

function chunksOf(text) {
  const count = Math.ceil(text.length / chunkLength)
  // Decoded anew, as a reader gets it: no view into one long text.
  return Array.from({ length: count }, (_, i) =>
    Buffer.from(text.slice(i * chunkLength, (i + 1) * chunkLength)).toString(),
  )
}

function read(chunks) {
  const parser = createLogParser()
  let count = 0
  for (const chunk of chunks) count += parser.push(chunk).length
  return { count: count + parser.end().length, formats: parser.formats }
}

function splitLines(chunks) {
  let rest = ''
  let count = 0
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    count += lines.length
  }
  return count
}

/** Megabytes for each second of one core's time, the median of the rounds; other programs cost none. */
function speedOf(size, work) {
  const speeds = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage()
    // A cut into lines is over before the clock of the processor has moved.
    const times = 1 + Math.floor(2e7 / size)
    for (let i = 0; i < times; i += 1) work()
    const { user, system } = process.cpuUsage(start)
    return (size * times) / (user + system)
  })
  return speeds.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]
}

function jsonOf(size) {
  const row = (step) => `{"step":${step},"loss":${2 + 1 / (step + 1)},"lr":0.0003,"epoch":${step}}`
  const rows = []
  for (let step = 0, written = 0; written < size; step += 1) {
    rows.push(row(step))
    written += rows[step].length + 1
  }
  return `[${rows.join(',')}]`
}

const json = jsonOf(length)
console.log(`Node ${process.version}, ${cpus()[0].model}, ${values.megabytes} MB each.\n`)
console.log(
  `JSON.parse of one array: ${speedOf(json.length, () => JSON.parse(json)).toFixed(0)} MB/s\n`,
)
const jsonLog = logOf(
  families.find(({ name }) => name === 'JSON lines'),
  length,
)
const jsonLines = jsonLog.trimEnd().split('\n')
const jsonSpeed = speedOf(jsonLog.length, () => jsonLines.forEach((line) => JSON.parse(line)))
console.log(`JSON.parse of each line of the JSON lines: ${jsonSpeed.toFixed(0)} MB/s\n`)
console.log('| family | read, MB/s | lines cut, MB/s | records | recognised as |')
console.log('| --- | ---: | ---: | ---: | --- |')
for (const family of families) {
  const text = logOf(family, length)
  const chunks = chunksOf(text)
  const { count, formats } = read(chunks)
  const speed = speedOf(text.length, () => read(chunks))
  const lines = speedOf(text.length, () => splitLines(chunks))
  const cells = [family.name, speed.toFixed(0), lines.toFixed(0), count, formats.join(', ') || '-']
  console.log(`| ${cells.join(' | ')} |`)
}
