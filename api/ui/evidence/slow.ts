import { ref } from 'vue'

/** A skeleton only for what takes longer than a glance. */
const glanceMs = 200

/** Whether the newest of several pieces of work takes long: only its outcome is told, to `done` or `failed`. */
export function useSlow() {
  const waits = ref(false)
  let asked = 0
  const run = async <T>(work: () => Promise<T>, done: (result: T) => void | Promise<void>, failed: () => void): Promise<void> => {
    asked += 1
    const mine = asked
    const timer = setTimeout(() => {
      waits.value = mine === asked
    }, glanceMs)
    try {
      const result = await work()
      if (mine === asked) await done(result)
    } catch {
      if (mine === asked) failed()
    } finally {
      clearTimeout(timer)
      if (mine === asked) waits.value = false
    }
  }
  return { waits, run }
}
