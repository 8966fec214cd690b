import type { Command } from 'commander'

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** What commander says about a wrongly written command, as it begins and as we say it. */
const FAULTS: readonly [RegExp, string][] = [
  [/^error: unknown command '(.*)'/, '没有命令 $1'],
  [/^error: unknown option '(.*)'/, '没有选项 $1'],
  [/^error: required option '(.*)' not specified/, '缺少选项 $1'],
  [/^error: missing required argument '(.*)'/, '缺少参数 $1'],
  [/^error: option '(.*)' argument missing/, '选项 $1 后面缺少值'],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, '选项 $1 的值 $2 不对。'],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    '参数 $2 的值 $1 不对。',
  ],
  [/^error: too many arguments[^.]*\.(.*)/, '参数太多。$1'],
]

/** Lets a command and those registered on it later speak Chinese. */
export function speakChinese(program: Command): Command {
  return program
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [command]', '显示一个命令的用法')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(inChinese(text)) })
    .showHelpAfterError('（加 --help 看用法）')
}

function inChinese(text: string): string {
  const [from, to] = FAULTS.find(([pattern]) => pattern.test(text)) ?? []
  const said = from && to ? text.replace(from, to) : text
  return said
    .replace(/Allowed choices are (.*)\./, '可选：$1')
    .replace(/\(Did you mean (.*)\?\)/, '（是不是 $1？）')
    .replace(/\(Did you mean one of (.*)\?\)/, '（是不是 $1？）')
}
