export default definePageConfig({
  navigationBarTitleText: '学反诈',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: true,
})
