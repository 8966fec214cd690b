import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro'

/** What a shared card opens. It never carries who shared it: sharing earns nothing here. */
export function useShareCard(title: string, path: string): void {
  useShareAppMessage(() => ({ title, path }))
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '' }))
}

/** Copies a text; the platform says so itself in WeChat. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
