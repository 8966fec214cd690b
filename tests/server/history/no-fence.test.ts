import { rmSync } from 'node:fs'
import { importScans } from '../../../server/history/import-scans'
import { upsertOrg } from '../../../server/orgs/store'
import { aWorld } from '../../fixtures/a-world'
import { aFile, HEADER } from '../../fixtures/history/files'

test('before any fence is drawn nobody can have been outside of one', async () => {
  const world = await aWorld()
  const orgId = await world.db.transaction().execute((tx) =>
    upsertOrg(tx, {
      id: '11111111-1111-4111-8111-111111111111',
      parentId: null,
      kind: 'centre',
      code: 'centre',
      name: '反诈中心',
      areaId: null,
    }),
  )
  const file = aFile(`${HEADER}\ne1,2021-07-03T09:30:00+08:00,,P1,V1,scan,121.05,30.05,15`)
  const report = await importScans(world.db, { file, crs: 'wgs84', orgId })
  expect(report.outcomes).toEqual({ credited: 1 })
  rmSync(file)
  await world.close()
})
