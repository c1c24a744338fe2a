/** What every part can meet, in the order in which a run does. */
export const stateNames = [
  'empty',
  'one',
  'many',
  'loading',
  'partial',
  'failed',
  'stale',
  'live',
  'archived',
  'NaN',
  'very long names',
  'right-to-left names',
] as const

export type StateName = (typeof stateNames)[number]

/** The story of a state, or why a part cannot be in it. */
export type StateStory =
  | { readonly file: string; readonly title: string; readonly story: string }
  | { readonly not: string }

export interface PartStates {
  readonly part: string
  readonly states: Readonly<Record<StateName, StateStory>>
}

/** Names the stories of one file of stories, which has this title. */
const storiesOf =
  (file: string, title: string) =>
  (story: string): StateStory => ({ file, title, story })

const not = (why: string): StateStory => ({ not: why })
const given = not('the host hands it runs that are there')
const whole = not('it shows what it is given; the list says how fresh that is')

const page = storiesOf('comparison/RunComparison', 'Comparison/RunComparison')
const pageStates = storiesOf('comparison/RunComparison.states', 'Comparison/RunComparison states')
const pageLanguages = storiesOf(
  'comparison/RunComparison.languages',
  'Comparison/RunComparison languages',
)
const dialog = storiesOf('comparison/ComparisonDialog', 'Comparison/ComparisonDialog')
const picker = storiesOf('picker/RunPicker', 'Picker/RunPicker')
const pickerStates = storiesOf('picker/RunPicker.states', 'Picker/RunPicker states')
const table = storiesOf('table/SummaryTable', 'Table/SummaryTable')
const chart = storiesOf('charts/MetricChart', 'Charts/MetricChart')
const chartLive = storiesOf('charts/ChartLive', 'Charts/Live')
const chartValues = storiesOf('charts/ChartValues', 'Charts/Values')
const recommendation = storiesOf(
  'recommendation/RecommendationPanel',
  'Recommendation/RecommendationPanel',
)
const diff = storiesOf('diff/ParamDiff', 'Diff/ParamDiff')
const timeline = storiesOf('timeline/MetricTimeline', 'Timeline/MetricTimeline')
const history = storiesOf('history/RunHistory', 'History/RunHistory')
const keep = storiesOf('keep/KeepSection', 'Comparison/Keep')

