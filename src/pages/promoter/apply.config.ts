export default definePageConfig({
  navigationBarTitleText: '申请做宣传员',
})
