export default defineAppConfig({
  pages: [
    'pages/home/feed',
    'pages/home/calm',
    'pages/article/article',
    'pages/boards/boards',
    'pages/me/me',
    'pages/me/points',
    'pages/scan/scan',
    'pages/verify/verify',
    'pages/start/start',
  ],
  subPackages: [
    { root: 'pages/promoter', pages: ['desk', 'show', 'apply'] },
    { root: 'pages/volunteer', pages: ['card'] },
  ],
  window: {
    // H5 draws its own bar: a browser tab has none that can hold a back button.
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
    navigationBarTitleText: '防骗我最牛',
    navigationBarBackgroundColor: '@barBackground',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@background',
    backgroundTextStyle: '@pullText',
  },
  tabBar: {
    // Drawn by the pages themselves, because the platform's bar cannot be read at elder size.
    custom: true,
    color: '#5b6475',
    selectedColor: '#1b4db1',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/feed', text: '学反诈' },
      { pagePath: 'pages/boards/boards', text: '榜单' },
      { pagePath: 'pages/me/me', text: '我的' },
    ],
  },
  permission: {
    'scope.userLocation': { desc: '用于核验您是否在宣传点现场，仅比对不保存轨迹' },
  },
  requiredPrivateInfos: ['getLocation'],
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  animation: false,
})
