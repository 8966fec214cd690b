import type { MultiPolygon } from '../../domain/fences/geometry'
import { signedDistanceMeters } from '../../domain/fences/geometry'
import { codeByScene, codeOfPromoter } from '../../server/codes/store'
import { rightAnswers } from '../../server/content/lesson-store'
import type { DemoWorld } from './run-as'
import { runAs } from './run-as'

const HOUR_MS = 3_600_000

export type Where = 'inside' | 'outside' | 'village' | 'nowhere'

/** One resident's whole path through a code, as it would have happened at `now`. */
export async function recruitOne(
  world: DemoWorld,
  visit: {
    openid: string
    scene: string
    now: Date
    where: Where
    point: [number, number]
    areaId: string
    publicName: boolean
  },
): Promise<void> {
  const who = { openid: visit.openid, now: visit.now }
  const { id: recruitmentId } = await runAs(world, who, 'recruitment.scan', {
    scene: visit.scene,
    entryScene: 1011,
  })
  await runAs(world, who, 'recruitment.consent', {
    recruitmentId,
    rulesRead: true,
    location: visit.where === 'inside' || visit.where === 'outside',
    publicName: visit.publicName,
    ageBand: '18to59',
  })
  if (visit.where === 'inside' || visit.where === 'outside') {
    const [lng, lat] = visit.point
    const place = { lng, lat, accuracyMeters: 18, crs: 'gcj02' as const }
    await runAs(world, who, 'recruitment.locate', { recruitmentId, place })
  }
  if (visit.where === 'village')
    await runAs(world, who, 'recruitment.declare', { recruitmentId, areaId: visit.areaId })
  const { questions } = await runAs(world, who, 'recruitment.finishLesson', { recruitmentId })
  const right = await rightAnswers(
    world.tx,
    questions.map(({ id }) => id),
  )
  const answers = right.map(({ id, rightId }) => ({ questionId: id, optionId: rightId }))
  await runAs(world, who, 'recruitment.answer', { recruitmentId, answers })
}

/** A point well inside (or, `outside`, well off) an outline, the same for the same draw. */
export function pointFor(
  outline: MultiPolygon,
  outside: boolean,
  draw: () => number,
): [number, number] {
  const shell = outline[0]?.[0] ?? []
  const lngs = shell.map(([lng]) => lng)
  const lats = shell.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  if (outside) return [east + 0.05, south + (north - south) * draw()]
  for (let tries = 0; tries < 2000; tries++) {
    const point: [number, number] = [
      west + (east - west) * draw(),
      south + (north - south) * draw(),
    ]
    if (signedDistanceMeters(point[0], point[1], outline) < -40) return point
  }
  throw new Error('no point lies 40 m inside the outline')
}

/** Daytime hours over the last three weeks, busier towards today; never in the future. */
export function visitTime(now: Date, draw: () => number): Date {
  const daysAgo = Math.floor(draw() ** 1.6 * 20)
  const time = now.getTime() - daysAgo * 24 * HOUR_MS - Math.floor(draw() * 7 * HOUR_MS) - 60_000
  return new Date(time)
}

export async function sceneOf(world: DemoWorld, promoterId: string): Promise<string> {
  const code = await codeOfPromoter(world.tx, promoterId)
  const scene = code && (await codeByScene(world.tx, code.scene))?.scene
  if (!scene) throw new Error('an approved promoter has a code')
  return scene
}
