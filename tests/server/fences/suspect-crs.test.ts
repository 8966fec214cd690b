import type { Crs } from '../../../domain/fences/coordinates'
import type { MultiPolygon } from '../../../domain/fences/geometry'
import { polygonsToGcj02 } from '../../../server/fences/convert-coordinates'
import { prepareFences } from '../../../server/fences/prepare-fences'
import {
  centreOf,
  checkCrsByNames,
  checkCrsByParent,
  metersApart,
  uncheckedCrs,
} from '../../../server/fences/suspect-crs'
import { aCounty } from '../../fixtures/geo/county'
import { at, square } from '../../fixtures/geo/shapes'

const county = aCounty(16)
const SYSTEMS: Crs[] = ['wgs84', 'gcj02', 'bd09']
const read = async (crs: Crs) =>
  (await prepareFences(JSON.stringify(county), { crs })).fences.slice(0, 22)
const MIXED = SYSTEMS.flatMap((truth) =>
  SYSTEMS.filter((one) => one !== truth).map((stated) => [truth, stated] as const),
)

test.each(MIXED)(
  '%s stated as %s is suspected by the names, with the numbers',
  async (truth, stated) => {
    const standing = await read(truth)
    const pairs = (await read(stated)).map((fence, index) => ({
      fence,
      standing: standing[index]?.polygons ?? [],
    }))
    const check = checkCrsByNames(stated, pairs)
    expect(check).toMatchObject({
      basis: 'names',
      compared: 22,
      verdict: 'suspected',
      likely: truth,
    })
    const meters = (crs: Crs) => check.offsets.find((one) => one.crs === crs)?.meters ?? 0
    expect(meters(stated)).toBeGreaterThan(400)
    expect(meters(truth)).toBeLessThan(30)
  },
)

test.each(MIXED)('%s stated as %s is suspected by the outline above', async (truth, stated) => {
  // Without the islands: what the outline above lacks must not speak for any system.
  const outline = county.features.flatMap(({ geometry }) => geometry.coordinates.slice(0, 1))
  const parent = polygonsToGcj02(outline as MultiPolygon, truth)
  const check = checkCrsByParent(stated, await read(stated), parent)
  expect(check).toMatchObject({ basis: 'parent', verdict: 'suspected', likely: truth })
  const fitting = checkCrsByParent(truth, await read(truth), parent)
  expect(fitting).toMatchObject({ verdict: 'fits', likely: null })
})

test('the right system fits, also where most borders were redrawn', async () => {
  const standing = await read('wgs84')
  const redrawn = standing.map((fence, index) => ({
    fence,
    standing: (standing[index]?.polygons ?? []).map((polygon) =>
      polygon.map((ring) => ring.filter((_, point) => index % 3 !== 0 || point % 7 !== 1)),
    ),
  }))
  expect(checkCrsByNames('wgs84', redrawn)).toMatchObject({ verdict: 'fits', likely: null })
})

test('borders that lie elsewhere under every system are unclear, never suspected', async () => {
  const pairs = (await read('wgs84')).map((fence) => ({
    fence,
    standing: fence.polygons.map((polygon) =>
      polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng + 0.05, lat])),
    ),
  }))
  expect(checkCrsByNames('wgs84', pairs)).toMatchObject({ verdict: 'unclear', likely: null })
})

test('villages in the middle of a county say nothing about its outline', async () => {
  const village = {
    type: 'Feature',
    properties: { name: '甲村' },
    geometry: { type: 'Polygon', coordinates: [square(0, 0, 500)] },
  }
  const { fences } = await prepareFences(JSON.stringify(village), { crs: 'wgs84' })
  const check = checkCrsByParent('wgs84', fences, [[square(-20_000, -20_000, 40_000)]])
  expect(check).toMatchObject({ verdict: 'unclear', compared: 0 })
})

test('without anything to compare with it is unchecked', () => {
  expect(uncheckedCrs('bd09')).toMatchObject({ verdict: 'unchecked', basis: null, offsets: [] })
})

test('the centre is that of the area, whatever the corners, holes counted', () => {
  const crowded = square(0, 0, 1000).toSpliced(1, 0, at(100, 0), at(200, 0), at(300, 0))
  expect(metersApart(centreOf([[crowded]]), at(500, 500))).toBeLessThan(1)
  const hole = square(500, 0, 500).toReversed()
  expect(metersApart(centreOf([[square(0, 0, 1000), hole]]), at(416.7, 583.3))).toBeLessThan(1)
  expect(centreOf([[[at(3, 4)]]])).toEqual(at(3, 4))
})
