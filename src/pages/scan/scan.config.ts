export default definePageConfig({
  navigationBarTitleText: '扫码学反诈',
})
