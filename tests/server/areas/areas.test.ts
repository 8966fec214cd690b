import { randomUUID } from 'node:crypto'
import { aTestCounty, type TestCounty } from '../../fixtures/a-county'
import { aWorld, type World } from '../../fixtures/a-world'

let world: World
let county: TestCounty

beforeAll(async () => {
  world = await aWorld()
  county = await aTestCounty(world)
})
afterAll(() => world?.close())

const children = async (parentId: string | null) =>
  (await world.ok(null, 'areas.children', { parentId })).items
const search = async (text: string) =>
  (await world.ok(null, 'areas.search', { text })).items.map(({ name }) => name)

test('from the county down to the village one can choose by hand, without signing in', async () => {
  const [root] = await children(null)
  expect(root).toMatchObject({ level: 'county', name: '试县', path: '试县', hasChildren: true })
  const towns = await children(root?.id ?? '')
  expect(new Set(towns.map(({ name }) => name))).toEqual(new Set(['西镇', '东镇']))
  const west = towns.find(({ name }) => name === '西镇')
  expect(await children(west?.id ?? '')).toEqual([
    {
      id: county.westVillageId,
      level: 'village',
      name: '西桥村',
      path: '试县/西镇/西桥村',
      hasChildren: false,
    },
  ])
  expect(await children(county.westVillageId)).toEqual([])
})

test('an area that does not exist is not an empty one', async () => {
  expect(await world.call(null, 'areas.children', { parentId: randomUUID() })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a part of a name finds towns and villages, the shortest name first', async () => {
  expect(new Set(await search('桥'))).toEqual(new Set(['西桥村', '东桥村']))
  expect(await search(' 西 ')).toEqual(['西镇', '西桥村'])
  expect(await search('县')).toEqual([])
})

test('signs that a database reads as patterns are only signs here', async () => {
  for (const text of ['%', '_', '西%', '\\', "'", '西_村']) expect(await search(text)).toEqual([])
})

test('orgs are listed with the fences they answer for', async () => {
  const { items } = await world.ok(null, 'orgs.list', {})
  expect(new Set(items.map(({ name }) => name))).toEqual(
    new Set(['试县反诈中心', '西镇派出所', '东镇派出所']),
  )
  expect(items.find(({ name }) => name === '西镇派出所')).toMatchObject({
    id: county.westId,
    kind: 'station',
    parentId: county.centreId,
    open: true,
    fences: [{ id: county.westFenceId, kind: 'area', name: '西镇' }],
  })
})
