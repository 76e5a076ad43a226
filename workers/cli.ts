import type { Report } from '../schemas/report.ts'
import {
  type Command,
  type CompareCommand,
  type ExplainCommand,
  type ReviewCommand,
  readArguments,
  type SurveyCommand,
} from './cli/arguments.ts'
import { CannotRun, exitCodes } from './cli/exit-codes.ts'
import { help } from './cli/help.ts'
import type { Watch } from './cli/progress.ts'

const version = async () => (await import('../package.json', { with: { type: 'json' } })).default.version

async function watcher({ progress }: Pick<ReviewCommand, 'progress'>): Promise<Watch> {
  const { humanProgress, jsonProgress } = await import('./cli/progress.ts')
  if (progress === 'none') return () => {}
  return progress === 'json' ? jsonProgress(process.stdout) : humanProgress(process.stderr)
}

const severeEnough = ({ summary }: Report, failOn: ReviewCommand['failOn']) =>
  failOn !== null && (summary.errors > 0 || (failOn === 'warning' && summary.warnings > 0))

function raisedBySignal(): AbortSignal {
  const interrupted = new AbortController()
  const stop = () => interrupted.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return interrupted.signal
}

async function runReview(command: ReviewCommand): Promise<number> {
  const { reviewFolder } = await import('./cli/review-folder.ts')
  const report = await reviewFolder(command, await watcher(command), raisedBySignal())
  return severeEnough(report, command.failOn) ? exitCodes.foundFaults : exitCodes.reviewed
}

async function runSurvey(command: SurveyCommand): Promise<number> {
  const { showSurvey, surveyFolder } = await import('./cli/survey-folder.ts')
  const survey = await surveyFolder(command, await watcher(command), raisedBySignal())
  if (command.progress === 'human') process.stdout.write(showSurvey(survey, command.out))
  return exitCodes.reviewed
}

async function runCompare(command: CompareCommand): Promise<number> {
  const { compareFolders } = await import('./cli/compare-folders.ts')
  process.stdout.write(await compareFolders(command))
  return exitCodes.reviewed
}

async function runExplain(command: ExplainCommand): Promise<number> {
  const { explainId } = await import('./cli/explain-id.ts')
  process.stdout.write(await explainId(command))
  return exitCodes.reviewed
}

async function run(command: Command): Promise<number> {
  if (command.name === 'review') return runReview(command)
  if (command.name === 'survey') return runSurvey(command)
  if (command.name === 'compare') return runCompare(command)
  if (command.name === 'explain') return runExplain(command)
  process.stdout.write(command.name === 'help' ? help : `${await version()}\n`)
  return exitCodes.reviewed
}

/** Runs one command line and gives its exit code. Whatever keeps it from running is one line on standard error. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(readArguments(args))
  } catch (error) {
    const reason = error instanceof CannotRun ? error.message : `内部错误：${error instanceof Error ? error.message : String(error)}`
    process.stderr.write(`ecopark: ${reason.replace(/\s*\n\s*/g, ' ')}\n`)
    return exitCodes.couldNotRun
  }
}
