import type { Role } from '../../contract/roles'
import type { Persona } from '../../server/session/store'

export interface Staff extends Persona {
  readonly role: Role
  readonly org: string
}

export const STAFF: readonly Staff[] = [
  {
    openid: 'demo-super',
    name: '沈主任',
    title: '超级管理员',
    story: '县反诈中心负责人：管单位、围栏、审批',
    face: 'console',
    role: 'super_admin',
    org: 'centre',
  },
  {
    openid: 'demo-chief',
    name: '贺所长',
    title: '白鹭湖派出所所长',
    story: '周一早上看本所情况，审批本所宣传员',
    face: 'console',
    role: 'station_chief',
    org: 'station-1',
  },
  {
    openid: 'demo-editor',
    name: '叶编辑',
    title: '内容编辑与研判',
    story: '写案例、看数据，不审批人员',
    face: 'console',
    role: 'editor',
    org: 'centre',
  },
  {
    openid: 'demo-auditor',
    name: '严审计',
    title: '审计员',
    story: '只看不改，查每一次后台操作',
    face: 'console',
    role: 'auditor',
    org: 'centre',
  },
]

/** Promoters of the demo; `fence` is a fence's name, `taught` how many they have taught already. */
export const PROMOTERS: readonly {
  openid: string
  staffName: string
  org: string
  fence: string
  taught: number
  publicName: boolean
  persona?: Persona
}[] = [
  {
    openid: 'demo-promoter',
    staffName: '周禾明',
    org: 'station-1',
    fence: '白鹭湖街道',
    taught: 14,
    publicName: true,
    persona: {
      openid: 'demo-promoter',
      name: '周警官',
      title: '宣传员（白鹭湖派出所）',
      story: '在农贸市场摆摊，手里有专属二维码',
      face: 'mini',
    },
  },
  {
    openid: 'demo-p2',
    staffName: '方雨澄',
    org: 'station-1',
    fence: '白鹭湖农贸市场',
    taught: 9,
    publicName: false,
  },
  {
    openid: 'demo-p3',
    staffName: '江知远',
    org: 'station-2',
    fence: '南桥街道',
    taught: 9,
    publicName: true,
  },
  {
    openid: 'demo-p4',
    staffName: '陆星野',
    org: 'station-3',
    fence: '青石镇',
    taught: 6,
    publicName: false,
  },
  {
    openid: 'demo-p5',
    staffName: '顾春芽',
    org: 'station-4',
    fence: '柳渡镇',
    taught: 4,
    publicName: true,
  },
  {
    openid: 'demo-p6',
    staffName: '唐晓筑',
    org: 'school-1',
    fence: '云澜职业学校',
    taught: 7,
    publicName: false,
  },
  {
    openid: 'demo-p7',
    staffName: '孟小满',
    org: 'station-6',
    fence: '禾丰镇',
    taught: 3,
    publicName: false,
  },
]

export const APPLICANTS = [
  {
    openid: 'demo-a1',
    staffName: '苏念青',
    org: 'station-1',
    fence: '白鹭湖街道',
    note: '湖东社区网格员，每周三在社区食堂值守',
  },
  {
    openid: 'demo-a2',
    staffName: '罗一帆',
    org: 'station-3',
    fence: '青石镇',
    note: '青石镇茶市辅警',
  },
] as const

/** Residents one tap away on the start page. */
export const RESIDENTS: readonly Persona[] = [
  {
    openid: 'demo-newcomer',
    name: '小赵',
    title: '路过的街坊',
    story: '第一次扫码，还不是志愿者',
    face: 'mini',
  },
  {
    openid: 'demo-elder',
    name: '王阿姨',
    title: '常看案例的老街坊',
    story: '用大字版读文章',
    face: 'mini',
  },
  {
    openid: 'demo-volunteer',
    name: '林小穗',
    title: '志愿者',
    story: '已在市场学会一课，积分在榜',
    face: 'mini',
  },
  {
    openid: 'demo-applicant',
    name: '何大姐',
    title: '社区工作者',
    story: '想申请成为宣传员',
    face: 'mini',
  },
]
