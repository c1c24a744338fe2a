// Simulates studies whose truth is known and prints how often Runoff is right about them.
// It asserts nothing; the numbers are in docs/decisions.md.
import { importanceRates, spikesPerThousand } from './falseFindings.ts'
import { verdictRates, welchCoverage } from './studies.ts'

const studies = Number(process.argv[2] ?? 2000)
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

console.log(`${studies} simulated studies in each row.\n`)

console.log("Welch's 95 % interval: how often it holds the true difference\n")
console.log('| seeds each | equal spreads | one twice the other |\n| --- | --- | --- |')
for (const seeds of [2, 3, 5, 10]) {
  const row = [1, 2].map((ratio) => percent(welchCoverage(seeds, ratio, 5 * studies)))
  console.log(`| ${seeds} | ${row.join(' | ')} |`)
}

const worlds = [0, 1].flatMap((between) =>
  [1, 3].flatMap((spreadRatio) =>
    [2, 3, 5, 10].flatMap((configurations) =>
      [2, 3, 5].map((seeds) => ({ configurations, seeds, spreadRatio, between })),
    ),
  ),
)
console.log('\nThe verdict\n')
console.log(
  '| true means | spreads | configurations | seeds | clear winner | false clear winner | best among contenders | contenders left |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
for (const world of worlds) {
  const { clear, falseClear, holdsBest, contenders } = verdictRates(world, studies)
  const cells = [
    world.between === 0 ? 'equal' : 'differ by one seed spread',
    world.spreadRatio === 1 ? 'equal' : `up to ${world.spreadRatio}×`,
    world.configurations,
    world.seeds,
    percent(clear),
    percent(falseClear),
    percent(holdsBest),
    contenders.toFixed(1),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

console.log('\nImportance among parameters that do nothing\n')
console.log(
  '| runs | parameters | sweeps with a false effect | with a false share |\n| --- | --- | --- | --- |',
)
for (const [runs, params] of [
  [10, 6],
  [20, 6],
  [50, 6],
  [100, 6],
  [20, 50],
  [100, 50],
] as const) {
  const { anyFound, anyShare } = importanceRates(runs, params, Math.max(1, Math.round(studies / 5)))
  console.log(`| ${runs} | ${params} | ${percent(anyFound)} | ${percent(anyShare)} |`)
}

console.log('\nSpikes among points of pure noise')
console.log(
  `\n${spikesPerThousand(1000, Math.max(1, Math.round(studies / 10))).toFixed(2)} of 1000`,
)
