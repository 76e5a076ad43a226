import { openChildSlots } from '../../../../workers/queue/child-slots.ts'

/** A process whose child hangs, to be killed by a test. */
const slots = openChildSlots({ module: new URL('./strange-reader.ts', import.meta.url), memoryMb: 256, timeoutMs: 600_000 }, 1)
await slots.run({ name: '死循环.pdf' }, new AbortController().signal)
