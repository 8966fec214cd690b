import { randomUUID } from 'node:crypto'
import { allOrgs, orgByCodeOrName, upsertOrg } from '../../server/orgs/store'
import type { Tx } from '../../server/platform/database'
import { SaidError } from '../say-error'

export const CENTRE = 'centre'

/** An org by code or name. The county's centre, code `centre`, is made when there is none yet. */
export async function findOrg(tx: Tx, text: string): Promise<string> {
  const found = await orgByCodeOrName(tx, text)
  if (found) return found.id
  if (text === CENTRE) {
    const centre = { id: randomUUID(), parentId: null, areaId: null }
    return upsertOrg(tx, { ...centre, kind: 'centre', code: CENTRE, name: '反诈中心' })
  }
  const known = (await allOrgs(tx)).map(({ code, name }) => `${code}（${name}）`)
  throw new SaidError(
    `没有单位 ${text}：应为单位的编号或名称，现有 ${[CENTRE, ...known].join('、')}`,
  )
}
