import { createServer } from 'node:net'
import { depsFor } from '../server/open-deps'
import { readConfig } from '../server/platform/config'
import { keepDatabaseAlive } from '../server/platform/embedded-database'
import { httpApp } from '../server/platform/http-app'
import { buildMissing } from './build-missing'
import { seedDemoOnce } from './demo/seed-demo'
import { type OpenData, openData } from './open-data'
import { PROJECT } from './project'
import { SaidError } from './say-error'
import { faceScriptHashes, serveFaces } from './serve-faces'
import { summaryOf } from './start-summary'

/** Enough for the browser tests' bursts; PostgreSQL's own ceiling is 100. */
const CONNECTIONS = 20

export interface Running {
  readonly summary: string
  readonly origin: string
  stop(): Promise<void>
}

/** Everything `npm start` does, step by step; `say` prints progress. Throws on the first obstacle. */
export async function start(options: { say: (text: string) => void }): Promise<Running> {
  const config = readConfig(process.env, PROJECT)
  await assertPortFree(config.host, config.port)
  options.say('[1/4] 数据库 …')
  const data = await openData({
    connections: CONNECTIONS,
    progress: (step) => options.say(`      ${step}`),
  })
  try {
    if (data.migrated.length > 0) options.say(`      已迁移 ${data.migrated.length} 步`)
    options.say('[2/4] 示范县数据 …')
    if (config.mode === 'local') await seedDemoOnce(data, options.say)
    options.say('[3/4] 页面 …')
    await buildMissing(options.say)
    options.say('[4/4] 服务 …')
    return await listen(data)
  } catch (error) {
    await data.close()
    throw error
  }
}

async function listen(data: OpenData): Promise<Running> {
  const { config } = data
  const deps = depsFor(config, { db: data.db, key: data.key, door: 'all' })
  const isReady = () =>
    data.pool.query('select 1').then(
      () => true,
      () => false,
    )
  const app = httpApp({ deps, isReady, scriptHashes: await faceScriptHashes() })
  await serveFaces(app)
  await app.listen({ host: config.host, port: config.port })
  const supervision = data.embedded
    ? keepDatabaseAlive(data.embedded, {
        onRestart: () => deps.log.warn('the database was restarted'),
      })
    : () => undefined
  const origin = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`
  return {
    origin,
    summary: await summaryOf(data, origin),
    async stop() {
      supervision()
      await app.close()
      await data.close()
    },
  }
}

/** Asked before anything is built, so that a taken port is said at once. */
async function assertPortFree(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new SaidError(`HOST ${host} 不是本机地址: 请用 127.0.0.1 或 0.0.0.0`))
      else reject(Object.assign(error, { port }))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
