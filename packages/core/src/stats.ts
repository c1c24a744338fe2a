export { undefinedFor, type Undefined, type UndefinedReason } from './stats/answer.ts'
export { seededRandom } from './stats/random.ts'
export { finish, type Work } from './stats/work.ts'

export { mean, variance } from './stats/moments.ts'
export { welch, type WelchResult } from './stats/welch.ts'
export { pairedT, type PairedTResult } from './stats/pairedT.ts'
export { permutationTest } from './stats/permutationTest.ts'
export { signFlipTest } from './stats/signFlipTest.ts'
export type { ArrangementOptions, ArrangementTest } from './stats/arrangements.ts'
export { mannWhitney, type MannWhitneyResult } from './stats/mannWhitney.ts'
export { wilcoxon, type WilcoxonResult } from './stats/wilcoxon.ts'
export { benjaminiHochberg, holm } from './stats/adjust.ts'
export { hedgesG, type EffectSizeResult } from './stats/effectSize.ts'
export { tukeyKramer, type TukeyKramerResult } from './stats/tukeyKramer.ts'
export { gamesHowell, type GamesHowellResult } from './stats/gamesHowell.ts'
export type { PairComparison } from './stats/pairComparison.ts'
export type { LevelOption } from './stats/checkOptions.ts'

export { spearman, type SpearmanResult } from './stats/spearman.ts'
export { kendall, type KendallResult } from './stats/kendall.ts'
export { kruskal, type KruskalResult } from './stats/kruskal.ts'
export {
  chatterjeeXi,
  type ChatterjeeXiOptions,
  type ChatterjeeXiResult,
} from './stats/chatterjeeXi.ts'

export { interquartileMean, type InterquartileMeanResult } from './stats/interquartileMean.ts'
export {
  probabilityOfImprovement,
  type ImprovementOptions,
  type ImprovementResult,
} from './stats/probabilityOfImprovement.ts'
export { expectedMaximum } from './stats/expectedMaximum.ts'
export {
  noetherPairs,
  seedsNeeded,
  smallestDifference,
  type NoetherPairs,
  type PowerOptions,
  type SeedsNeeded,
  type SmallestDifference,
} from './stats/power.ts'
export {
  probabilityBest,
  probabilityBestWork,
  type ProbabilityBestOptions,
  type ProbabilityBestResult,
} from './stats/probabilityBest.ts'

export {
  chiSquareUpperP,
  noncentralStudentCdf,
  normalCdf,
  normalQuantile,
  studentizedRangeQuantile,
  studentizedRangeUpperP,
  studentQuantile,
  studentTwoSidedP,
} from './stats/distributions.ts'

export {
  contenders,
  type ContenderGroup,
  type Contenders,
  type ContendersOptions,
  type NoiseEstimate,
} from './decide/contenders.ts'
export {
  significance,
  significanceWork,
  type Significance,
  type SignificanceOptions,
  type SignificancePair,
} from './decide/significance.ts'

export {
  selectCheckpoint,
  type BestSingle,
  type CheckpointChoice,
  type SelectCheckpointOptions,
} from './curves/selectCheckpoint.ts'
export { matchedEvaluations, thinEvaluations } from './curves/thinEvaluations.ts'
export { noiseOf } from './curves/noiseOf.ts'
export {
  ar1SampleSize,
  effectiveSampleSize,
  type Ar1SampleSize,
  type SampleSize,
} from './curves/sampleSize.ts'
export { blockLength, type BlockLength } from './curves/blockLength.ts'
export {
  overfitting,
  type Overfitting,
  type OverfittingFinding,
  type OverfittingOptions,
} from './curves/overfitting.ts'
export {
  generalizationLoss,
  progressQuotient,
  risingStrips,
  trainProgress,
} from './curves/prechelt.ts'
export { spikes, type Spike, type Spikes, type SpikesOptions } from './curves/spikes.ts'
export { divergence, type Divergence } from './curves/divergence.ts'
export { curveMarks, startCurveMarks, type CurveMarksOptions } from './curves/curveMarks.ts'
export type { CurveMark } from './curves/curveMark.ts'
export { plateau, type Plateau, type PlateauOptions } from './curves/plateau.ts'
export { theilSen, type TheilSen } from './curves/theilSen.ts'
export { commonTarget, type CommonTarget } from './curves/commonTarget.ts'
export { timeToTarget, type TimeToTarget, type TimeToTargetOptions } from './curves/timeToTarget.ts'
export {
  kaplanMeier,
  type Arrival,
  type KaplanMeier,
  type SurvivalPoint,
} from './curves/kaplanMeier.ts'
export { anytimeArea, sharedGrid, type AnytimeArea } from './curves/anytimeArea.ts'
export { fitPowerLaw, type PowerLaw, type PowerLawPrediction } from './curves/fitPowerLaw.ts'

export {
  importance,
  importanceWork,
  runsForImportance,
  type Importance,
  type ImportanceOptions,
  type ParamEffect,
} from './params/importance.ts'
export { pedAnova, type PedAnova, type PedAnovaOptions } from './params/pedAnova.ts'
export { paramColumn, type ParamColumn } from './params/paramColumns.ts'

export {
  compareCost,
  type CompareCostOptions,
  type CostComparison,
  type CostExclusion,
  type CostRow,
} from './cost/compareCost.ts'
export { costToTarget, type CostToTarget, type RunCurve } from './cost/costToTarget.ts'
export { gpuHoursOf, runCost, type GpuHours, type PriceOptions } from './cost/gpuHours.ts'
export { paretoFront, type ParetoFront, type ParetoObjective } from './cost/paretoFront.ts'

export {
  stoppingAdvice,
  type StoppingAdvice,
  type StoppingEvidence,
  type StoppingOptions,
} from './stopping/stoppingAdvice.ts'
export type { PastRun } from './stopping/pastRun.ts'
export { backTest, type BackTest, type BackTestOptions } from './stopping/backTest.ts'
export {
  medianRule,
  type MedianRule,
  type MedianRuleOptions,
  type RuleInput,
} from './stopping/medianRule.ts'
export { asha, ashaRungs, type AshaOptions } from './stopping/asha.ts'
export {
  extrapolate,
  type ExtrapolateOptions,
  type Extrapolation,
  type ExtrapolationBackTest,
} from './stopping/extrapolate.ts'
export {
  powerLawExtrapolator,
  type CurvePoints,
  type Extrapolator,
  type Projection,
} from './stopping/extrapolator.ts'
