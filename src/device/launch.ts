import Taro from '@tarojs/taro'

/** How the page was opened through a code: WeChat's entry scene and when the camera saw it. */
export interface CodeEntry {
  scene: string
  entryScene?: number
  scannedAtSeconds?: number
}

type Query = Partial<Record<string, string>>

/**
 * Reads the code out of a page's query: `scene` (mini-program code), or `q` (a plain-link code,
 * whose last path segment is the code). Null when the page was opened without one.
 */
export function codeFromQuery(query: Query): string | null {
  const raw = query.scene ?? query.q
  if (!raw) return null
  return codeFromText(decoded(raw))
}

/** The code in what a resident typed or pasted: the code itself, or a link that ends with it. */
export function codeFromText(text: string): string | null {
  const path = text.trim().split(/[?#]/)[0] ?? ''
  const last = path.split('/').filter(Boolean).pop() ?? ''
  const fromHash = /[?&]scene=([^&]+)/.exec(text)?.[1]
  const code = fromHash ?? last
  return /^[0-9A-Za-z_-]{8,32}$/.test(code) ? code : null
}

/** The launch belongs to the code only if it carried it: a later return to the app does not. */
export function codeEntry(scene: string, query: Query): CodeEntry {
  if (process.env.TARO_ENV !== 'weapp') return { scene }
  const launch = Taro.getEnterOptionsSync()
  const carried = codeFromQuery((launch.query ?? {}) as Query)
  const seconds = Number(query.scancode_time)
  return {
    scene,
    ...(carried === scene ? { entryScene: launch.scene } : {}),
    ...(Number.isInteger(seconds) && seconds > 0 ? { scannedAtSeconds: seconds } : {}),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
