import { coversPoint, type MultiPolygon } from '../../../domain/fences/geometry'
import { toGcj02 } from '../../../server/fences/convert-coordinates'
import { findContacts } from '../../../server/fences/find-contacts'
import { prepareFences } from '../../../server/fences/prepare-fences'
import { aCounty, aSpoiltCounty, TOWN_NAMES } from '../../fixtures/geo/county'

const ringsOf = (outline: MultiPolygon) => outline.flat().map((ring) => ring.slice(0, -1))

describe('a county as it is delivered', () => {
  test('becomes the same 22 towns as the county that was never spoilt', async () => {
    const startedAt = performance.now()
    const spoilt = await prepareFences(JSON.stringify(aSpoiltCounty()), { crs: 'gcj02' })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    const right = await prepareFences(JSON.stringify(aCounty()), { crs: 'gcj02' })
    expect(spoilt.refused).toEqual([])
    expect(spoilt.fences.map(({ name }) => name)).toEqual(TOWN_NAMES)
    expect(right.fences.flatMap(({ repairs }) => repairs)).toEqual([])
    for (const [index, town] of spoilt.fences.entries()) {
      const same = right.fences[index]
      expect(findContacts(ringsOf(town.polygons)).filter((c) => c.crossings > 0)).toEqual([])
      if (index === 21) continue
      expect(town.vertices).toBe(same?.vertices)
      expect(town.areaSquareMeters).toBeCloseTo(same?.areaSquareMeters ?? 0, 0)
    }
    const codes = new Set(
      spoilt.fences.flatMap(({ repairs }) => repairs.map((r) => r.split(':')[0])),
    )
    for (const code of [
      'RINGS_CLOSED',
      'DUPLICATES_DROPPED',
      'SPIKES_DROPPED',
      'HOLES_TO_PARTS',
      'CROSSINGS_RESOLVED',
    ]) {
      expect(codes).toContain(code)
    }
  }, 30_000)

  test('towns share their borders after repair: no point of the land is lost or counted twice', async () => {
    const { fences } = await prepareFences(JSON.stringify(aCounty(64)), { crs: 'wgs84' })
    const crossings = findContacts(fences.flatMap(({ polygons }) => ringsOf(polygons)))
    expect(crossings.filter((contact) => contact.crossings > 0)).toEqual([])
    const [lng, lat] = toGcj02(121.25, 30.2, 'wgs84')
    const holders = fences.filter(({ polygons }) => coversPoint(lng, lat, polygons))
    expect(holders).toHaveLength(1)
  })

  test('the upload is kept beside the converted outline', async () => {
    const county = aCounty(8)
    const { fences } = await prepareFences(JSON.stringify(county), { crs: 'wgs84' })
    expect(fences[0]?.original).toEqual(county.features[0]?.geometry.coordinates)
    expect(fences[0]?.polygons[0]?.[0]?.[0]).not.toEqual(fences[0]?.original[0]?.[0]?.[0])
  })

  test('a town that cannot be repaired is refused by name, the others come in', async () => {
    const county = aCounty(8)
    const line = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [121, 30],
          [121.1, 30],
          [121, 30],
        ],
      ],
    }
    const file = {
      ...county,
      features: [
        { type: 'Feature', properties: { name: '线镇' }, geometry: line },
        ...county.features,
      ],
    }
    const { fences, refused } = await prepareFences(JSON.stringify(file), { crs: 'gcj02' })
    expect(fences).toHaveLength(22)
    expect(refused).toMatchObject([{ index: 0, name: '线镇', code: 'GEOJSON_INVALID' }])
  })

  test('two features of one name are refused, both, with where they stand', async () => {
    const { features } = aCounty(8)
    const rename = (at: number, name: string) => ({ ...features[at], properties: { name } })
    const file = [rename(0, '甲镇'), rename(1, '乙镇'), rename(2, '甲　镇'), rename(3, '丙镇')]
    const { fences, refused } = await prepareFences(
      JSON.stringify({ type: 'FeatureCollection', features: file }),
      { crs: 'gcj02' },
    )
    expect(fences.map(({ name }) => name)).toEqual(['乙镇', '丙镇'])
    expect(refused).toMatchObject([
      { index: 0, name: '甲镇', code: 'NAME_REPEATED' },
      { index: 2, name: '甲 镇', message: expect.stringContaining('第 1、3 个') },
    ])
  })
})
