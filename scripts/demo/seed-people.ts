import { randomUUID } from 'node:crypto'
import { addRole, setNickname } from '../../server/members/store'
import { memberIdOfOpenid } from '../../server/platform/identity'
import { APPLICANTS, PROMOTERS, STAFF } from './demo-people'
import { type DemoWorld, runAs } from './run-as'
import type { SeededPlaces } from './seed-places'

const DAY_MS = 86_400_000

/** Console staff get their roles; promoters apply and are approved like everybody. */
export async function seedPeople(
  world: DemoWorld,
  places: SeededPlaces,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS)
  const deps = { now: monthAgo, newId: randomUUID, secrets: world.secrets }
  for (const staff of STAFF) {
    const memberId = await memberIdOfOpenid(world.tx, staff.openid, deps)
    const orgId = places.orgByCode.get(staff.org) ?? null
    await addRole(world.tx, { id: randomUUID(), memberId, role: staff.role, orgId, now: monthAgo })
    await setNickname(world.tx, memberId, staff.name)
  }
  const promoterIds = new Map<string, string>()
  for (const promoter of PROMOTERS) {
    const applied = await applyAs(world, places, promoter, monthAgo)
    const boss = { openid: 'demo-super', now: new Date(monthAgo.getTime() + DAY_MS) }
    await runAs(world, boss, 'promoters.approve', applied)
    if (promoter.publicName) {
      const who = { openid: promoter.openid, now: boss.now }
      await runAs(world, who, 'members.setConsent', { kind: 'public_name', given: true })
    }
    promoterIds.set(promoter.openid, await memberIdOfOpenid(world.tx, promoter.openid, deps))
  }
  for (const applicant of APPLICANTS) {
    await applyAs(world, places, applicant, new Date(now.getTime() - DAY_MS), applicant.note)
  }
  return promoterIds
}

async function applyAs(
  world: DemoWorld,
  places: SeededPlaces,
  person: { openid: string; staffName: string; org: string; fence: string },
  at: Date,
  note = '',
): Promise<{ applicationId: string }> {
  const orgId = places.orgByCode.get(person.org)
  const fenceId = places.fenceByName.get(person.fence)?.id ?? null
  if (!orgId) throw new Error(`no org ${person.org}`)
  const { applicationId } = await runAs(
    world,
    { openid: person.openid, now: at },
    'promoters.apply',
    {
      orgId,
      fenceId,
      staffName: person.staffName,
      note,
    },
  )
  return { applicationId }
}
