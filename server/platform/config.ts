import * as path from 'node:path'
import * as z from 'zod'

const settings = z.object({
  FANGPIAN_MODE: z.enum(['local', 'selfhosted', 'cloudbase']).default('local'),
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'a URL such as postgresql://user:password@host:5432/name')
    .optional(),
  FANGPIAN_DATA: z.string().min(1).default('.data'),
  /** 32 bytes in base64: encrypts openids and staff names. Made on first start in local mode. */
  FANGPIAN_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, '32 random bytes in base64 (openssl rand -base64 32)')
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export interface Config {
  readonly mode: 'local' | 'selfhosted' | 'cloudbase'
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  readonly key: string | undefined
  readonly logLevel: string
}

/** A setting that cannot be used; the message names the variable and what was expected. */
export class ConfigError extends Error {}

/**
 * Reads every setting once. `env` is normally process.env; `projectDir` is where a relative data
 * folder is counted from. Throws ConfigError naming the variable.
 */
export function readConfig(env: Record<string, string | undefined>, projectDir: string): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = settings.safeParse(set)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new ConfigError(`${String(issue?.path[0])} is not usable: expected ${issue?.message}`)
  }
  const value = read.data
  if (value.FANGPIAN_MODE === 'local' && value.NODE_ENV === 'production') {
    throw new ConfigError(
      'FANGPIAN_MODE is local, which signs anyone in, so it does not start with NODE_ENV=production: set FANGPIAN_MODE=selfhosted',
    )
  }
  if (value.FANGPIAN_MODE !== 'local') {
    if (!value.DATABASE_URL)
      throw new ConfigError(`DATABASE_URL is needed in ${value.FANGPIAN_MODE} mode`)
    if (!value.FANGPIAN_KEY)
      throw new ConfigError(
        `FANGPIAN_KEY is needed in ${value.FANGPIAN_MODE} mode: 32 random bytes in base64`,
      )
  }
  return {
    mode: value.FANGPIAN_MODE,
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDir: path.resolve(projectDir, value.FANGPIAN_DATA),
    key: value.FANGPIAN_KEY,
    logLevel: value.LOG_LEVEL,
  }
}
