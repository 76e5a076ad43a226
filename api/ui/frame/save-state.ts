import { ref } from 'vue'

/** What the bar tells of the reader's own changes: none yet, being saved, saved at a time, or waiting for the network. */
export const saveState = ref<{ kind: 'none' } | { kind: 'saving' } | { kind: 'saved'; at: Date } | { kind: 'queued'; count: number }>({
  kind: 'none',
})

/** Shows that something is being saved until it is; what fails is the caller's to tell. */
export async function saving<T>(work: Promise<T>): Promise<T> {
  saveState.value = { kind: 'saving' }
  try {
    const done = await work
    saveState.value = { kind: 'saved', at: new Date() }
    return done
  } catch (error) {
    saveState.value = { kind: 'none' }
    throw error
  }
}
