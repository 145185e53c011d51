/** What is known of an account: in its record, and once more on the system behind its source. */
export type State = { disabled: boolean; locked: boolean; attributes: Attributes }
export type Attributes = Record<string, string | string[] | null>
export type Source = 'file' | 'direct'
export type Owner = 'ines' | 'omar'
export type Rec = State & {
  id: string
  uid: string
  source: Source
  name: string
  owner: Owner | null
  manual: boolean
}

/** All that the tenant should hold, and the rules by which it changes, in their plainest form. */
export class Model {
  readonly records = new Map<string, Rec>()
  /** From the start the direct source has two accounts, one of them locked. */
  readonly targets = new Map(['A', 'B'].map((uid) => [keyOf('direct', uid), firstState(uid)]))
  login = { disabled: false }
  /** Tasks that have ended, as they were then. */
  readonly ended = new Map<string, unknown>()

  constructor() {
    this.aggregate('direct')
  }

  /** A caller writes a record; a flat file is changed with it. */
  save(source: Source, uid: string, given: Attributes, replace: boolean): void {
    const key = keyOf(source, uid)
    const record = this.records.get(key)
    const old = record ? record.attributes : {}
    const kept = replace ? Object.fromEntries(Object.keys(old).map((name) => [name, null])) : old
    this.write(source, uid, listed({ ...kept, ...given, uid }))
  }

  write(source: Source, uid: string, attributes: Attributes): void {
    const key = keyOf(source, uid)
    const record = this.records.get(key)
    const said = source === 'file' ? stateIn(attributes) : {}
    const state = {
      disabled: record?.disabled ?? false,
      locked: record?.locked ?? false,
      ...said,
      attributes,
    }
    if (source === 'file') {
      const target = this.targets.get(key) ?? state
      this.targets.set(key, { ...target, ...said, attributes })
    }
    if (record) Object.assign(record, state, { name: attributes.name || record.name })
    else this.found(source, uid, state)
  }

  found(source: Source, uid: string, state: State): void {
    const name = String(state.attributes.name || uid)
    const owner = ownerOf(state.attributes)
    this.records.set(keyOf(source, uid), {
      ...state,
      id: '',
      uid,
      source,
      name,
      owner,
      manual: false,
    })
  }

  /** One account tells the system behind its source; without an account there nothing happens. */
  provision(record: Rec, wanted: { disabled?: boolean; locked?: false }, force: boolean): void {
    const isSo = Object.entries(wanted).every(
      ([name, value]) => Reflect.get(record, name) === value,
    )
    const target = this.targets.get(keyOf(record.source, record.uid))
    if ((isSo && !force) || !target) return
    const change = force && !record.locked ? { ...wanted, locked: false } : wanted
    Object.assign(target, change)
    Object.assign(record, change)
  }

  aggregate(source: Source): void {
    for (const key of [...this.targets.keys(), ...this.records.keys()]) {
      if (key.startsWith(`${source} `)) this.read(key)
    }
  }

  /** Makes one record what stands on the system behind its source. */
  read(key: string): void {
    const [target, record] = [this.targets.get(key), this.records.get(key)]
    if (!target) this.records.delete(key)
    else if (!record) {
      const [source = '', uid = ''] = key.split(' ')
      this.found(source === 'file' ? 'file' : 'direct', uid, structuredClone(target))
    } else {
      Object.assign(record, structuredClone(target), {
        name: target.attributes.name || record.name,
      })
      if (record.owner === null && !record.manual) record.owner = ownerOf(target.attributes)
    }
  }
}

export const firstState = (uid: string): State => ({
  disabled: false,
  locked: uid === 'A',
  attributes: { uid, name: uid, groups: ['staff'] },
})

export const keyOf = (source: Source, uid: string) => `${source} ${uid}`

/** Who has this address; everybody's is their name at example.com. */
function ownerOf({ mail }: Attributes): Owner | null {
  const address = String(mail ?? '')
    .trim()
    .toLowerCase()
  return address === 'ines@example.com' ? 'ines' : address === 'omar@example.com' ? 'omar' : null
}

function stateIn(attributes: Attributes): { disabled?: boolean } {
  return 'IIQDisabled' in attributes ? { disabled: attributes.IIQDisabled === 'true' } : {}
}

export function listed(attributes: Attributes): Attributes {
  const { groups } = attributes
  if (groups === undefined || groups === null) return attributes
  const values = Array.isArray(groups) ? groups : groups.split('|')
  return { ...attributes, groups: [...new Set(values)].filter((value) => value !== '') }
}
