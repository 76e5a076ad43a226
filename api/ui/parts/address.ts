import { computed, ref, type WritableComputedRef, watch } from 'vue'
import { type Router, useRoute, useRouter } from 'vue-router'

/** What is to stand in the address by the end of this turn; several values set at once make one change. */
const pending = new Map<string, string | undefined>()

function write(router: Router): void {
  const query = { ...router.currentRoute.value.query }
  for (const [name, value] of pending) {
    if (value === undefined) delete query[name]
    else query[name] = value
  }
  pending.clear()
  void router.replace({ query })
}

/**
 * A value that lives in the address's query, so that Back and a sent link work; `otherwise` is left out of it. It holds at once what it is
 * set to, although the address follows a moment later: keys pressed in quick succession each build on the one before.
 */
export function useAddress(name: string, otherwise = ''): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  const read = () => {
    const given = route.query[name]
    return typeof given === 'string' ? given : otherwise
  }
  const held = ref(read())
  watch(read, (now) => {
    if (!pending.has(name)) held.value = now
  })
  return computed({
    get: () => held.value,
    set: (value) => {
      held.value = value
      if (pending.size === 0) queueMicrotask(() => write(router))
      pending.set(name, value === otherwise ? undefined : value)
    },
  })
}
