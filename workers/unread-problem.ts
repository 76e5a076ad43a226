import type { Problem } from '../schemas/document.ts'
import { JobError } from './parse-pool.ts'

const damaged: Problem = {
  code: 'read.failed',
  message: '文件内容已损坏或格式异常，无法读取。请用原软件打开并另存为新文件后再提交。',
  page: null,
}

/** What is told of a file whose reader failed: that time or memory ran out or it crashed, else that the file is damaged. */
export const unreadProblem = (error?: unknown): Problem =>
  error instanceof JobError && error.reason !== 'fault' ? { code: `read.${error.reason}`, message: error.message, page: null } : damaged

/**
 * Whether the file is to blame for a child that failed. A child may also die of what happens around it (the machine runs out of memory):
 * the file is blamed the second time. One that used up its time is not given as much again.
 */
export const isFilesFault = (error: unknown, attemptsMade: number): error is JobError =>
  error instanceof JobError && (error.reason === 'timeout' || attemptsMade > 0)
