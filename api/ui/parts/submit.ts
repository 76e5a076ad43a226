import { ref } from 'vue'
import { errorText } from '../words/error-text.ts'

/** Something that a reader asks for: busy while it is done, and the problem in words where it is refused. Asked again meanwhile, it is done once. */
export function useSubmit<A extends readonly unknown[]>(work: (...given: A) => Promise<unknown>) {
  const busy = ref(false)
  const problem = ref('')
  const submit = async (...given: A): Promise<void> => {
    if (busy.value) return
    busy.value = true
    problem.value = ''
    try {
      await work(...given)
    } catch (error) {
      problem.value = errorText(error)
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, submit }
}
