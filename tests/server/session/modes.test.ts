import { ACTIONS } from '../../../contract/actions'
import { savePersonas } from '../../../server/session/store'
import { aDoor, aSession, type Door, expectRefusal } from '../../fixtures/a-door'
import { aWorld, type World } from '../../fixtures/a-world'

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<
    string,
    {
      readonly post: {
        readonly summary: string
        readonly security: object[]
        readonly requestBody: {
          readonly content: {
            readonly 'application/json': { readonly schema: { required?: string[] } }
          }
        }
        readonly responses: Record<string, { readonly description: string }>
      }
    }
  >
}

let local: World
let hosted: World
let localDoor: Door
let hostedDoor: Door

beforeAll(async () => {
  local = await aWorld()
  hosted = await aWorld({ local: false })
  localDoor = await aDoor(local)
  hostedDoor = await aDoor(hosted)
})
afterAll(async () => {
  await localDoor?.close()
  await hostedDoor?.close()
  await local?.close()
  await hosted?.close()
})

const openapi = async (door: Door) =>
  (await door.send({ url: '/openapi.json' })).body as unknown as OpenApi

test('openapi.json names every action with its words, its input and its refusals', async () => {
  const { paths, openapi: version } = await openapi(localDoor)
  expect(version).toBe('3.1.0')
  expect(Object.keys(paths).sort()).toEqual(
    Object.keys(ACTIONS)
      .map((name) => `/api/${name}`)
      .sort(),
  )
  for (const [name, spec] of Object.entries(ACTIONS)) {
    const post = paths[`/api/${name}`]?.post
    const { required } = post?.requestBody.content['application/json'].schema ?? {}
    expect(post?.summary).toBe(spec.summary)
    expect((required ?? []).includes('requestId')).toBe(spec.writes)
    expect(post?.security).toHaveLength(spec.audience === 'public' ? 0 : 1)
    const told = Object.values(post?.responses ?? {}).map(({ description }) => description)
    for (const code of spec.errors) expect(told.join()).toContain(code)
  }
})

test('the local sign-in exists in local mode only, on the wire and in the description', async () => {
  const { paths } = await openapi(hostedDoor)
  const names = Object.keys(paths)
  expect(names).not.toContain('/api/session.local')
  expect(names).not.toContain('/api/session.personas')
  expect(names).toHaveLength(Object.keys(ACTIONS).length - 2)
  expectRefusal(await hostedDoor.post('session.local', { openid: 'boss' }), 'UNKNOWN_ACTION')
  expectRefusal(await hostedDoor.post('session.personas', {}), 'UNKNOWN_ACTION')
  expect((await localDoor.post('session.local', { openid: 'boss' })).status).toBe(200)
  expect((await localDoor.post('session.personas', {})).status).toBe(200)
})

test('the demo people of a local town are offered, without their ids', async () => {
  const persona = {
    openid: 'demo-1',
    name: '街坊',
    title: '居民',
    story: '第一次听说反诈中心',
    face: 'mini' as const,
  }
  await local.db.transaction().execute((tx) => savePersonas(tx, [persona]))
  const { body } = await localDoor.post('session.personas', {})
  expect(body.data).toEqual({ items: [persona] })
})

test('a session works in the hosted mode, too', async () => {
  const { token, memberId } = await aSession(hosted, 'guest-1')
  const { body } = await hostedDoor.post('members.me', {}, token)
  expect(body).toMatchObject({ ok: true, data: { id: memberId } })
})

test('the service says that it lives and that it is ready', async () => {
  for (const url of ['/healthz', '/readyz'])
    expect(await localDoor.send({ url })).toEqual({ status: 200, body: { ok: true } })
})
