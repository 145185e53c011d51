import type { Account, Source } from '../../contract.ts'
import { callAs, Refused, type Caller } from './tenant-process.ts'

/** What the tenant has promised about an account. */
type Promised = {
  id: string
  /** Values that may stand there: the one acknowledged last, and what was asked for since. */
  manual: Set<boolean>
}

export type Load = Awaited<ReturnType<typeof killLoad>>

const WORKERS = 6

/** Writes of all kinds, and the account of what was acknowledged. */
export async function killLoad(caller: Caller) {
  const { accounts, file } = await subjects(caller)
  const promised: Promised[] = accounts.map(({ id, manuallyCorrelated }) => ({
    id,
    manual: new Set([manuallyCorrelated]),
  }))
  const tasks: string[] = []
  const created: { nativeIdentity: string; holder: string }[] = []
  let patches = 0
  let number = 0

  /** Each worker has accounts of its own, so that it knows which of its writes was the last. */
  async function worker(own: Promised[], by: Caller): Promise<void> {
    while (true) {
      const account = own[Math.floor(Math.random() * own.length)]
      if (!account) return
      await oneOf([
        () => switchAccount(by, account.id),
        () => patchAccount(by, account),
        () => createAccount(by),
        () => aggregate(by),
      ])
    }
  }

  async function switchAccount(by: Caller, id: string): Promise<void> {
    const action = Math.random() < 0.5 ? 'disable' : 'enable'
    const { id: task } = await callAs(by, `/accounts/${id}/${action}`, {
      method: 'POST',
      body: JSON.stringify({ forceProvisioning: true }),
    })
    tasks.push(task)
  }

  async function patchAccount(by: Caller, { id, manual }: Promised): Promise<void> {
    const value = Math.random() < 0.5
    manual.add(value)
    await callAs(by, `/accounts/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json-patch+json' },
      body: JSON.stringify([{ op: 'replace', path: '/manuallyCorrelated', value }]),
    })
    manual.clear()
    manual.add(value)
    patches += 1
  }

  async function createAccount(by: Caller): Promise<void> {
    number += 1
    const nativeIdentity = `K${number}`
    const holder = `Holder ${number}`
    const attributes = { sourceId: file.id, badgeNumber: nativeIdentity, holderName: holder }
    const body = JSON.stringify({ attributes })
    const { id: task } = await callAs(by, '/accounts', { method: 'POST', body })
    tasks.push(task)
    created.push({ nativeIdentity, holder })
  }

  async function aggregate(by: Caller): Promise<void> {
    if (Math.random() < 0.5) return
    const path = `/sources/${file.id}/load-accounts`
    const { task } = await callAs(by, path, { method: 'POST' })
    if (!tasks.includes(task.id)) tasks.push(task.id)
  }

  return {
    /** Goes on until the tenant does not answer any more. A refusal is an error of the test. */
    async work(by: Caller): Promise<void> {
      const shares = Array.from({ length: WORKERS }, (_, index) =>
        promised.filter((_account, at) => at % WORKERS === index),
      )
      const ends = await Promise.allSettled(shares.map((own) => worker(own, by)))
      for (const end of ends) {
        if (end.status === 'rejected' && end.reason instanceof Refused) throw end.reason
      }
    },
    taskIds: () => tasks,
    acknowledged: () => tasks.length + patches,
    promised,
    created,
    fileId: file.id,
  }
}

async function subjects(caller: Caller): Promise<{ accounts: Account[]; file: Source }> {
  const filters = encodeURIComponent('source.connectionType eq "direct" and uncorrelated eq false')
  const list: Account[] = await callAs(caller, `/accounts?limit=250&filters=${filters}`)
  const accounts = list.filter(
    ({ features, name }) => features?.includes('ENABLE') && !name?.startsWith('sentinel'),
  )
  const sources: Source[] = await callAs(caller, '/sources')
  const file = sources.find(({ name }) => name === 'Badge System')
  if (!file || accounts.length < WORKERS) throw new Error('The first data set has changed')
  return { accounts, file }
}

const oneOf = (choices: (() => Promise<void>)[]) =>
  choices[Math.floor(Math.random() * choices.length)]?.()
