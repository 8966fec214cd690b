/** Coordinate systems an upload or a phone may state; everything is stored in GCJ-02. */
export type Crs = 'wgs84' | 'gcj02' | 'bd09'

const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const

/**
 * Whether a point in degrees lies in the bounding box of China (land and sea, any datum: the
 * datums differ by less than the box's margin). Non-finite numbers are outside.
 */
export function isInsideChina(lng: number, lat: number): boolean {
  return lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north
}

/** Whether the pair is [lat, lng] of a place in China: the two ranges never overlap. */
export function isSwapped(lng: number, lat: number): boolean {
  return !isInsideChina(lng, lat) && isInsideChina(lat, lng)
}

function hundredths(degrees: number): string {
  // 121.23 * 100 is 12122.999… in binary; a millimetre of slack keeps such points in their cell.
  return (Math.floor(degrees * 100 + 1e-6) / 100).toFixed(2)
}

/**
 * The 0.01° cell (about 1 km) that holds a point, named by its south-west corner: "121.23,30.33".
 * It is what remains of a raw position after the verdict (privacy rule 2 of the design).
 */
export function cell001(lng: number, lat: number): string {
  return `${hundredths(lng)},${hundredths(lat)}`
}

/** Lower bounds in metres of the distance buckets 0–50, 50–200, …, 3000 and more. */
export const DISTANCE_BUCKETS_METERS = [0, 50, 200, 500, 1000, 3000] as const

/**
 * The lower bound of the bucket that holds a distance to a border, in metres. A signed distance
 * counts by its size: 120 m inside and 120 m outside are both in bucket 50 (the verdict tells them
 * apart). Bounds belong to the upper bucket.
 */
export function distanceBucketMeters(distanceMeters: number): number {
  const size = Math.abs(distanceMeters)
  return Math.max(0, ...DISTANCE_BUCKETS_METERS.filter((bound) => size >= bound))
}
