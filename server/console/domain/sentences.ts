/**
 * What the console itself says of an item, of a run and of the tenant. It is kept and sent as these
 * sentences, in which audits are read and scripts look; the page knows each of them again and says it
 * in its own language (`src/lib/messages/de/sentences.ts`). What stands in braces is put in.
 */
export const sentences = {
  // Of an item
  noAnswer: 'No answer came, and the account does not show it.',
  noAnswerAtAll: 'The tenant gave no answer, and the account does not show it.',
  noAnswerUnread: 'No answer came, and the account cannot be read.',
  taskWithoutEffect: 'Its task ended well, and the account does not show it.',
  taskWithoutEnd: 'Its task has not ended after five minutes.',
  taskUnknown:
    'The tenant accepted it and does not tell of its task; the account does not show it.',
  taskUnknownBlind:
    'The tenant accepted it and does not tell of its task, so nobody knows how it ended.',
  taskEnded: 'The task ended in {status}.',
  answered: 'The tenant answered {status}.',
  goneAtSource: 'Its source has it no longer: its record is gone.',
  gone: 'The account is gone.',
  goneAlready: 'It was gone already.',
  goneMeanwhile: 'There is no such account any more.',
  leftOut: 'It was left out as risky.',
  // Of an item that was so already when its turn came
  enabled: 'It is enabled already.',
  disabled: 'It is disabled already.',
  notLocked: 'It is not locked.',
  uncorrelated: 'It belongs to nobody already.',
  logInEnabled: 'Its owner may log in already.',
  logInDisabled: 'Its owner may not log in already.',
  owned: 'It belongs to {owner} already.',
  ownedByNow: 'It belongs to {owner} by now.',
  attributesSo: 'Its attributes are so already.',
  // Of a run
  pausedItself: '{failed} of the last {of} came to no good end, and it pauses from {percent} % on.',
  pausedItselfSaying:
    '{failed} of the last {of} came to no good end, and it pauses from {percent} % on. The last one: {words}',
  stuck: 'The console could not write down what it does, so it stopped: {why}.',
  startsAt: 'To start at {time}.',
  waitsForLimit: "Waits {seconds} s for the tenant's limit on calls.",
  waitsForOther: 'Waits for another run on the same accounts.',
  // Of the tenant
  unreachable: 'The tenant at {url} cannot be reached, {reason}: {check}.',
  unusable: 'The tenant at {url} {what}: {check}.',
  refused: "The tenant at {url} refused the console's credentials: {check}.",
  tokenRanOut:
    "The tenant no longer took the console's token when the upload came, so nothing was done: try again.",
} as const

type Id = keyof typeof sentences

export function say(id: Id, values: Record<string, string | number> = {}): string {
  return sentences[id].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
}
