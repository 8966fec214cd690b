import { openArchive } from '../../../server/fences/read-archive'
import { readFences } from '../../../server/fences/read-fences'
import { aKml, aShapefile, aZip, kmlPolygon, toGbk } from '../../fixtures/geo/files'
import { square } from '../../fixtures/geo/shapes'

const MEGABYTE = 1024 * 1024
const CENTRAL_ENTRY = 'PK\x01\x02'
const shell = square(0, 0, 1000)
const geojson = (name: string) =>
  JSON.stringify({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [shell] },
  })

/** The same zip whose directory lies about the size of its last entry. */
function withDeclaredSize(zip: Buffer, bytes: number): Buffer {
  const lying = Buffer.from(zip)
  lying.writeUInt32LE(bytes, lying.lastIndexOf(CENTRAL_ENTRY) + 24)
  return lying
}

function encrypted(zip: Buffer): Buffer {
  const locked = Buffer.from(zip)
  locked[locked.lastIndexOf(CENTRAL_ENTRY) + 8] = 1
  return locked
}

describe('an archive is refused by its directory, before anything is inflated', () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.txt`, '']))
  test.each<[string, () => Promise<Buffer>, string]>([
    ['a bomb', () => aZip({ '乡镇.shp': Buffer.alloc(20 * MEGABYTE) }), '像是压缩炸弹'],
    ['an archive in it', async () => aZip({ 'in.zip': await aZip({ a: 'b' }) }), '还有压缩包'],
    ['too many files', () => aZip(many), '101 个文件'],
    ['a password', async () => encrypted(await aZip({ '乡镇.shp': 'abc' })), '密码'],
    [
      'a declared gigabyte',
      async () => withDeclaredSize(await aZip({ '乡镇.shp': 'abc' }), 1e9),
      '超过 200 MB',
    ],
    ['half a file', async () => (await aZip({ a: 'b' })).subarray(0, 40), '坏了'],
  ])('%s', async (_, make, words) => {
    const before = process.memoryUsage().arrayBuffers
    await expect(readFences(await make(), '乡镇.zip')).rejects.toMatchObject({
      code: 'ARCHIVE_REFUSED',
      message: expect.stringContaining(words),
    })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MEGABYTE)
  })

  test('a blank attribute table is no bomb', async () => {
    const archive = await openArchive(await aZip({ 'a.dbf': Buffer.alloc(MEGABYTE / 2, ' ') }))
    expect((await archive.read('a.dbf')).byteLength).toBe(MEGABYTE / 2)
  })

  test('an entry longer than it said is left as soon as it shows', async () => {
    const zip = withDeclaredSize(await aZip({ '乡镇.geojson': geojson('甲镇') }), 10)
    await expect(readFences(zip, '乡镇.zip')).rejects.toMatchObject({
      code: 'ARCHIVE_REFUSED',
      message: expect.stringContaining('大小不符'),
    })
  })
})

describe('what an archive holds', () => {
  test('a .kmz is a KML in an archive', async () => {
    const kml = aKml(`<name>甲镇</name>${kmlPolygon([shell])}`)
    const reading = await readFences(await aZip({ 'doc.kml': kml, 'files/a.png': 'x' }), '甲.kmz')
    expect(reading).toMatchObject({ format: 'kml', features: [{ name: '甲镇' }] })
  })

  test('names that Windows wrote in GBK are read', async () => {
    const name = toGbk('乡镇.geojson')
    const plain = `${'a'.repeat(name.length - 8)}.geojson`
    const zip = await aZip({ [plain]: geojson('甲镇') })
    for (let at = zip.indexOf(plain); at >= 0; at = zip.indexOf(plain)) name.copy(zip, at)
    for (const [mark, flags] of [
      ['PK\x03\x04', 6],
      [CENTRAL_ENTRY, 8],
    ] as const)
      zip.writeUInt16LE(
        zip.readUInt16LE(zip.indexOf(mark) + flags) & ~0x800,
        zip.indexOf(mark) + flags,
      )
    const reading = await readFences(zip, 'x.zip', { layer: '乡镇' })
    expect(reading.features).toMatchObject([{ name: '甲镇' }])
  })

  test('one of several layers is read when it is named, otherwise they are listed', async () => {
    const zip = await aZip({ 'a/乡镇.geojson': geojson('甲镇'), 'a/村社.geojson': geojson('乙村') })
    const { features } = await readFences(zip, 'x.zip', { layer: '村社' })
    expect(features).toMatchObject([{ name: '乙村' }])
    await expect(readFences(zip, 'x.zip')).rejects.toThrow(
      '2 个图层，请用 --layer 指定其中一个：乡镇、村社',
    )
    await expect(readFences(zip, 'x.zip', { layer: '县' })).rejects.toThrow('没有图层“县”')
  })

  test('a shapefile goes before a text beside it', async () => {
    const rings = [shell]
    const zip = aShapefile([{ name: '甲镇', rings }], { 'readme.csv': 'a,b', 'style.json': '{}' })
    expect(await readFences(await zip, 'x.zip')).toMatchObject({ format: 'shapefile' })
  })

  test('nothing to read is told with what there is', async () => {
    const zip = await aZip({ '说明.docx': 'x', '图.png': 'y' })
    await expect(readFences(zip, 'x.zip')).rejects.toThrow('只有：说明.docx、图.png')
    const excel = await aZip({ 'xl/workbook.xml': '<x/>' })
    await expect(readFences(excel, 'x.xlsx')).rejects.toThrow('另存为 CSV')
  })
})
