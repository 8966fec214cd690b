import { ConfigError } from '../server/platform/config'
import { isUnreachable } from '../server/platform/database-errors'
import { EmbeddedDatabaseError } from '../server/platform/embedded-database'
import { MigrationError } from '../server/platform/migrate'
import { RuleError } from '../server/platform/rule-error'

/** An error a command means to show as it is. */
export class SaidError extends Error {}

const EMBEDDED: Record<EmbeddedDatabaseError['code'], string> = {
  DATA_DIR_NOT_WRITABLE: '数据目录不可写',
  DATA_OF_NEWER_VERSION: '数据由更新的 PostgreSQL 版本写成',
  DATA_OF_OLDER_VERSION: '数据由较旧的 PostgreSQL 版本写成',
  PLATFORM_UNSUPPORTED: '本机平台没有自带的 PostgreSQL',
  DATABASE_DID_NOT_START: '数据库没有启动',
  DISK_FULL: '磁盘已满',
}

/** One clear sentence for a person; null for what nobody expected (then the stack is worth it). */
export function sentenceFor(error: unknown, databaseUrl?: string): string | null {
  if (error instanceof SaidError) return error.message
  if (error instanceof ConfigError) return `设置有误: ${error.message}`
  if (error instanceof MigrationError) return `数据与程序的版本不符: ${error.message}`
  if (error instanceof EmbeddedDatabaseError) return `${EMBEDDED[error.code]}: ${error.message}`
  if (error instanceof RuleError) return `${error.code} ${JSON.stringify(error.details ?? {})}`
  const code = (error as { code?: string }).code
  if (code === 'EADDRINUSE') {
    const { port } = error as unknown as { port: number }
    return `端口 ${port} 已被占用 (port ${port} is in use): 请停掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start`
  }
  if (code === 'EACCES' && 'port' in (error as object))
    return `没有权限监听端口 ${(error as unknown as { port: number }).port}: 请换一个 1024 以上的端口，例如 PORT=8787`
  if (databaseUrl) return databaseSentence(error, databaseUrl)
  if (isUnreachable(error))
    return '数据库中断了：请再执行一次同样的命令，做到一半的事会接着做完，已经做完的不会重复'
  return null
}

function databaseSentence(error: unknown, databaseUrl: string): string | null {
  const code = (error as { code?: string }).code ?? ''
  const where = databaseUrl.replace(/\/\/[^@/]*@/, '//…@')
  const why = error instanceof Error ? error.message || code : code
  if (isUnreachable(error)) return `DATABASE_URL 连不上 (${where}): ${why}`
  if (/^28|^3D|^3F|^42501/.test(code) || /password|SASL|database .* does not exist/i.test(why))
    return `DATABASE_URL 不可用 (${where}): ${why}`
  return null
}
