import type { Goal, PolicyName } from '@runoff/core'
import type { Argv } from 'yargs'
import { exportFormats } from './commandNames.ts'
import { printCompletion, shells } from './completion.ts'
import type { CommandContext } from './context.ts'

/** What the command line asks for. What it needs is loaded then: help and completion are quick. */
export type Task = (context: CommandContext) => Promise<number>

/** Adds a command to a parser; `choose` gets what it asks for. */
export type AddCommand = (parser: Argv, choose: (task: Task) => void) => Argv

const pathsOption = {
  describe: 'Folders, log files, or the address of Runoff, MLflow, TensorBoard or Trackio',
  type: 'string',
  array: true,
} as const
const portOption = {
  describe: 'Port of the page (else PORT, or 4870; 0 takes a free one)',
  type: 'string',
  requiresArg: true,
} as const
const dbOption = {
  describe: 'Database file (else RUNOFF_DB, or .runoff/runoff.db)',
  type: 'string',
  requiresArg: true,
} as const
const jsonOption = {
  describe: 'Print JSON for programs',
  type: 'boolean',
  default: false,
} as const
const metricOption = {
  describe: 'What runs are compared by',
  type: 'string',
  default: 'eval/loss',
  requiresArg: true,
} as const

/** All commands, each with its options, its help and its examples. */
export const commands: readonly AddCommand[] = [
  (parser, choose) =>
    parser.command(
      '$0 [paths..]',
      'Open the page over folders, logs and servers, and follow what grows',
      (command) =>
        command
          .positional('paths', pathsOption)
          .option('port', portOption)
          .option('open', {
            describe: 'Open the browser (--no-open does not)',
            type: 'boolean',
            default: true,
          })
          .option('follow', {
            describe: 'Follow files that grow (--no-follow reads them once)',
            type: 'boolean',
            default: true,
          })
          .example('runoff ./outputs', 'every run below a folder')
          .example('runoff a.log b.log', 'logs beside each other')
          .example('runoff http://127.0.0.1:4870', 'the runs of another Runoff'),
      ({ paths, port, open: isOpened, follow, '--': more }) => {
        const all = [...wordsOf(paths), ...wordsOf(more)]
        const given = { paths: all, port, open: isOpened, follow }
        choose(async (context) => (await import('./open.ts')).open(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'run',
      'Run a training script and record it: runoff run -- <command…>',
      (command) =>
        command
          .option('name', {
            describe: 'Name of the run (else the script and the time)',
            type: 'string',
            requiresArg: true,
          })
          .option('experiment', {
            describe: 'Experiment the run belongs to (else the name of this folder)',
            type: 'string',
            requiresArg: true,
          })
          .option('group', {
            describe: 'Configuration that seeds of it share',
            type: 'string',
            requiresArg: true,
          })
          .option('tag', {
            describe: 'A tag as name=value; may be repeated',
            type: 'string',
            array: true,
            requiresArg: true,
            default: [] as string[],
          })
          .option('db', dbOption)
          .option('server', {
            describe: 'Address of a Runoff server to send it to, in place of the database',
            type: 'string',
            requiresArg: true,
          })
          .conflicts('server', 'db')
          .example('runoff run -- python train.py --lr 3e-4', 'recorded in .runoff/runoff.db')
          .example('runoff run --name lr-3e-4 --group base -- python train.py', 'with names'),
      ({ name, experiment, group, tag, db, server, '--': words }) => {
        const named = { name, experiment, group, tags: tag }
        const given = { ...named, command: wordsOf(words), db, server }
        choose(async (context) => (await import('./recordRun.ts')).recordRun(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'serve',
      'Serve the page and the API over the database',
      (command) =>
        command
          .option('port', portOption)
          .option('host', {
            describe: 'Address to listen at (else HOST, or 127.0.0.1); others need a token',
            type: 'string',
            requiresArg: true,
          })
          .option('db', dbOption)
          .option('clickhouse', {
            describe: 'Address of a ClickHouse server, in place of the database file',
            type: 'string',
            requiresArg: true,
          })
          .conflicts('clickhouse', 'db')
          .option('token-file', {
            describe: 'File with the token that requests must show (else RUNOFF_TOKEN)',
            type: 'string',
            requiresArg: true,
          })
          .option('allow-host', {
            describe: 'A further name by which the server is reached; may be repeated',
            type: 'string',
            array: true,
            requiresArg: true,
            default: [] as string[],
          })
          .option('open', { describe: 'Open the browser', type: 'boolean', default: false })
          .option('log', {
            describe: 'Write a line of JSON for each request to the standard error',
            type: 'boolean',
            default: false,
          })
          .example('runoff serve --db runs.db', '')
          .example('runoff serve --host 0.0.0.0 --token-file token', 'for others as well'),
      ({ port, host, db, clickhouse, tokenFile, allowHost, open: isOpened, log }) => {
        const given = { port, host, db, clickhouse, tokenFile, allowHost, open: isOpened, log }
        choose(async (context) => (await import('./serve.ts')).serve(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'best [paths..]',
      'Say which run to keep, and how sure that is',
      (command) =>
        command
          .positional('paths', pathsOption)
          .option('metric', metricOption)
          .option('goal', {
            describe: 'Whether less or more is better (else known from the metric)',
            choices: ['min', 'max'] as const satisfies readonly Goal[],
          })
          .option('policy', {
            describe: 'The rule that chooses; the verdict does not depend on it',
            choices: [
              'composite',
              'bestValue',
              'evidence',
            ] as const satisfies readonly PolicyName[],
            default: 'composite' as const,
          })
          .option('json', jsonOption)
          .option('db', dbOption)
          .example('runoff best ./outputs', '')
          .example('runoff best ./outputs --metric eval/accuracy --json', 'for programs')
          .epilogue(
            'Exit codes: 0 a clear winner, 10 contenders that cannot be told apart,\n' +
              '11 too few seeds to know, 12 runs that cannot be compared, 13 no run to judge;\n' +
              '1 failed, 2 misused.',
          ),
      ({ paths, metric, goal, policy, json, db, '--': more }) => {
        const all = [...wordsOf(paths), ...wordsOf(more)]
        const given = { paths: all, metric, goal, policy, json, db }
        choose(async (context) => (await import('./best.ts')).best(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'export [paths..]',
      'Write runs with all their points to one file',
      (command) =>
        command
          .positional('paths', pathsOption)
          .option('format', {
            alias: 'f',
            describe: 'What to write (else known from the file name)',
            choices: exportFormats,
          })
          .option('output', {
            alias: 'o',
            describe: 'The file to write (else the standard output)',
            type: 'string',
            requiresArg: true,
          })
          .option('metric', { ...metricOption, describe: 'What an HTML page compares by' })
          .option('db', dbOption)
          .example('runoff export ./outputs -o runs.csv', 'every logged point')
          .example('runoff export ./outputs -o runs.html', 'a page that needs no server')
          .example('runoff export --db runs.db -f jsonl', 'the database, to the standard output'),
      ({ paths, format, output, metric, db, '--': more }) => {
        const all = [...wordsOf(paths), ...wordsOf(more)]
        const given = { paths: all, format, output, metric, db }
        choose(async (context) => (await import('./export.ts')).exportCommand(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'import [paths..]',
      'Save runs in the database; again changes nothing',
      (command) =>
        command
          .positional('paths', pathsOption)
          .option('db', dbOption)
          .option('experiment', {
            describe: 'One experiment for everything (else one for each path)',
            type: 'string',
            requiresArg: true,
          })
          .option('json', jsonOption)
          .example('runoff import ./outputs --db runs.db', ''),
      ({ paths, db, experiment, json, '--': more }) => {
        const all = [...wordsOf(paths), ...wordsOf(more)]
        const given = { paths: all, db, experiment, json }
        choose(async (context) => (await import('./import.ts')).importCommand(given, context))
      },
    ),
  (parser, choose) =>
    parser.command(
      'completion [shell]',
      'Print a script that completes the command in a shell',
      (command) =>
        command
          .positional('shell', { describe: 'Which shell (else that of SHELL)', choices: shells })
          .example('runoff completion bash >> ~/.bashrc', '')
          .example('runoff completion fish > ~/.config/fish/completions/runoff.fish', ''),
      ({ shell }) => choose((context) => printCompletion(shell, context)),
    ),
]

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
