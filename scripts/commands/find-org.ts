import { randomUUID } from 'node:crypto'
import { allOrgs, orgByCodeOrName, upsertOrg } from '../../server/orgs/store'
import type { Tx } from '../../server/platform/database'
import { SaidError } from '../say-error'

export const CENTRE = 'centre'
const CENTRE_NAME = '反诈中心'
const SHOWN_MAX = 20

/** An org by code or name. The county's centre, code `centre`, is made when there is none yet. */
export async function findOrg(tx: Tx, text: string): Promise<string> {
  const found = await orgByCodeOrName(tx, text)
  if (found) return found.id
  if (text === CENTRE || text === CENTRE_NAME) {
    const centre = { id: randomUUID(), parentId: null, areaId: null }
    return upsertOrg(tx, { ...centre, kind: 'centre', code: CENTRE, name: CENTRE_NAME })
  }
  const known = (await allOrgs(tx)).map(({ code, name }) => `${code}（${name}）`)
  const shown = known.slice(0, SHOWN_MAX).join('、') || `还没有单位，可以先用 ${CENTRE}`
  throw new SaidError(`没有单位 ${text}：应为单位的编号或名称，现有 ${shown}`)
}
