import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the phone itself is set to dark. */
export const useSystemDark = create<{ dark: boolean }>(() => ({ dark: false }))

export function watchSystemTheme(): void {
  if (process.env.TARO_ENV === 'weapp') {
    useSystemDark.setState({ dark: Taro.getAppBaseInfo().theme === 'dark' })
    Taro.onThemeChange((change) => useSystemDark.setState({ dark: change.theme === 'dark' }))
    return
  }
  const query = window.matchMedia?.('(prefers-color-scheme: dark)')
  if (!query) return
  useSystemDark.setState({ dark: query.matches })
  query.addEventListener?.('change', () => useSystemDark.setState({ dark: query.matches }))
}

/** Colours what lies outside our own pages: WeChat's title bar, the browser's body. */
export function paintSurroundings(dark: boolean): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.setNavigationBarColor({
      frontColor: dark ? '#ffffff' : '#000000',
      backgroundColor: dark ? '#151a23' : '#ffffff',
    })
    return
  }
  document.documentElement.classList.toggle('fp-root-dark', dark)
}
