import type { sentence as english } from '../en/sentences.ts'

/** By the console's own sentences (`server/console/domain/sentences.ts`); braces hold what is put in. */
export const sentences: Readonly<Record<string, string>> = {
  'No answer came, and the account does not show it.':
    'Es kam keine Antwort, und das Konto zeigt es nicht.',
  'The tenant gave no answer, and the account does not show it.':
    'Der Mandant hat nicht geantwortet, und das Konto zeigt es nicht.',
  'No answer came, and the account cannot be read.':
    'Es kam keine Antwort, und das Konto lässt sich nicht lesen.',
  'Its task ended well, and the account does not show it.':
    'Seine Aufgabe ist gut ausgegangen, und das Konto zeigt es nicht.',
  'Its task has not ended after five minutes.':
    'Seine Aufgabe ist nach fünf Minuten nicht zu Ende.',
  'The tenant accepted it and does not tell of its task; the account does not show it.':
    'Der Mandant hat es angenommen und sagt nichts von der Aufgabe; das Konto zeigt es nicht.',
  'The tenant accepted it and does not tell of its task, so nobody knows how it ended.':
    'Der Mandant hat es angenommen und sagt nichts von der Aufgabe; wie sie ausging, weiß niemand.',
  'The task ended in {status}.': 'Die Aufgabe endete mit {status}.',
  'The tenant answered {status}.': 'Der Mandant antwortete {status}.',
  'Its source has it no longer: its record is gone.':
    'Seine Quelle hat es nicht mehr: Der Datensatz ist weg.',
  'The account is gone.': 'Das Konto ist weg.',
  'It was gone already.': 'Es war schon weg.',
  'There is no such account any more.': 'Dieses Konto gibt es nicht mehr.',
  'It was left out as risky.': 'Es wurde als riskant weggelassen.',
  'It is enabled already.': 'Es ist schon aktiv.',
  'It is disabled already.': 'Es ist schon deaktiviert.',
  'It is not locked.': 'Es ist nicht gesperrt.',
  'It belongs to nobody already.': 'Es gehört schon niemandem.',
  'Its owner may log in already.': 'Die Identität kann sich schon anmelden.',
  'Its owner may not log in already.': 'Die Identität kann sich schon nicht mehr anmelden.',
  'It belongs to {owner} already.': 'Es gehört schon zu {owner}.',
  'It belongs to {owner} by now.': 'Es gehört inzwischen zu {owner}.',
  'Its attributes are so already.': 'Seine Attribute sind schon so.',
  '{failed} of the last {of} came to no good end, and it pauses from {percent} % on.':
    '{failed} der letzten {of} gingen nicht gut aus; ab {percent} % hält der Lauf an.',
  '{failed} of the last {of} came to no good end, and it pauses from {percent} % on. The last one: {words}':
    '{failed} der letzten {of} gingen nicht gut aus; ab {percent} % hält der Lauf an. Das letzte: {words}',
  'The console could not write down what it does, so it stopped: {why}.':
    'Die Konsole konnte nicht festhalten, was sie tut, und hat angehalten: {why}.',
  'To start at {time}.': 'Beginnt am {time}.',
  "Waits {seconds} s for the tenant's limit on calls.":
    'Wartet {seconds} s wegen der Grenze des Mandanten für Aufrufe.',
  'Waits for another run on the same accounts.':
    'Wartet auf einen anderen Lauf über dieselben Konten.',
  'The tenant at {url} cannot be reached, {reason}: {check}.':
    'Der Mandant unter {url} ist nicht zu erreichen ({reason}): {check}.',
  'The tenant at {url} {what}: {check}.': 'Der Mandant unter {url} {what}: {check}.',
  "The tenant at {url} refused the console's credentials: {check}.":
    'Der Mandant unter {url} lehnt die Zugangsdaten der Konsole ab: {check}.',
  "The tenant no longer took the console's token when the upload came, so nothing was done: try again.":
    'Der Mandant nahm das Token der Konsole nicht mehr an, als die Datei kam. Nichts ist geschehen: noch einmal versuchen.',
}

/** What stands in the braces and is the console's as well. */
const parts: Readonly<Record<string, string>> = {
  'restart Muster': 'Muster neu starten',
  'check SAIL_BASE_URL and the network': 'SAIL_BASE_URL und das Netz prüfen',
  'check SAIL_CLIENT_ID and SAIL_CLIENT_SECRET': 'SAIL_CLIENT_ID und SAIL_CLIENT_SECRET prüfen',
  'the connection was refused': 'die Verbindung wurde abgelehnt',
  'its host name is not known': 'sein Rechnername ist unbekannt',
  'its host name cannot be looked up now': 'sein Rechnername lässt sich gerade nicht auflösen',
  'there is no way to its host': 'kein Weg führt zu seinem Rechner',
  'there is no way to its network': 'kein Weg führt zu seinem Netz',
  'it broke the connection off': 'er hat die Verbindung abgebrochen',
  'it did not answer in time': 'er hat nicht rechtzeitig geantwortet',
  'the call failed': 'der Aufruf ist gescheitert',
  'what answers there does not speak the right protocol':
    'was dort antwortet, spricht nicht das richtige Protokoll',
  'the call failed with {code}': 'der Aufruf ist mit {code} gescheitert',
  'its certificate is not valid ({code})': 'sein Zertifikat ist nicht gültig ({code})',
  'gives out a token but does not take it': 'gibt ein Token aus und nimmt es nicht an',
  'answered {status} when asked for a token': 'antwortete {status} auf die Bitte um ein Token',
  'does not give out tokens as a tenant does': 'gibt Token nicht so aus, wie ein Mandant es tut',
  'sends the console elsewhere': 'schickt die Konsole anderswohin',
  'answered with {type} where JSON was expected': 'antwortete mit {type} statt mit JSON',
  nobody: 'niemandem',
}

type Pattern = { known: RegExp; german: string }

/** The more a sentence says itself, the earlier it is tried: braces take anything. */
let patterns: Pattern[] | undefined

function made(): Pattern[] {
  const all = Object.entries({ ...sentences, ...parts }).filter(([known]) => known.includes('{'))
  const own = (known: string) => known.replace(/\{\w+\}/g, '').length
  return all
    .toSorted(([one], [other]) => own(other) - own(one))
    .map(([known, german]) => ({
      known: new RegExp(
        `^${known.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replace(/\{(\w+)\}/g, '(?<$1>.+?)')}$`,
        's',
      ),
      german,
    }))
}

/** The console's own are shorter; what a tenant writes may be of any length, and is not searched. */
const LONGEST = 1000

/** What is not the console's, as the tenant's own words, stays as it is. */
export const sentence: typeof english = (words) => {
  const whole = sentences[words] ?? parts[words]
  if (whole !== undefined) return whole
  if (words.length > LONGEST) return words
  for (const { known, german } of (patterns ??= made())) {
    const groups = known.exec(words)?.groups
    if (groups)
      return german.replace(/\{(\w+)\}/g, (_, name: string) => sentence(groups[name] ?? ''))
  }
  return words
}
