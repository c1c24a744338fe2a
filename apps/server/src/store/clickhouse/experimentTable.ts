import { compareText, RunoffError } from '@runoff/core'
import type { Experiment } from '../metricStore.ts'
import { nameBasedId } from '../nameBasedId.ts'
import { encodeRows } from './rowBinary.ts'
import type { Session } from './session.ts'
import { textSql } from './sqlText.ts'

/** Returns the experiment of this name, made if there is none. */
export async function createExperiment(session: Session, name: string): Promise<Experiment> {
  const id = nameBasedId('experiment', name)
  const known = await getExperiment(session, id)
  if (known !== null) return known
  const row = encodeRows(['text', 'text', 'whole'], [[id, JSON.stringify(name), session.tick()]])
  await session.engine.insert('experiments', ['id', 'name', 'version'], row)
  return { id, name, runCount: 0 }
}

export async function getExperiment(session: Session, id: string): Promise<Experiment | null> {
  const found = await select(session, `= ${textSql(id)}`)
  return found[0] ?? null
}

/** In the order of their names. */
export async function listExperiments(session: Session): Promise<readonly Experiment[]> {
  const all = await select(session, "!= ''")
  return all.toSorted((a, b) => compareText(a.name, b.name))
}

/** @throws {RunoffError} `not-found` for an unknown id. */
export async function requireExperiment({ engine }: Session, id: string): Promise<void> {
  const sql = `SELECT count() FROM experiments WHERE id = ${textSql(id)}`
  const [row] = await engine.read(['whole'], sql)
  if (!row?.[0]) throw new RunoffError('not-found', 'There is no experiment with this id.')
}

async function select({ engine }: Session, condition: string): Promise<readonly Experiment[]> {
  const [named, counted] = await Promise.all([
    engine.read(
      ['text', 'text'],
      `SELECT DISTINCT id, name FROM experiments WHERE id ${condition}`,
    ),
    engine.read(
      ['text', 'whole'],
      `SELECT experiment, count() FROM runs FINAL WHERE experiment ${condition}
      GROUP BY experiment`,
    ),
  ])
  const counts = new Map(counted)
  return named.map(([id, name]) => ({
    id,
    name: String(JSON.parse(name)),
    runCount: counts.get(id) ?? 0,
  }))
}
