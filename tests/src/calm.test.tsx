import { fireEvent, screen } from '@testing-library/react'
import CalmPage from '../../src/pages/home/calm'
import { CALM_QUESTIONS, stopReasons } from '../../src/pages/home/calm-questions'
import { requests } from './stand-ins/api'
import { freshPhone, show } from './stand-ins/show'
import { platform } from './stand-ins/taro'

beforeEach(() => freshPhone())

test('three answers end in a reason to stop and a number to call, without any network', () => {
  show(CalmPage)
  for (const { answers } of CALM_QUESTIONS) {
    fireEvent.click(screen.getByText(answers[0]?.text ?? ''))
  }
  expect(screen.getByTestId('calm-verdict')).toHaveTextContent('先别转')
  expect(screen.getByTestId('calm-verdict')).toHaveTextContent('安全账户')
  fireEvent.click(screen.getByText('打 96110 问一问'))
  expect(platform.dialled).toEqual(['96110'])
  expect(requests).toHaveLength(0)
})

test('the harmless answers give no alarm, and still the advice to check', () => {
  const harmless = CALM_QUESTIONS.map(({ answers }) => answers.length - 1)
  expect(stopReasons(harmless)).toEqual([])
  show(CalmPage)
  for (const { answers } of CALM_QUESTIONS) {
    fireEvent.click(screen.getByText(answers[answers.length - 1]?.text ?? ''))
  }
  expect(screen.getByTestId('calm-verdict')).toHaveTextContent('再核对一遍')
})

test('every question can be answered harmlessly, and every alarm has its reason', () => {
  for (const { answers } of CALM_QUESTIONS) {
    expect(answers.filter(({ stop }) => stop === null)).toHaveLength(1)
  }
})

test('the number of the family stays on the phone', () => {
  show(CalmPage)
  for (const { answers } of CALM_QUESTIONS) {
    fireEvent.click(screen.getByText(answers[0]?.text ?? ''))
  }
  fireEvent.change(screen.getByLabelText('家人的电话'), { target: { value: '05638880000' } })
  fireEvent.click(screen.getByText('记下来'))
  fireEvent.click(screen.getByText('打给家里人'))
  expect(platform.dialled).toEqual(['05638880000'])
  expect(requests).toHaveLength(0)
})
