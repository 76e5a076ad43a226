/** Elements of which at least one is wrong, by their number. */
export type Conflict = ReadonlySet<number>

/** A set of elements that meets every conflict, and what it costs; `exact` unless the search was cut short. */
export type HittingSet = { readonly elements: ReadonlySet<number>; readonly cost: number; readonly exact: boolean }

/** Steps of the search for one group of connected conflicts: far more than real dossiers take, and under a tenth of a second. */
const MOST_STEPS = 20_000

/** Conflicts that share no element with those of another group can be met apart from them. */
function connected(conflicts: readonly Conflict[]): Conflict[][] {
  const home = new Map<number, number>()
  const find = (one: number): number => {
    let root = one
    for (let up = home.get(root); up !== undefined && up !== root; up = home.get(root)) root = up
    home.set(one, root)
    return root
  }
  for (const conflict of conflicts) {
    const [first = 0, ...others] = conflict
    for (const other of others) home.set(find(other), find(first))
  }
  const groups = new Map<number, Conflict[]>()
  for (const conflict of conflicts) {
    const [first = 0] = conflict
    const root = find(first)
    const group = groups.get(root)
    if (group) group.push(conflict)
    else groups.set(root, [conflict])
  }
  return [...groups.values()]
}

/** Conflicts that hold a smaller one say nothing more. */
function smallest(conflicts: readonly Conflict[]): Conflict[] {
  const kept: Conflict[] = []
  for (const conflict of [...conflicts].sort((a, b) => a.size - b.size))
    if (!kept.some((one) => [...one].every((element) => conflict.has(element)))) kept.push(conflict)
  return kept
}

class Search {
  readonly weightOf: (element: number) => number
  best: { elements: ReadonlySet<number>; cost: number } = { elements: new Set(), cost: Number.POSITIVE_INFINITY }
  steps = 0

  constructor(weightOf: (element: number) => number) {
    this.weightOf = weightOf
  }

  private cheapest(conflict: Conflict, excluded: ReadonlySet<number>): number {
    let least = Number.POSITIVE_INFINITY
    for (const element of conflict) if (!excluded.has(element)) least = Math.min(least, this.weightOf(element))
    return least
  }

  /** What conflicts without a common element must cost at least. */
  private bound(open: readonly Conflict[], excluded: ReadonlySet<number>): number {
    const met = new Set<number>()
    let least = 0
    for (const conflict of open) {
      if ([...conflict].some((element) => met.has(element))) continue
      for (const element of conflict) met.add(element)
      least += this.cheapest(conflict, excluded)
    }
    return least
  }

  descend(open: readonly Conflict[], chosen: ReadonlySet<number>, cost: number, excluded: ReadonlySet<number>): void {
    this.steps += 1
    if (open.length === 0) {
      if (cost < this.best.cost) this.best = { elements: chosen, cost }
      return
    }
    // Without any answer yet the search goes on however long: its first descent is greedy and ends quickly.
    if (this.steps > MOST_STEPS && this.best.cost < Number.POSITIVE_INFINITY) return
    if (cost + this.bound(open, excluded) >= this.best.cost) return
    const many = new Map<number, number>()
    for (const conflict of open) for (const element of conflict) many.set(element, (many.get(element) ?? 0) + 1)
    const narrow = open.reduce((a, b) => (choices(b, excluded) < choices(a, excluded) ? b : a))
    const worth = (element: number) => (many.get(element) ?? 1) / this.weightOf(element)
    const options = [...narrow].filter((element) => !excluded.has(element)).sort((a, b) => worth(b) - worth(a))
    const left = new Set(excluded)
    for (const element of options) {
      const weight = this.weightOf(element)
      if (weight < Number.POSITIVE_INFINITY)
        this.descend(
          open.filter((conflict) => !conflict.has(element)),
          new Set(chosen).add(element),
          cost + weight,
          left,
        )
      left.add(element)
    }
  }
}

const choices = (conflict: Conflict, excluded: ReadonlySet<number>): number => {
  let count = 0
  for (const element of conflict) if (!excluded.has(element)) count += 1
  return count
}

type Solved = { readonly elements: ReadonlySet<number>; readonly cost: number; readonly exact: boolean }

const nameOf = (group: readonly Conflict[]): string => group.map((conflict) => [...conflict].join(',')).join(';')

/** Finds cheapest sets for growing lists of conflicts; groups that did not change are not solved again. */
export class HittingSets {
  private readonly weightOf: (element: number) => number
  private readonly solved = new Map<string, Solved>()

  constructor(weightOf: (element: number) => number) {
    this.weightOf = weightOf
  }

  private solve(group: readonly Conflict[], barred: number | undefined): Solved {
    const concerned = barred !== undefined && group.some((conflict) => conflict.has(barred)) ? barred : undefined
    const name = `${concerned}:${nameOf(group)}`
    const known = this.solved.get(name)
    if (known) return known
    const search = new Search((element) => (element === concerned ? Number.POSITIVE_INFINITY : this.weightOf(element)))
    search.descend(smallest(group), new Set(), 0, new Set())
    const found = { ...search.best, exact: search.steps <= MOST_STEPS }
    this.solved.set(name, found)
    return found
  }

  /**
   * The cheapest set of elements of which every conflict holds one, without the barred one: exact, by branch and bound over
   * each connected group. Infinite cost where no allowed set meets them all.
   */
  find(conflicts: readonly Conflict[], barred?: number): HittingSet {
    const groups = connected(conflicts).map((group) => this.solve(group, barred))
    return {
      elements: new Set(groups.flatMap(({ elements }) => [...elements])),
      cost: groups.reduce((sum, { cost }) => sum + cost, 0),
      exact: groups.every(({ exact }) => exact),
    }
  }

  /** To be called when a weight changed. */
  forget(): void {
    this.solved.clear()
  }
}