export const storyMatrix: readonly PartStates[] = [
  {
    part: 'RunComparison',
    states: {
      empty: page('Empty'),
      one: pageStates('OneRun'),
      many: pageStates('ManyRuns'),
      loading: page('Loading'),
      partial: page('Partial'),
      failed: page('Failed'),
      stale: pageStates('Stale'),
      live: pageStates('Live'),
      archived: pageStates('Archived'),
      NaN: pageStates('NotANumber'),
      'very long names': pageStates('LongNames'),
      'right-to-left names': pageLanguages('RightToLeft'),
    },
  },
  {
    part: 'ComparisonDialog',
    states: {
      empty: dialog('NoRun'),
      one: dialog('OneRun'),
      many: dialog('ManyRuns'),
      loading: dialog('Loading'),
      partial: dialog('Partial'),
      failed: dialog('Failed'),
      stale: not('it lies over a list that says so'),
      live: dialog('Live'),
      archived: dialog('Archived'),
      NaN: dialog('NotANumber'),
      'very long names': dialog('LongNames'),
      'right-to-left names': dialog('RightToLeftNames'),
    },
  },
  {
    part: 'RunPicker',
    states: {
      empty: pickerStates('Empty'),
      one: picker('OneRun'),
      many: picker('TenThousandRuns'),
      loading: pickerStates('Loading'),
      partial: picker('PartialAndNoMetrics'),
      failed: pickerStates('Failed'),
      stale: pickerStates('Stale'),
      live: pickerStates('Live'),
      archived: picker('ArchivedHidden'),
      NaN: picker('NotANumber'),
      'very long names': picker('LongNames'),
      'right-to-left names': picker('RightToLeftNames'),
    },
  },
  {
    part: 'SummaryTable',
    states: {
      empty: table('Empty'),
      one: table('One'),
      many: table('AThousandRuns'),
      loading: given,
      partial: table('MissingAndNotFinite'),
      failed: given,
      stale: whole,
      live: table('Live'),
      archived: not('an archived run that was chosen is compared as any other'),
      NaN: table('MissingAndNotFinite'),
      'very long names': table('LongNames'),
      'right-to-left names': table('RightToLeftNames'),
    },
  },
  {
    part: 'MetricChart',
    states: {
      empty: chart('Empty'),
      one: chart('OneRun'),
      many: chart('HundredRuns'),
      loading: chart('Preparing'),
      partial: chart('PartialRuns'),
      failed: not('it draws what could be read; the page says what could not'),
      stale: chartLive('StandsStill'),
      live: chartLive('GrowingRun'),
      archived: not('an archived run has a line as any other'),
      NaN: chartValues('NotFinite'),
      'very long names': chart('LongNames'),
      'right-to-left names': chart('RightToLeftNames'),
    },
  },
  {
    part: 'RecommendationPanel',
    states: {
      empty: recommendation('NoRuns'),
      one: recommendation('OnlyRun'),
      many: recommendation('ManyRuns'),
      loading: recommendation('Loading'),
      partial: recommendation('SomeLeftOut'),
      failed: given,
      stale: whole,
      live: recommendation('OnlyLive'),
      archived: not('which runs are judged is for the host to choose'),
      NaN: recommendation('OnlyWithoutValue'),
      'very long names': recommendation('LongNames'),
      'right-to-left names': recommendation('RightToLeftNames'),
    },
  },
  {
    part: 'ParamDiff',
    states: {
      empty: diff('NoRuns'),
      one: diff('OneRun'),
      many: diff('TwoHundredRuns'),
      loading: given,
      partial: diff('NothingLogged'),
      failed: given,
      stale: whole,
      live: not('parameters are there from the first step'),
      archived: not('an archived run has parameters as any other'),
      NaN: diff('EveryKindOfValue'),
      'very long names': diff('LongNames'),
      'right-to-left names': diff('RightToLeftNames'),
    },
  },
  {
    part: 'MetricTimeline',
    states: {
      empty: timeline('NoRuns'),
      one: timeline('One'),
      many: timeline('TwentyRuns'),
      loading: timeline('Loading'),
      partial: timeline('MissingEvaluations'),
      failed: not('it draws what could be read; the page says what could not'),
      stale: whole,
      live: timeline('Live'),
      archived: not('an archived run has a bar as any other'),
      NaN: timeline('NotFinite'),
      'very long names': timeline('LongNames'),
      'right-to-left names': timeline('RightToLeftNames'),
    },
  },
  {
    part: 'RunHistory',
    states: {
      empty: history('Empty'),
      one: history('OneRun'),
      many: history('ManyRuns'),
      loading: history('Loading'),
      partial: history('NotANumber'),
      failed: given,
      stale: whole,
      live: history('LiveAndArchived'),
      archived: history('LiveAndArchived'),
      NaN: history('NotANumber'),
      'very long names': history('LongNames'),
      'right-to-left names': history('RightToLeftNames'),
    },
  },
  {
    part: 'KeepSection',
    states: {
      empty: keep('NoRuns'),
      one: keep('OneRun'),
      many: keep('AsItStarts'),
      loading: keep('Reading'),
      partial: not('what has no value is left empty in a file'),
      failed: keep('Failed'),
      stale: whole,
      live: not('what is saved is what is there at that moment'),
      archived: not('an archived run that was chosen is kept as any other'),
      NaN: not('a file says NaN, or nothing where its format has no such value'),
      'very long names': not('it shows no names'),
      'right-to-left names': not('it shows no names'),
    },
  },
]
