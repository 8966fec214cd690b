import { personas } from '../server/session/store'
import type { OpenData } from './open-data'

/** What the terminal shows when everything runs: addresses, and who one can be. */
export async function summaryOf(data: OpenData, origin: string): Promise<string> {
  const people = await data.db.transaction().execute((tx) => personas(tx))
  const lines = [
    '',
    '防骗我最牛 已启动',
    `  小程序（网页版）  ${origin}/`,
    `  管理台            ${origin}/console/`,
    `  接口              ${origin}/api/<action>   说明 ${origin}/openapi.json`,
  ]
  if (data.config.mode === 'local' && people.length > 0) {
    lines.push('', '演示身份（打开首页一点即可切换）')
    for (const person of people) {
      const where = person.face === 'console' ? `${origin}/console/?persona=${person.openid}` : ''
      lines.push(`  ${person.openid.padEnd(18)} ${person.name}（${person.title}） ${where}`)
    }
  }
  return lines.join('\n')
}
