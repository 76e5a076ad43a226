import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { surveyOf, surveyPark, unreviewed } from '../../rules/engine/survey/survey-park.ts'
import type { Survey, SurveyedPark } from '../../schemas/survey.ts'
import { readinessWords, writeSurvey } from '../stages/report/survey/write-survey.ts'
import type { SurveyCommand } from './arguments.ts'
import { CannotRun } from './exit-codes.ts'
import type { Watch } from './progress.ts'
import { reviewFolder } from './review-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/** The dossiers of a survey: the folders right below the one named, in the order of their names. */
async function dossiersIn(folder: string, out: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new CannotRun(`没有文件夹“${folder}”，或不能读取；请给出其中每个子文件夹为一个园区材料的文件夹`)
  })
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && join(folder, entry.name) !== out)
    .map(({ name }) => name)
  if (names.length === 0) throw new CannotRun(`文件夹“${folder}”中没有子文件夹；每个园区的材料应各放一个子文件夹`)
  return names.sort((a, b) => a.localeCompare(b, 'zh'))
}

/**
 * Reviews every dossier below a folder, each with its own reports in OUT/<name>, and writes survey.html and survey.json. A folder that
 * cannot be reviewed is told in the survey and stops nothing.
 */
export async function surveyFolder(command: SurveyCommand, watch: Watch, stop: AbortSignal): Promise<Survey> {
  const names = await dossiersIn(command.folder, command.out)
  await mkdir(command.out, { recursive: true }).catch(() => {
    throw new CannotRun(`不能建立结果文件夹“${command.out}”；请换一个可写的位置`)
  })
  const parks: SurveyedPark[] = []
  for (const name of names) {
    if (stop.aborted) throw new CannotRun('调研已中止')
    const one = { ...command, name: 'review' as const, folder: join(command.folder, name), out: join(command.out, name) }
    parks.push(
      await reviewFolder(one, watch, stop).then(
        (report) => surveyPark(name, report),
        (error: unknown) => {
          if (error instanceof CannotRun && !stop.aborted) return unreviewed(name, error.message)
          throw error
        },
      ),
    )
  }
  const survey = surveyOf(parks)
  await writeAtomically(join(command.out, 'survey.json'), `${JSON.stringify(survey, null, 1)}\n`)
  await writeAtomically(join(command.out, 'survey.html'), writeSurvey(survey))
  return survey
}

/** The survey as lines for a terminal. */
export const showSurvey = ({ parks }: Survey, out: string): string =>
  [
    ...parks.map(({ folder, park, readiness, errors, warnings }) => {
      const { sign, word } = readinessWords[readiness]
      return `${sign} ${park ?? folder}：${word}，错误 ${errors}，提醒 ${warnings}`
    }),
    `调研报告：${join(out, 'survey.html')}`,
    '',
  ].join('\n')
