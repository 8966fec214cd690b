import Taro from '@tarojs/taro'

const TABS = ['/pages/home/feed', '/pages/boards/boards', '/pages/me/me']

/** Opens a page of ours by its path; tabs are switched to, because they keep their place. */
export function open(path: string): void {
  const [base = ''] = path.split('?')
  if (TABS.includes(base)) void Taro.switchTab({ url: base })
  else void Taro.navigateTo({ url: path })
}

/** Replaces the current page, so that "back" does not lead into a finished step. */
export function replace(path: string): void {
  const [base = ''] = path.split('?')
  if (TABS.includes(base)) void Taro.switchTab({ url: base })
  else void Taro.redirectTo({ url: path })
}

/** One page back, or home when this page was opened directly (through a code or a shared card). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/feed' })
}

/** The console is another program: it is opened as a web address (H5 only). */
export function openConsole(openid: string): void {
  window.location.href = `/console/?persona=${encodeURIComponent(openid)}`
}

/** A new step on the same page starts at its top. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2500 })
}
