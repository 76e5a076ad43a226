import type { Problem } from '../../../../schemas/document.ts'
import { problem } from '../reader.ts'
import type { Package } from './package.ts'

/** Tells that a file carries macros. They are never run: the file is read as data. */
export const macroProblem = ({ names }: Package): Problem[] =>
  names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))
    ? [problem('ooxml.macros', '文件含有宏。宏没有运行，只读取了其中的文字和数据。')]
    : []
