import Taro from '@tarojs/taro'

/** Opens the dialler with the number filled in; the resident still presses the green key. */
export function dial(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => {
    // Cancelling the dialler rejects too, and needs no word from us.
  })
}
