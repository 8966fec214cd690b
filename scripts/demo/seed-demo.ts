import { randomUUID } from 'node:crypto'
import { areasNamedLike } from '../../server/areas/store'
import { readContentFolder } from '../../server/content/read-content-folder'
import { saveContent } from '../../server/content/save-content'
import { fenceMemory } from '../../server/fences/fence-memory'
import { setNickname } from '../../server/members/store'
import type { Db } from '../../server/platform/database'
import { memberIdOfOpenid } from '../../server/platform/identity'
import { secretsFrom } from '../../server/platform/secrets'
import { savePersonas } from '../../server/session/store'
import { CONTENT } from '../project'
import { PROMOTERS, RESIDENTS, STAFF } from './demo-people'
import type { DemoWorld } from './run-as'
import { pointFor, recruitOne, sceneOf, visitTime, type Where } from './seed-activity'
import { seedPeople } from './seed-people'
import { seedPlaces } from './seed-places'
import { seededDraw } from './seeded-draw'

const DONE = 'demo.seeded'

type Data = { readonly db: Db; readonly key: string }

/** Articles follow their files at every start; the demo county is made once. */
export async function seedDemoOnce(data: Data, say: (text: string) => void): Promise<void> {
  const pack = await readContentFolder(CONTENT)
  await data.db.transaction().execute(async (tx) => {
    const changed = await saveContent(tx, pack)
    if (changed > 0) say(`      文章与小课更新 ${changed} 篇`)
    const done = await tx
      .selectFrom('setting')
      .select('name')
      .where('name', '=', DONE)
      .executeTakeFirst()
    if (done) return
    say('      正在建立示范县 …')
    await seedDemo({ tx, secrets: secretsFrom(data.key), fences: fenceMemory() })
    await tx.insertInto('setting').values({ name: DONE, value: '{}' }).execute()
  })
}

async function seedDemo(world: DemoWorld): Promise<void> {
  const now = new Date()
  const draw = seededDraw(7)
  const places = await seedPlaces(world.tx, new Date(now.getTime() - 60 * 86_400_000))
  const promoterIds = await seedPeople(world, places, now)
  let guest = 0
  for (const promoter of PROMOTERS) {
    const outline = places.fenceByName.get(promoter.fence)?.outline ?? []
    const [village] = await areasNamedLike(world.tx, promoter.fence.slice(0, 2))
    const scene = await sceneOf(world, promoterIds.get(promoter.openid) ?? '')
    const extra: Where[] = promoter.taught > 8 ? ['outside', 'nowhere'] : []
    const visits: Where[] = [...Array.from({ length: promoter.taught }, insideOrVillage), ...extra]
    for (const where of visits) {
      guest += 1
      const openid = guest === 3 ? 'demo-volunteer' : `demo-guest-${guest}`
      await recruitOne(world, {
        openid,
        scene,
        now: visitTime(now, draw),
        where: where === 'village' && !village ? 'inside' : where,
        point: pointFor(outline, where === 'outside', draw),
        areaId: village?.id ?? '',
        publicName: draw() < 0.5 || openid === 'demo-volunteer',
      })
    }
  }
  for (const person of [...RESIDENTS]) {
    const deps = { now, newId: randomUUID, secrets: world.secrets }
    const memberId = await memberIdOfOpenid(world.tx, person.openid, deps)
    await setNickname(world.tx, memberId, person.name)
  }
  const promoters = PROMOTERS.flatMap(({ persona }) => (persona ? [persona] : []))
  const staff = STAFF.map(({ openid, name, title, story, face }) => ({
    openid,
    name,
    title,
    story,
    face,
  }))
  await savePersonas(world.tx, [...promoters, ...RESIDENTS, ...staff])
}

/** One in seven chose the village by hand. */
function insideOrVillage(_: unknown, at: number): Where {
  return at % 7 === 5 ? 'village' : 'inside'
}
