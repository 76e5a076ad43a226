import { type ShallowRef, shallowRef } from 'vue'

export type Loaded<T> = {
  /** The last good content: it stays while newer is fetched. */
  readonly data: ShallowRef<T | undefined>
  readonly error: ShallowRef<unknown>
  readonly busy: ShallowRef<boolean>
  readonly load: () => Promise<void>
}

/** Content that is fetched now and whenever `load` is called; of two answers under way the later question's counts. */
export function useLoaded<T>(fetch: () => Promise<T>): Loaded<T> {
  const data = shallowRef<T>()
  const error = shallowRef<unknown>()
  const busy = shallowRef(false)
  let asked = 0
  const load = async () => {
    asked += 1
    const mine = asked
    busy.value = true
    try {
      const answer = await fetch()
      if (mine !== asked) return
      data.value = answer
      error.value = undefined
    } catch (fault) {
      if (mine === asked) error.value = fault
    } finally {
      if (mine === asked) busy.value = false
    }
  }
  void load()
  return { data, error, busy, load }
}
