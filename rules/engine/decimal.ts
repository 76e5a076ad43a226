import { Decimal } from 'decimal.js'

Decimal.set({ precision: 60, toExpNeg: -60, toExpPos: 60 })

export { Decimal }
