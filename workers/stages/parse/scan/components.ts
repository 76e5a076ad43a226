import type { Area, Ink } from './picture.ts'

/** A connected patch of ink. */
export type Patch = Area & { ink: number }

type Run = { from: number; to: number; label: number }

/** Labels of patches that may turn out to be one. */
class Labels {
  readonly patches: Patch[] = []
  private readonly parent: number[] = []

  add(patch: Patch): number {
    this.patches.push(patch)
    return this.parent.push(this.parent.length) - 1
  }

  find(label: number): number {
    let root = label
    while (this.parent[root] !== root) root = this.parent[root] ?? root
    for (let at = label; at !== root; ) {
      const next = this.parent[at] ?? root
      this.parent[at] = root
      at = next
    }
    return root
  }

  join(label: number, other: number): void {
    this.parent[this.find(other)] = this.find(label)
  }

  /** Every patch with all that was joined to it. */
  settle(): Patch[] {
    for (const [label, own] of this.patches.entries()) {
      const whole = this.patches[this.find(label)]
      if (whole !== undefined && whole !== own) grow(whole, own)
    }
    return this.patches.filter((_, label) => this.parent[label] === label)
  }
}

function grow(whole: Patch, part: Patch): void {
  whole.left = Math.min(whole.left, part.left)
  whole.top = Math.min(whole.top, part.top)
  whole.right = Math.max(whole.right, part.right)
  whole.bottom = Math.max(whole.bottom, part.bottom)
  whole.ink += part.ink
}

/** The runs of ink of one row. */
function runsOf({ width, bits }: Ink, y: number): Run[] {
  const runs: Run[] = []
  const end = (y + 1) * width
  for (let at = y * width; at < end; at++) {
    if (bits[at] === 0) continue
    const from = at
    while (at < end && bits[at] === 1) at++
    runs.push({ from: from - y * width, to: at - y * width, label: -1 })
  }
  return runs
}

/** Labels the runs of a row by the runs that they touch in the row above, and adds them to their patches. */
function labelRow(labels: Labels, row: readonly Run[], above: readonly Run[], y: number): void {
  let first = 0
  for (const run of row) {
    while (first < above.length && (above[first]?.to ?? 0) < run.from) first++
    for (let at = first; at < above.length && (above[at]?.from ?? 0) <= run.to; at++) {
      const label = above[at]?.label ?? 0
      if (run.label < 0) run.label = labels.find(label)
      else labels.join(run.label, label)
    }
    const own: Patch = { left: run.from, top: y, right: run.to, bottom: y + 1, ink: run.to - run.from }
    if (run.label < 0) run.label = labels.add(own)
    else grow(labels.patches[labels.find(run.label)] ?? own, own)
  }
}

/** All connected patches of ink (eight neighbours), in one pass over its runs. */
export function findPatches(ink: Ink): Patch[] {
  const labels = new Labels()
  let above: Run[] = []
  for (let y = 0; y < ink.height; y++) {
    const row = runsOf(ink, y)
    labelRow(labels, row, above, y)
    above = row
  }
  return labels.settle()
}
