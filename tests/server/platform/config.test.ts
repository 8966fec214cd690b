import { ConfigError, readConfig } from '../../../server/platform/config'

const KEY = Buffer.alloc(32, 1).toString('base64')
const HOSTED = {
  FANGPIAN_MODE: 'selfhosted',
  DATABASE_URL: 'postgresql://fangpian:secret@db:5432/fangpian',
  FANGPIAN_KEY: KEY,
}
const read = (env: Record<string, string | undefined>) => readConfig(env, '/srv/fangpian')

test('without any setting it is local, on this machine only, with its data beside the program', () => {
  expect(read({})).toEqual({
    mode: 'local',
    port: 8787,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: '/srv/fangpian/.data',
    key: undefined,
    logLevel: 'warn',
  })
})

test('an empty variable is one that is not set', () => {
  expect(read({ PORT: '', FANGPIAN_MODE: '', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(read({}))
})

test('an absolute data folder stays where it is', () => {
  expect(read({ FANGPIAN_DATA: '/var/lib/fangpian' }).dataDir).toBe('/var/lib/fangpian')
  expect(read({ FANGPIAN_DATA: 'other' }).dataDir).toBe('/srv/fangpian/other')
})

test.each([
  ['FANGPIAN_MODE', 'production'],
  ['FANGPIAN_MODE', 'Local'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['DATABASE_URL', 'mysql://db/fangpian'],
  ['DATABASE_URL', 'postgresql://'],
  ['DATABASE_URL', 'postgresql://a b'],
  ['FANGPIAN_KEY', 'short'],
  ['FANGPIAN_KEY', 'x'.repeat(44)],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by its name, with what was expected', (name, value) => {
  const reading = () => read({ [name]: value })
  expect(reading).toThrow(ConfigError)
  expect(reading).toThrow(new RegExp(`^${name} .*expected .+`))
})

test('the local mode, which signs anyone in, never starts in production', () => {
  expect(() => read({ NODE_ENV: 'production' })).toThrow(/FANGPIAN_MODE.*NODE_ENV=production/)
  expect(() => read({ NODE_ENV: 'production', FANGPIAN_MODE: 'local' })).toThrow(ConfigError)
  expect(read({ ...HOSTED, NODE_ENV: 'production' }).mode).toBe('selfhosted')
  expect(read({ NODE_ENV: 'development' }).mode).toBe('local')
})

test.each(['selfhosted', 'cloudbase'])('%s needs a database and a key, and says which', (mode) => {
  const settings = { ...HOSTED, FANGPIAN_MODE: mode }
  expect(read(settings)).toMatchObject({ mode, databaseUrl: HOSTED.DATABASE_URL, key: KEY })
  expect(() => read({ ...settings, DATABASE_URL: undefined })).toThrow(
    `DATABASE_URL is needed in ${mode} mode`,
  )
  expect(() => read({ ...settings, FANGPIAN_KEY: undefined })).toThrow(
    `FANGPIAN_KEY is needed in ${mode} mode`,
  )
})

test('a refused setting never repeats a secret', () => {
  for (const env of [
    { ...HOSTED, FANGPIAN_KEY: 'my-secret-key' },
    { ...HOSTED, DATABASE_URL: 'postgres:/fangpian:my-secret-key@db' },
  ])
    expect(() => read(env)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('my-secret-key') }),
    )
})
