import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the phone says it has a network; the API may still be out of reach. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'h5') {
    const look = () => useNetwork.setState({ online: navigator.onLine })
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    look()
    return
  }
  Taro.getNetworkType({
    success: (answer) => useNetwork.setState({ online: answer.networkType !== 'none' }),
  })
  Taro.onNetworkStatusChange((change) => useNetwork.setState({ online: change.isConnected }))
}
