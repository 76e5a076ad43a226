import { parseArgs } from 'node:util'
import { CannotRun } from './exit-codes.ts'

export type ReviewCommand = {
  readonly name: 'review'
  readonly folder: string
  readonly out: string
  readonly progress: 'human' | 'json' | 'none'
  readonly failOn: 'error' | 'warning' | null
  readonly standard: string | null
  readonly regulation: string | null
}
/** A review of every dossier below a folder. */
export type SurveyCommand = Omit<ReviewCommand, 'name'> & { readonly name: 'survey' }
/** Two result folders (or report.json files) of the same dossier; `out` is where the comparison is written, if anywhere. */
export type CompareCommand = {
  readonly name: 'compare'
  readonly old: string
  readonly current: string
  readonly json: boolean
  readonly out: string | null
}
/** A report and the id of one of its facts or findings. */
export type ExplainCommand = { readonly name: 'explain'; readonly report: string; readonly id: string }
export type Command =
  | ReviewCommand
  | SurveyCommand
  | CompareCommand
  | ExplainCommand
  | { readonly name: 'help' }
  | { readonly name: 'version' }

const seeHelp = '用法见 npx ecopark --help'

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        quiet: { type: 'boolean' },
        json: { type: 'boolean' },
        'fail-on': { type: 'string' },
        standard: { type: 'string' },
        regulation: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    })
  } catch (error) {
    const option = /'(--?[^\s'=]+)/.exec(String(error))?.[1]
    throw new CannotRun(option === undefined ? `参数有误；${seeHelp}` : `选项 ${option} 不存在或缺少取值；${seeHelp}`)
  }
}

function failOnOf(printed: string | undefined): ReviewCommand['failOn'] {
  if (printed === undefined || printed === 'error' || printed === 'warning') return printed ?? null
  throw new CannotRun(`--fail-on 只能是 error 或 warning，不能是“${printed}”`)
}

type Values = ReturnType<typeof parse>['values']

function readReview(values: Values, [folder, ...rest]: readonly string[]): ReviewCommand {
  if (folder === undefined || folder === '') throw new CannotRun(`请给出材料文件夹；${seeHelp}`)
  if (rest.length > 0) throw new CannotRun(`只能给出一个材料文件夹，多出了“${rest.join('”“')}”；${seeHelp}`)
  if (values.out === undefined || values.out === '') throw new CannotRun(`请用 --out 指明结果文件夹；${seeHelp}`)
  return {
    name: 'review',
    folder,
    out: values.out,
    progress: values.json ? 'json' : values.quiet ? 'none' : 'human',
    failOn: failOnOf(values['fail-on']),
    standard: values.standard ?? null,
    regulation: values.regulation ?? null,
  }
}

function readCompare(values: Values, [old, current, ...rest]: readonly string[]): CompareCommand {
  if (!old || !current || rest.length > 0)
    throw new CannotRun(`请依次给出整改前、整改后的两个结果文件夹：npx ecopark compare 旧结果 新结果；${seeHelp}`)
  return { name: 'compare', old, current, json: values.json === true, out: values.out || null }
}

function readExplain(_: Values, [report, id, ...rest]: readonly string[]): ExplainCommand {
  if (!report || !id || rest.length > 0)
    throw new CannotRun(`请给出 report.json 和一个编号（发现如 x1，数值如 f12）：npx ecopark explain 结果/report.json x1；${seeHelp}`)
  return { name: 'explain', report, id }
}

const commands: Readonly<Record<string, (values: Values, rest: readonly string[]) => Command>> = {
  review: readReview,
  survey: (values, rest) => ({ ...readReview(values, rest), name: 'survey' }),
  compare: readCompare,
  explain: readExplain,
}

/** What the command line asks for. Throws CannotRun where it asks for nothing that exists. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  if (values.help || args.length === 0) return { name: 'help' }
  if (values.version) return { name: 'version' }
  const [name = '', ...rest] = positionals
  const read = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (read === undefined) throw new CannotRun(`没有命令“${name}”，可用的命令是 ${Object.keys(commands).join('、')}；${seeHelp}`)
  return read(values, rest)
}
