import {
  decimalOf,
  field,
  type Node,
  numberAttribute,
  numbersOf,
  readFields,
  readNode,
  type Tensor,
  tensorOf,
  writeNode,
} from './onnx-model.ts'

/** Where the graph stands in a model, and the steps in a graph. */
const graphField = 7
const stepField = 1

/** The steps of a graph by what they make and take. */
class Graph {
  readonly constants = new Map<string, Tensor>()
  private readonly takers = new Map<string, Node[]>()

  constructor(steps: readonly Node[]) {
    for (const step of steps) {
      const value = step.operator === 'Constant' ? tensorOf(step.attributes.get('value')) : undefined
      if (value !== undefined) this.constants.set(step.outputs[0] ?? '', value)
      for (const name of new Set(step.inputs)) this.takers.set(name, [...this.takersOf(name), step])
    }
  }

  takersOf = (name: string): readonly Node[] => this.takers.get(name) ?? []

  /** The one number that a step adds or multiplies its other input by. */
  scalarOf(step: Node | undefined, operator: string, input: string): number | undefined {
    if (step?.operator !== operator || !step.inputs.includes(input)) return undefined
    const values = step.inputs.flatMap((name) => [this.constants.get(name)?.values ?? []].filter(({ length }) => length === 1))
    return values[0]?.[0]
  }
}

/** input × factor + shift. */
type Affine = { factor: number; shift: number; output: string; steps: Node[] }

function findAffine(graph: Graph, input: string): Affine | undefined {
  const [times, ...others] = graph.takersOf(input)
  const factor = graph.scalarOf(times, 'Mul', input)
  const between = times?.outputs[0] ?? ''
  const [plus, ...more] = graph.takersOf(between)
  const shift = graph.scalarOf(plus, 'Add', between)
  if (!times || !plus || factor === undefined || shift === undefined || others.length > 0 || more.length > 0) return undefined
  return { factor, shift, output: plus.outputs[0] ?? '', steps: [times, plus] }
}

/** input × clip(input + 3, 0, 6) ÷ 6, in its four steps. */
function findHardSwish(graph: Graph, input: string): { output: string; steps: Node[] } | undefined {
  const takers = graph.takersOf(input)
  const plus = takers.find((step) => graph.scalarOf(step, 'Add', input) === 3)
  const [clip, ...others] = graph.takersOf(plus?.outputs[0] ?? '')
  const [times, ...more] = graph.takersOf(clip?.outputs[0] ?? '')
  const [by, ...rest] = graph.takersOf(times?.outputs[0] ?? '')
  if (!plus || !times || !by || clip?.operator !== 'Clip' || takers.length !== 2 || others.length + more.length + rest.length > 0)
    return undefined
  const isClip = decimalOf(clip.attributes.get('min')) === 0 && decimalOf(clip.attributes.get('max')) === 6
  const isProduct = times.operator === 'Mul' && times.inputs.includes(input)
  if (!isClip || !isProduct || graph.scalarOf(by, 'Div', times.outputs[0] ?? '') !== 6) return undefined
  return { output: by.outputs[0] ?? '', steps: [plus, clip, times, by] }
}

type Weights = { weights: Tensor; bias: Float32Array }

/** A convolution's weights; undefined where they are not constant. */
function weightsOf(graph: Graph, { inputs: [, weights = '', bias = ''] }: Node): Weights | undefined {
  const own = graph.constants.get(weights)
  const added = graph.constants.get(bias)
  return own === undefined || added === undefined ? undefined : { weights: own, bias: added.values }
}

/** What comes out of the convolution, × factor + shift. */
const afterwards = ({ weights: { size, values }, bias }: Weights, { factor, shift }: Affine): Weights => ({
  weights: { size, values: values.map((value) => value * factor) },
  bias: bias.map((value) => value * factor + shift),
})

/** The convolution of what goes in × factor + shift, for one that looks at single pixels: at no edge is anything missing. */
function beforehand({ weights: { size, values }, bias }: Weights, { factor, shift }: Affine): Weights {
  const each = values.length / bias.length
  const sumAt = (at: number) => {
    let sum = 0
    for (let index = at * each; index < (at + 1) * each; index++) sum += values[index] ?? 0
    return sum
  }
  return { weights: { size, values: values.map((value) => value * factor) }, bias: bias.map((value, at) => value + shift * sumAt(at)) }
}

const isPointwise = (step: Node | undefined) =>
  step?.operator === 'Conv' &&
  numbersOf(step.attributes.get('group')).join() === '1' &&
  numbersOf(step.attributes.get('kernel_shape')).join() === '1,1' &&
  numbersOf(step.attributes.get('pads')).every((pad) => pad === 0)

