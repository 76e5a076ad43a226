import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A value that lives in the address's query, so that Back and a sent link work; the empty text is left out of it. */
export function useAddress(name: string, otherwise = ''): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : otherwise
    },
    set: (value) => {
      const { [name]: _former, ...others } = route.query
      void router.replace({ query: value === otherwise ? others : { ...others, [name]: value } })
    },
  })
}
