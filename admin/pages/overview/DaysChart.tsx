import { theme } from 'antd'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Output } from '../../../contract/actions'
import { OUTCOME_COLORS, useMode } from '../../theme'

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

type Days = Output<'overview.read'>['days']
type Token = ReturnType<typeof theme.useToken>['token']
type Colors = (typeof OUTCOME_COLORS)['light']

function optionOf(days: Days, colors: Colors, token: Token): EChartsCoreOption {
  const series = [
    { key: 'credited', name: '已计分' },
    { key: 'held', name: '待核' },
    { key: 'refused', name: '不计分' },
  ] as const
  const text = { color: token.colorTextSecondary, fontFamily: token.fontFamily }
  return {
    animationDuration: 300,
    aria: { enabled: true },
    color: series.map(({ key }) => colors[key]),
    grid: { left: 36, right: 8, top: 34, bottom: 24 },
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 12, textStyle: text },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: token.colorBgElevated,
      borderColor: token.colorBorderSecondary,
      textStyle: { color: token.colorText, fontFamily: token.fontFamily },
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day.slice(5).replace('-', '/')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token.colorBorder } },
      axisLabel: text,
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: token.colorBorderSecondary } },
      axisLabel: text,
    },
    series: series.map(({ key, name }) => ({
      type: 'bar',
      stack: 'outcome',
      name,
      barMaxWidth: 26,
      data: days.map((day) => day[key]),
    })),
  }
}

/** Fourteen days of finished recruitments by outcome. */
export function DaysChart({ days }: { readonly days: Days }) {
  const holder = useRef<HTMLDivElement>(null)
  const mode = useMode((store) => store.mode)
  const { token } = theme.useToken()
  useEffect(() => {
    if (holder.current === null) return
    const chart = init(holder.current, null, { renderer: 'svg' })
    chart.setOption(optionOf(days, OUTCOME_COLORS[mode], token))
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(holder.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [days, mode, token])
  return <div ref={holder} className="days-chart" data-testid="days-chart" role="img" />
}
