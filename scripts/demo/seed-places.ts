import { createHash, randomUUID } from 'node:crypto'
import type { MultiPolygon } from '../../domain/fences/geometry'
import { areaSquareMeters, metersPerDegree } from '../../domain/fences/geometry'
import { upsertArea } from '../../server/areas/store'
import { repairGeometry } from '../../server/fences/repair-geometry'
import { bumpFenceEpoch } from '../../server/fences/store'
import { saveFence } from '../../server/fences/version-store'
import { upsertOrg } from '../../server/orgs/store'
import type { Tx } from '../../server/platform/database'
import { CITY, COUNTY, COUNTY_CENTRE, COUNTY_WIDTH_KM, SITES, TOWNS } from './demo-places'
import { makeCounty } from './make-county'

export interface SeededPlaces {
  readonly orgByCode: ReadonlyMap<string, string>
  readonly fenceByName: ReadonlyMap<string, { id: string; outline: MultiPolygon }>
}

/** Areas, orgs and fences of the made-up county; drawn in GCJ-02. */
export async function seedPlaces(tx: Tx, now: Date): Promise<SeededPlaces> {
  const city = await upsertArea(tx, areaOf('city', CITY, null))
  const county = await upsertArea(tx, areaOf('county', COUNTY, city))
  const orgByCode = new Map<string, string>()
  const centre = await upsertOrg(
    tx,
    orgOf('centre', 'centre', `${COUNTY}反诈中心`, null, county.id),
  )
  orgByCode.set('centre', centre)
  const fenceByName = new Map<string, { id: string; outline: MultiPolygon }>()
  const outlines = makeCounty({
    seed: 20_261_122,
    names: TOWNS.map(({ name }) => name),
    verticesPerEdge: 64,
    centre: COUNTY_CENTRE,
    widthKm: COUNTY_WIDTH_KM,
    islands: 2,
  })
  for (const [at, town] of TOWNS.entries()) {
    const area = await upsertArea(tx, areaOf('town', town.name, county))
    for (const village of town.villages) await upsertArea(tx, areaOf('village', village, area))
    const code = `station-${at + 1}`
    const name = `${town.name.replace(/(街道|镇|乡)$/, '')}派出所`
    orgByCode.set(code, await upsertOrg(tx, orgOf(code, 'station', name, centre, area.id)))
    const drawn = outlines.features.find((one) => one.properties.name === town.name)
    if (!drawn) throw new Error(`${town.name} was not drawn`)
    const outline = drawn.geometry.coordinates as MultiPolygon
    const orgId = orgByCode.get(code) ?? centre
    const id = await save(tx, {
      kind: 'area',
      name: town.name,
      areaId: area.id,
      orgId,
      outline,
      now,
    })
    fenceByName.set(town.name, { id, outline })
  }
  const south = orgByCode.get('station-2') ?? centre
  orgByCode.set(
    'school-1',
    await upsertOrg(tx, orgOf('school-1', 'school', '云澜职业学校', south, null)),
  )
  for (const site of SITES) {
    const outline = discIn(fenceByName.get(site.town)?.outline ?? [], site.radiusMeters)
    const orgId = orgByCode.get(site.org) ?? centre
    const id = await save(tx, { kind: 'site', name: site.name, areaId: null, orgId, outline, now })
    fenceByName.set(site.name, { id, outline })
  }
  await bumpFenceEpoch(tx)
  return { orgByCode, fenceByName }
}

const areaOf = (
  level: 'city' | 'county' | 'town' | 'village',
  name: string,
  parent: { id: string; path: string } | null,
) => ({ id: randomUUID(), parent, level, name, code: null })

const orgOf = (
  code: string,
  kind: 'centre' | 'station' | 'school',
  name: string,
  parentId: string | null,
  areaId: string | null,
) => ({ id: randomUUID(), parentId, kind, code, name, areaId })

async function save(
  tx: Tx,
  fence: {
    kind: 'area' | 'site'
    name: string
    areaId: string | null
    orgId: string
    outline: MultiPolygon
    now: Date
  },
): Promise<string> {
  const repaired = repairGeometry(fence.outline)
  const original = { type: 'MultiPolygon', coordinates: fence.outline }
  const saved = await saveFence(tx, {
    ...fence,
    id: randomUUID(),
    outline: repaired.polygons,
    original,
    originalCrs: 'gcj02',
    originalHash: createHash('sha256').update(JSON.stringify(original)).digest(),
    areaSquareMeters: areaSquareMeters(repaired.polygons),
    vertices: repaired.vertices,
    repairs: repaired.repairs,
  })
  return saved.id
}

/** A 24-gon around the middle of the largest part: a market or a campus. */
function discIn(outline: MultiPolygon, radiusMeters: number): MultiPolygon {
  const shell = outline[0]?.[0] ?? []
  const lng = shell.reduce((sum, [x]) => sum + x, 0) / shell.length
  const lat = shell.reduce((sum, [, y]) => sum + y, 0) / shell.length
  const scale = metersPerDegree(lat)
  const ring = Array.from({ length: 25 }, (_, step): [number, number] => {
    const angle = ((step % 24) / 24) * 2 * Math.PI
    return [
      lng + (Math.cos(angle) * radiusMeters) / scale.lng,
      lat + (Math.sin(angle) * radiusMeters) / scale.lat,
    ]
  })
  return [[ring]]
}
