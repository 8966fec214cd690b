export default definePageConfig({
  navigationBarTitleText: '宣传员工作台',
  enablePullDownRefresh: true,
})
