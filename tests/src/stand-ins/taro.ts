/** What of Taro the pages use, kept so that a test can look at it. */
export const platform = {
  params: {} as Record<string, string>,
  opened: [] as string[],
  toasts: [] as string[],
  dialled: [] as string[],
}

export function resetPlatform(): void {
  platform.params = {}
  platform.opened = []
  platform.toasts = []
  platform.dialled = []
  localStorage.clear()
}

const go = ({ url }: { url: string }) => {
  platform.opened.push(url)
  return Promise.resolve()
}
const nothing = () => Promise.resolve()

const Taro = {
  getStorageSync: (name: string) => localStorage.getItem(name) ?? '',
  setStorageSync: (name: string, value: string) => localStorage.setItem(name, value),
  removeStorageSync: (name: string) => localStorage.removeItem(name),
  getNetworkType: () => undefined,
  onNetworkStatusChange: () => undefined,
  navigateTo: go,
  redirectTo: go,
  switchTab: go,
  navigateBack: nothing,
  pageScrollTo: nothing,
  setClipboardData: nothing,
  getCurrentPages: () => [{}],
  showToast: ({ title }: { title: string }) => {
    platform.toasts.push(title)
    return Promise.resolve()
  },
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
    platform.dialled.push(phoneNumber)
    return Promise.resolve()
  },
}

export default Taro
export const useRouter = () => ({ params: platform.params })
export const useShareAppMessage = () => undefined
export const useShareTimeline = () => undefined
export const usePullDownRefresh = () => undefined
export const useReachBottom = () => undefined
export const useDidShow = () => undefined
export const useDidHide = () => undefined
export const stopPullDownRefresh = () => undefined
