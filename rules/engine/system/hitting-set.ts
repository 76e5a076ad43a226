/** Elements of which at least one is wrong, by their number. */
export type Conflict = ReadonlySet<number>

/**
 * A set of elements that meets every conflict, and what it costs. `cut` holds every element of conflicts whose search was cut short:
 * of these the answer is only a good one, perhaps not the cheapest.
 */
export type HittingSet = { readonly elements: ReadonlySet<number>; readonly cost: number; readonly cut: ReadonlySet<number> }

/**
 * How many conflicts the search for one group, and all searches of a dossier together, may look at: far more than dossiers take whose
 * documents mostly agree. One whose documents contradict each other everywhere, such as papers of several parks in one folder, would
 * take for ever.
 */
const mostLooks = { search: 400_000, all: 6_000_000 }

/** Conflicts that hang together by their elements. */
type Group = { readonly conflicts: Conflict[]; readonly elements: Set<number> }

/** Conflicts that share no element with those of another group can be met apart from them. */
function connected(conflicts: readonly Conflict[]): Group[] {
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
  const groups = new Map<number, Group>()
  for (const conflict of conflicts) {
    const [first = 0] = conflict
    const root = find(first)
    const group = groups.get(root) ?? { conflicts: [], elements: new Set() }
    group.conflicts.push(conflict)
    for (const element of conflict) group.elements.add(element)
    groups.set(root, group)
  }
  return [...groups.values()]
}

/** Conflicts that hold a smaller one say nothing more. */
function smallest(conflicts: readonly Conflict[]): Conflict[] {
  const kept: Conflict[] = []
  const byFirst = new Map<number | undefined, Conflict[]>()
  for (const conflict of [...conflicts].sort((a, b) => a.size - b.size)) {
    const holds = (one: Conflict) => [...one].every((element) => conflict.has(element))
    if ([...conflict].some((element) => byFirst.get(element)?.some(holds))) continue
    kept.push(conflict)
    const [first] = conflict
    byFirst.set(first, [...(byFirst.get(first) ?? []), conflict])
  }
  return kept
}

type Meeting = Pick<HittingSet, 'elements' | 'cost'>

function indexByElement(conflicts: readonly Conflict[]): Map<number, Conflict[]> {
  const of = new Map<number, Conflict[]>()
  for (const conflict of conflicts)
    for (const element of conflict) {
      const own = of.get(element)
      if (own) own.push(conflict)
      else of.set(element, [conflict])
    }
  return of
}

/** A good set, quickly: the elements that meet most for what they cost, less those that turn out needless, the dearest first. */
function meetGreedily(conflicts: readonly Conflict[], weightOf: (element: number) => number): Meeting {
  const of = indexByElement(conflicts)
  const worth = (element: number) => (of.get(element)?.length ?? 0) / weightOf(element)
  const met = new Map<Conflict, number>()
  const chosen: number[] = []
  for (const element of [...of.keys()].sort((a, b) => worth(b) - worth(a))) {
    const own = of.get(element) ?? []
    if (own.every((conflict) => met.has(conflict))) continue
    chosen.push(element)
    for (const conflict of own) met.set(conflict, (met.get(conflict) ?? 0) + 1)
  }
  const elements = new Set(chosen)
  for (const element of [...chosen].sort((a, b) => weightOf(b) - weightOf(a))) {
    const own = of.get(element) ?? []
    if (own.some((conflict) => met.get(conflict) === 1)) continue
    elements.delete(element)
    for (const conflict of own) met.set(conflict, (met.get(conflict) ?? 0) - 1)
  }
  return { elements, cost: [...elements].reduce((sum, element) => sum + weightOf(element), 0) }
}

class Search {
  readonly weightOf: (element: number) => number
  readonly most: number
  best: Meeting = { elements: new Set(), cost: Number.POSITIVE_INFINITY }
  looks = 0

  /** `most`: how many conflicts it may look at. */
  constructor(weightOf: (element: number) => number, most: number) {
    this.weightOf = weightOf
    this.most = most
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
    this.looks += open.length
    if (open.length === 0) {
      if (cost < this.best.cost) this.best = { elements: chosen, cost }
      return
    }
    if (this.looks > this.most) return
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

const nameOf = (conflict: Conflict): string => [...conflict].sort((a, b) => a - b).join(',')
const nameOfGroup = ({ conflicts }: Group): string => conflicts.map(nameOf).join(';')

/** Conflicts as they are learnt, and the cheapest sets that meet them all. Groups that did not change are not solved again. */
export class HittingSets {
  private readonly weightOf: (element: number) => number
  private readonly conflicts = new Map<string, Conflict>()
  private groups: readonly Group[] | undefined
  private known = new Map<string, HittingSet>()
  private best = new Map<Group, HittingSet>()
  private left = mostLooks.all

  constructor(weightOf: (element: number) => number) {
    this.weightOf = weightOf
  }

  /** Takes a conflict into account; false where it was known before, or says nothing. */
  add(conflict: Conflict): boolean {
    const name = nameOf(conflict)
    if (conflict.size === 0 || this.conflicts.has(name)) return false
    this.conflicts.set(name, conflict)
    this.groups = undefined
    return true
  }

  private search(group: Group, barred: number | undefined): HittingSet {
    const weightOf = (element: number) => (element === barred ? Number.POSITIVE_INFINITY : this.weightOf(element))
    const search = new Search(weightOf, Math.min(mostLooks.search, this.left))
    const conflicts = smallest(group.conflicts)
    search.descend(conflicts, new Set(), 0, new Set())
    this.left -= search.looks
    if (search.looks <= search.most) return { ...search.best, cut: new Set() }
    const greedy = meetGreedily(conflicts, weightOf)
    return { ...(greedy.cost < search.best.cost ? greedy : search.best), cut: group.elements }
  }

  /** What was found before for a group of the same conflicts holds for it now. */
  private solve(group: Group): HittingSet {
    const found = this.best.get(group)
    if (found) return found
    const name = nameOfGroup(group)
    const best = this.known.get(name) ?? this.search(group, undefined)
    this.known.set(name, best)
    this.best.set(group, best)
    return best
  }

  /**
   * The cheapest set of elements of which every conflict holds one, without the barred one: exact, by branch and bound over
   * each connected group, but for those that are `cut`. Infinite cost where no allowed set meets them all.
   */
  find(barred?: number): HittingSet {
    if (this.groups === undefined) {
      this.groups = connected([...this.conflicts.values()])
      this.best.clear()
    }
    const solved = this.groups.map((group) =>
      barred !== undefined && group.elements.has(barred) ? this.search(group, barred) : this.solve(group),
    )
    return {
      elements: new Set(solved.flatMap(({ elements }) => [...elements])),
      cost: solved.reduce((sum, { cost }) => sum + cost, 0),
      cut: new Set(solved.flatMap(({ cut }) => [...cut])),
    }
  }

  /** To be called when a weight changed. */
  forget(): void {
    this.known.clear()
    this.best.clear()
  }
}
