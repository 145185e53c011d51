import type { components } from './console-schema.d.ts'

type Schemas = components['schemas']
export type IndexState = Schemas['IndexState']
export type ChangedAccounts = Schemas['ChangedAccounts']
export type ChangedIdentities = Schemas['ChangedIdentities']
export type Run = Schemas['Run']

/** What the console tells by itself, by the name of the event. */
type News = {
  index: IndexState
  accounts: ChangedAccounts
  identities: ChangedIdentities
  /** Undefined where any run may have changed. */
  run: Run | undefined
}
type Listener<T> = (news: T) => void
type Listeners = { [Name in keyof News]: Set<Listener<News[Name]>> }

type Deps = {
  open: () => EventSource
  /** The tab, which is not kept up to date while nobody sees it. */
  page: Pick<Document, 'hidden' | 'addEventListener'>
  /** A page that follows another one takes the connection over. */
  lingerMs?: number
  firstRetryMs?: number
}

const MOST_RETRY_MS = 30_000

/** Nobody knows what is told while there is no connection. */
const anything = { ids: [], more: true }

export type LiveEvents = ReturnType<typeof createEvents>

/**
 * One connection for all listeners of a tab. It is open while somebody listens and the tab is seen:
 * a browser holds six connections to a server at most, and hidden tabs must not use them up.
 */
export function createEvents({ open, page, lingerMs = 5000, firstRetryMs = 1000 }: Deps) {
  const listeners: Listeners = {
    index: new Set(),
    accounts: new Set(),
    identities: new Set(),
    run: new Set(),
  }
  let source: EventSource | undefined
  let last: IndexState | undefined
  /** Undefined before the first connection stands. */
  let isOpen: boolean | undefined
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined

  const isHeard = () => Object.values(listeners).some(({ size }) => size > 0)
  const isWanted = () => !page.hidden && isHeard()

  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(settle, ms)
  }

  /** Opens or closes the connection, whichever is wanted now. */
  function settle() {
    if (isWanted()) return connect()
    source?.close()
    source = undefined
    last = undefined
    // Whoever comes after nobody listened asks for everything anyway.
    isOpen = isHeard() && isOpen !== undefined ? false : undefined
  }

  function connect() {
    clearTimeout(timer)
    if (source && source.readyState !== source.CLOSED) return
    const opened = open()
    source = opened
    opened.addEventListener('open', () => {
      retryMs = firstRetryMs
      if (isOpen === false) tellAnything()
      isOpen = true
    })
    opened.addEventListener('index', ({ data }: MessageEvent<string>) => {
      const state: IndexState = JSON.parse(data)
      last = state
      tell('index', state)
    })
    for (const name of ['accounts', 'identities', 'run'] as const) {
      opened.addEventListener(name, ({ data }: MessageEvent<string>) =>
        tell(name, JSON.parse(data)),
      )
    }
    opened.addEventListener('error', () => {
      if (source !== opened) return
      last = undefined
      // Who asks now learns whether the console is there at all.
      if (isOpen) tellAnything()
      isOpen &&= false
      // The browser connects again by itself, but not after an answer that was no stream.
      if (opened.readyState !== opened.CLOSED) return
      later(retryMs * (0.75 + Math.random() / 2))
      retryMs = Math.min(retryMs * 2, MOST_RETRY_MS)
    })
  }

  function tell<Name extends keyof News>(name: Name, news: News[Name]) {
    for (const listener of listeners[name]) listener(news)
  }

  function tellAnything() {
    tell('accounts', anything)
    tell('identities', anything)
    tell('run', undefined)
  }

  function listen<Name extends keyof News>(name: Name, listener: Listener<News[Name]>) {
    listeners[name].add(listener)
    if (isWanted()) connect()
    return () => {
      listeners[name].delete(listener)
      if (!isWanted()) later(lingerMs)
    }
  }

  page.addEventListener('visibilitychange', () => (page.hidden ? later(lingerMs) : settle()))

  return {
    onIndexState(listener: Listener<IndexState>): () => void {
      const stop = listen('index', listener)
      if (last) listener(last)
      return stop
    },
    onAccountsChanged: (listener: Listener<ChangedAccounts>): (() => void) =>
      listen('accounts', listener),
    onIdentitiesChanged: (listener: Listener<ChangedIdentities>): (() => void) =>
      listen('identities', listener),
    onRunChanged: (listener: Listener<Run | undefined>): (() => void) => listen('run', listener),
  }
}

let shared: LiveEvents | undefined

/** Opened by the first who listens: a page without live rows has no connection. */
function events(): LiveEvents {
  shared ??= createEvents({ open: () => new EventSource('/api/console/events'), page: document })
  return shared
}

/**
 * Hears how complete and how fresh the index is: at once where that is known, and then whenever it
 * changes, a few times a second at most. Returns how to stop.
 */
export const onIndexState = (listener: Listener<IndexState>): (() => void) =>
  events().onIndexState(listener)

/**
 * Hears which accounts are new, changed or gone. `more` says that there are others than the ids,
 * as when the connection is lost and when it is there again. Returns how to stop.
 */
export const onAccountsChanged = (listener: Listener<ChangedAccounts>): (() => void) =>
  events().onAccountsChanged(listener)

/** The same of identities. */
export const onIdentitiesChanged = (listener: Listener<ChangedIdentities>): (() => void) =>
  events().onIdentitiesChanged(listener)

/**
 * Hears each run that is not over, when the connection stands and then whenever it gets on, a few
 * times a second at most. Undefined: any run may have changed. Returns how to stop.
 */
export const onRunChanged = (listener: Listener<Run | undefined>): (() => void) =>
  events().onRunChanged(listener)
