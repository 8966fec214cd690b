export default definePageConfig({
  navigationBarTitleText: '正要转账？先冷静',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