/** A step that gives every channel a factor and a number to add. As a convolution, it keeps the order in which the runtime holds pixels. */
function writeAffine(name: string, input: string, output: string, channels: number, factor: number, shift: number): Buffer[] {
  const weights: Tensor = { size: [channels, 1, 1, 1], values: new Float32Array(channels).fill(factor) }
  const bias: Tensor = { size: [channels], values: new Float32Array(channels).fill(shift) }
  return [
    writeNode('Constant', [], `${name}.weights`, { value: weights }),
    writeNode('Constant', [], `${name}.bias`, { value: bias }),
    writeNode('Conv', [input, `${name}.weights`, `${name}.bias`], output, { kernel_shape: [1, 1] }, [numberAttribute('group', channels)]),
  ]
}

/**
 * The same network in fewer steps: factors and sums that follow a convolution become part of its weights, and the four steps of each
 * hard swish two, of a kind for which the runtime need not reorder the pixels. A fifth less time; what it answers is the same but for
 * rounding. A model without such steps comes back as it is.
 */
export function foldModel(model: Uint8Array): Uint8Array {
  const parts = readFields(model)
  const graphBytes = parts.find(({ number }) => number === graphField)?.bytes ?? new Uint8Array()
  const graphParts = readFields(graphBytes)
  const steps = graphParts.flatMap(({ number, bytes, whole }) => (number === stepField ? [readNode(whole, bytes)] : []))
  const folded = foldSteps(steps)
  const rest = graphParts.filter(({ number }) => number !== stepField).map(({ whole }) => whole)
  const graph = Buffer.concat([...folded, ...rest])
  return Buffer.concat(parts.map(({ number, whole }) => (number === graphField ? field(graphField, graph) : whole)))
}

/** What follows a convolution: a factor and a sum, a hard swish, a factor and a sum once more. */
function findTail(graph: Graph, output: string) {
  const before = findAffine(graph, output)
  const swish = before && findHardSwish(graph, before.output)
  const after = swish && findAffine(graph, swish.output)
  return before && swish && after && { before, after, steps: [...before.steps, ...swish.steps, ...after.steps] }
}

/** The convolution of single pixels that alone takes something. */
function findPointwise(graph: Graph, name: string): { step: Node; weights: Weights } | undefined {
  const [step, ...others] = graph.takersOf(name)
  const weights = step !== undefined && others.length === 0 && isPointwise(step) ? weightsOf(graph, step) : undefined
  return step && weights && { step, weights }
}

function foldSteps(steps: readonly Node[]): Uint8Array[] {
  const graph = new Graph(steps)
  const changed = new Map<Node, Weights>()
  const added = new Map<Node, Buffer[]>()
  const gone = new Set<Node>()
  for (const step of steps) {
    const [output = ''] = step.outputs
    const own = step.operator === 'Conv' ? weightsOf(graph, step) : undefined
    const tail = own && findTail(graph, output)
    if (!own || !tail) continue
    for (const old of tail.steps) gone.add(old)
    changed.set(step, afterwards(changed.get(step) ?? own, tail.before))
    const next = findPointwise(graph, tail.after.output)
    if (next !== undefined) changed.set(next.step, beforehand(changed.get(next.step) ?? next.weights, tail.after))
    added.set(step, writeTail(output, own.bias.length, tail.after, next !== undefined))
  }
  return writeSteps(
    steps.filter((step) => !gone.has(step)),
    changed,
    added,
  )
}

/** The hard swish as a product with its gate; where the last factor and sum are no part of what follows, they stay a step. */
function writeTail(output: string, channels: number, after: Affine, isFolded: boolean): Buffer[] {
  const gated = isFolded ? after.output : `${output}.gated`
  return [
    ...writeAffine(`${output}.same`, output, `${output}.same`, channels, 1, 0),
    writeNode('HardSigmoid', [`${output}.same`], `${output}.gate`, { alpha: 1 / 6, beta: 0.5 }),
    writeNode('Mul', [output, `${output}.gate`], gated),
    ...(isFolded ? [] : writeAffine(`${output}.after`, gated, after.output, channels, after.factor, after.shift)),
  ]
}

/** The steps that are kept, changed convolutions with their weights and what is added behind each; constants that nothing takes any more go. */
function writeSteps(kept: readonly Node[], changed: ReadonlyMap<Node, Weights>, added: ReadonlyMap<Node, Buffer[]>): Uint8Array[] {
  const used = new Set(kept.flatMap((step) => (changed.has(step) ? step.inputs.slice(0, 1) : step.inputs)))
  const isUsed = ({ operator, outputs }: Node) => operator !== 'Constant' || outputs.some((name) => used.has(name))
  return kept.filter(isUsed).flatMap((step) => {
    const weights = changed.get(step)
    const own = weights === undefined ? [step.whole] : writeConvolution(step, weights)
    return [...own, ...(added.get(step) ?? []).map((message) => field(stepField, message))]
  })
}

function writeConvolution({ inputs: [input = ''], outputs: [output = ''], attributes }: Node, { weights, bias }: Weights): Buffer[] {
  return [
    writeNode('Constant', [], `${output}.weights`, { value: weights }),
    writeNode('Constant', [], `${output}.bias`, { value: { size: [bias.length], values: bias } }),
    writeNode('Conv', [input, `${output}.weights`, `${output}.bias`], output, {}, attributes.values()),
  ].map((message) => field(stepField, message))
}
