/** A made-up county: no such place, no such people. */
export const CITY = '岚川市'
export const COUNTY = '云澜县'

export const TOWNS: readonly { name: string; villages: readonly string[] }[] = [
  { name: '白鹭湖街道', villages: ['湖东社区', '湖西社区', '渡口社区', '望鹭社区', '集贤社区'] },
  { name: '南桥街道', villages: ['南桥社区', '文昌社区', '纺织厂社区', '书院社区'] },
  { name: '青石镇', villages: ['青石村', '石桥村', '大坝村', '茶亭村', '前进村'] },
  { name: '柳渡镇', villages: ['柳渡村', '上柳村', '下柳村', '菱塘村'] },
  { name: '栖云镇', villages: ['栖云村', '松林村', '云脚村', '半山村'] },
  { name: '禾丰镇', villages: ['禾丰村', '新田村', '谷仓村', '稻香村', '河湾村'] },
  { name: '陶溪镇', villages: ['陶溪村', '窑上村', '窑下村', '瓦厂村'] },
  { name: '枫林乡', villages: ['枫林村', '红叶村', '坳头村'] },
  { name: '雁落乡', villages: ['雁落村', '芦花村', '沙洲村'] },
  { name: '锦屏乡', villages: ['锦屏村', '屏山村', '石屏村'] },
]

/** Inland, far from any place the fixtures of the tests use. */
export const COUNTY_CENTRE: [number, number] = [109.32, 32.94]
export const COUNTY_WIDTH_KM = 46

export const SITES: readonly { name: string; org: string; town: string; radiusMeters: number }[] = [
  { name: '白鹭湖农贸市场', org: 'station-1', town: '白鹭湖街道', radiusMeters: 160 },
  { name: '云澜职业学校', org: 'school-1', town: '南桥街道', radiusMeters: 260 },
]
