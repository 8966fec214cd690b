import Taro from '@tarojs/taro'

/** A point as the phone gives it; the datum depends on the platform, so it travels along. */
export interface PhonePlace {
  lng: number
  lat: number
  accuracyMeters: number | null
  crs: 'wgs84' | 'gcj02'
}

export type PlaceAnswer =
  | { kind: 'found'; place: PhonePlace }
  | { kind: 'refused' }
  | { kind: 'timeout' }
  | { kind: 'unavailable' }

const TIMEOUT_MS = 10_000

/** Asks once where the phone is. Call only after the resident has consented; never in a loop. */
export function askPlace(): Promise<PlaceAnswer> {
  return process.env.TARO_ENV === 'weapp' ? askWechat() : askBrowser()
}

async function askWechat(): Promise<PlaceAnswer> {
  const late = new Promise<PlaceAnswer>((resolve) => {
    setTimeout(() => resolve({ kind: 'timeout' }), TIMEOUT_MS)
  })
  const asked = Taro.getLocation({ type: 'gcj02', isHighAccuracy: true }).then(
    (fix): PlaceAnswer => ({
      kind: 'found',
      place: {
        lng: fix.longitude,
        lat: fix.latitude,
        accuracyMeters: fix.accuracy ?? null,
        crs: 'gcj02',
      },
    }),
    (error: { errMsg?: string }): PlaceAnswer =>
      /auth|deny|denied|privacy|scope/i.test(error.errMsg ?? '')
        ? { kind: 'refused' }
        : { kind: 'unavailable' },
  )
  return Promise.race([asked, late])
}

function askBrowser(): Promise<PlaceAnswer> {
  const geolocation = typeof navigator === 'undefined' ? undefined : navigator.geolocation
  if (!geolocation) return Promise.resolve({ kind: 'unavailable' })
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          kind: 'found',
          place: {
            lng: coords.longitude,
            lat: coords.latitude,
            accuracyMeters: coords.accuracy,
            crs: 'wgs84',
          },
        }),
      (error) => resolve({ kind: BROWSER_FAILURES[error.code] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: 0 },
    )
  })
}

/** GeolocationPositionError.code: 1 permission denied, 2 position unavailable, 3 timeout. */
const BROWSER_FAILURES: Partial<Record<number, 'refused' | 'timeout' | 'unavailable'>> = {
  1: 'refused',
  2: 'unavailable',
  3: 'timeout',
}
