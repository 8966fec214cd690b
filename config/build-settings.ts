/** What a build is told about its surroundings; all have a working default. */
const SETTINGS = {
  /** `http` talks to /api/<action>; `cloudbase` calls the cloud function `member` (weapp only). */
  FANGPIAN_TRANSPORT: 'http',
  /** Where the API answers; empty means the page's own origin (H5). */
  FANGPIAN_API_BASE: '',
  /** The origin that printed and shown codes hold; empty means the page's own origin (H5). */
  FANGPIAN_PUBLIC_ORIGIN: '',
  /** The CloudBase environment's id, for the cloudbase transport. */
  FANGPIAN_CLOUDBASE_ENV: '',
} as const

const LOCAL_SERVER = 'http://127.0.0.1:8787'

/** The `process.env.*` constants of a bundle, as JavaScript literals. */
export function buildSettings(target: 'h5' | 'weapp'): Record<string, string> {
  const local = target === 'weapp' ? LOCAL_SERVER : ''
  const defaults = {
    ...SETTINGS,
    FANGPIAN_API_BASE: local,
    FANGPIAN_PUBLIC_ORIGIN: local,
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      JSON.stringify(process.env[name] ?? value),
    ]),
  )
}
