/** A field of a protocol buffer: its number, its content where it is bytes, its value where it is a number, and itself as it stands. */
type Field = { number: number; bytes: Uint8Array; value: number; whole: Uint8Array }

/** The fields of a message. Only its own level is read: what is in them stays bytes. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = []
  const view = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  let at = 0
  const varint = () => {
    let [value, unit] = [0, 1]
    for (;;) {
      const byte = view[at++] ?? 0
      value += (byte & 127) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }
  while (at < view.length) {
    const start = at
    const tag = varint()
    const kind = tag & 7
    let [from, value] = [at, 0]
    if (kind === 0) value = varint()
    else if (kind === 2) {
      const length = varint()
      from = at
      at += length
    } else at += kind === 1 ? 8 : 4
    fields.push({ number: tag >>> 3, bytes: message.subarray(from, at), value, whole: message.subarray(start, at) })
  }
  return fields
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))])
const bytesOf = (content: Uint8Array | string) => (typeof content === 'string' ? Buffer.from(content) : content)

/** A field that holds bytes, a text or another message. */
export const field = (number: number, content: Uint8Array | string): Buffer =>
  Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytesOf(content).length)]), bytesOf(content)])
const count = (number: number, value: number) => Buffer.from([...varint(number * 8), ...varint(value)])
const float = (number: number, value: number) => {
  const bytes = Buffer.alloc(5, number * 8 + 5)
  bytes.writeFloatLE(value, 1)
  return bytes
}

/** The numbers of the fields that are used here, as onnx.proto gives them. */
const node = { input: 1, output: 2, operator: 4, attribute: 5 }
const attribute = { name: 1, float: 2, tensor: 5, numbers: 8, number: 3, kind: 20 }
const tensor = { size: 1, kind: 2, raw: 9 }
const kinds = { float: 1, number: 2, tensor: 4, numbers: 7 }

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

export type Tensor = { size: number[]; values: Float32Array }
/** A step of the model. `whole` is its field in the graph. */
export type Node = { operator: string; inputs: string[]; outputs: string[]; attributes: Map<string, Uint8Array>; whole: Uint8Array }

export function readNode(whole: Uint8Array, message: Uint8Array): Node {
  const fields = readFields(message)
  const texts = (number: number) => fields.flatMap((own) => (own.number === number ? [text(own.bytes)] : []))
  const attributes = fields.flatMap((own): [string, Uint8Array][] => {
    if (own.number !== node.attribute) return []
    const name = readFields(own.bytes).find(({ number }) => number === attribute.name)
    return name === undefined ? [] : [[text(name.bytes), own.bytes]]
  })
  const [operator = ''] = texts(node.operator)
  return { operator, inputs: texts(node.input), outputs: texts(node.output), attributes: new Map(attributes), whole }
}

/** The whole numbers that an attribute holds, one or many. */
export const numbersOf = (own: Uint8Array | undefined): number[] =>
  readFields(own ?? new Uint8Array()).flatMap(({ number, value }) =>
    number === attribute.numbers || number === attribute.number ? [value] : [],
  )

/** The decimal that an attribute holds. */
export function decimalOf(own: Uint8Array | undefined): number | undefined {
  const found = readFields(own ?? new Uint8Array()).find(({ number }) => number === attribute.float)
  return found === undefined ? undefined : Buffer.from(found.bytes).readFloatLE()
}

/** The tensor of decimals that an attribute holds; undefined where it holds none. */
export function tensorOf(own: Uint8Array | undefined): Tensor | undefined {
  const message = readFields(own ?? new Uint8Array()).find(({ number }) => number === attribute.tensor)
  if (message === undefined) return undefined
  const fields = readFields(message.bytes)
  const raw = fields.find(({ number }) => number === tensor.raw)
  if (raw === undefined || fields.find(({ number }) => number === tensor.kind)?.value !== kinds.float) return undefined
  const size = fields.flatMap(({ number, value }) => (number === tensor.size ? [value] : []))
  return { size, values: new Float32Array(new Uint8Array(raw.bytes).buffer) }
}

type Attribute = number | number[] | Tensor

function writeAttribute(name: string, own: Attribute): Buffer {
  const parts = [field(attribute.name, name)]
  if (typeof own === 'number') parts.push(float(attribute.float, own), count(attribute.kind, kinds.float))
  else if (Array.isArray(own)) parts.push(...own.map((each) => count(attribute.numbers, each)), count(attribute.kind, kinds.numbers))
  else {
    const raw = new Uint8Array(own.values.buffer, own.values.byteOffset, own.values.byteLength)
    const message = [...own.size.map((each) => count(tensor.size, each)), count(tensor.kind, kinds.float), field(tensor.raw, raw)]
    parts.push(field(attribute.tensor, Buffer.concat(message)), count(attribute.kind, kinds.tensor))
  }
  return Buffer.concat(parts)
}

/** The message of a step. `kept` are attributes of another step that it shares. */
export function writeNode(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Record<string, Attribute> = {},
  kept: Iterable<Uint8Array> = [],
): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => field(node.input, name)),
    field(node.output, output),
    field(node.operator, operator),
    ...Object.entries(attributes).map(([name, own]) => field(node.attribute, writeAttribute(name, own))),
    ...[...kept].map((own) => field(node.attribute, own)),
  ])
}

/** A single whole number as an attribute, which is told apart from a list of one. */
export const numberAttribute = (name: string, value: number): Buffer =>
  Buffer.concat([field(attribute.name, name), count(attribute.number, value), count(attribute.kind, kinds.number)])
